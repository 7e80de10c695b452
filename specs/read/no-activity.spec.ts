/** Marking changes nothing but the read state, and is no activity. Follows from the Conversations page: new messages are. */
import { listedOf } from '../../fixtures/lists/listed.ts';
import { differences } from '../../fixtures/reading/differences.ts';
import { conversationIn } from '../../fixtures/reading/read.ts';
import { withoutReadState } from '../../fixtures/reading/read-state.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** For whom a mark changes something: dave has not read what erin wrote. */
const marks = [
  ['read', 'dave'],
  ['unread', 'erin'],
] as const;

for (const [mark, name] of marks)
  test(
    `marking as ${mark} a conversation with attributes, messages and settings`,
    covers('READ-SCOPE-03'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('erin', 'dave');
      const conversation = await given.conversation({
        with: [people.erin, people.dave],
        ...data.attributes(),
      });
      await given.readState(conversation, people.dave);
      await given.modified(conversation, people.erin, { notify: 'MentionsOnly' });
      await given.messages(conversation, { from: people.erin, text: data.text() });
      const before = withoutReadState(await given.read(conversation));

      const isUnread = mark === 'unread';
      const marked = await api.readState.set(people[name].id, conversation.id, { isUnread });

      await check('READ-SCOPE-03', 'everything but the read state is as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () => {
          const after = withoutReadState(conversationIn(await api.conversations.get(conversation.id)));
          expect(differences(before, after), 'differences').toEqual([]);
        });
      });
    },
  );

for (const [mark, name] of marks)
  test(
    `marking as ${mark} the conversation with the older message`,
    covers('READ-SCOPE-03'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users('erin', 'dave');
      const pair = await given.twoWithMessages(people.erin, people.dave);
      const [older] = pair;
      await given.readState(older, people.erin);
      const order = await given.listed(...pair);

      const isUnread = mark === 'unread';
      const marked = await api.readState.set(people[name].id, older.id, { isUnread });

      await check('READ-SCOPE-03', 'the two stand in the list as before', async () => {
        expect(marked).toSucceed();
        await eventually(async () => expect(await listedOf(api, pair)).toEqual(order));
      });
    },
  );

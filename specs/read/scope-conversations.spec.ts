/** Marking is about one conversation. Conversations page: it marks a conversation for a specific user. */
import { neighbourhoodOf } from '../../fixtures/builders/neighbours.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'marking as read one of two conversations of the same people',
  covers('READ-SCOPE-02'),
  async ({ api, given, check, eventually, data }) => {
    const people = await given.users('erin', 'dave');
    const options = { with: [people.erin, people.dave] };
    const [one, other] = [await given.conversation(options), await given.conversation(options)];
    await given.readState(one, people.erin);
    await given.messages(other, { from: people.erin, text: data.text() });
    const before = await given.read(other);

    const marked = await api.readState.set(people.dave.id, one.id, { isUnread: false });

    await check('READ-SCOPE-02', 'the other one is as it was', async () => {
      expect(marked).toSucceed();
      await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(before));
    });
  },
);

test(
  'marking as unread one of several conversations',
  covers('READ-SCOPE-02'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const { id, neighbours } = neighbourhoodOf(given.newId());
    const create = (one: string) => given.conversation({ id: one, with: [alice] });
    const [conversation, ...others] = await Promise.all([create(id), ...neighbours.slice(0, 2).map(create)]);
    await given.readState(conversation, alice);

    const marked = await api.readState.set(alice.id, id, { isUnread: true });

    await check('READ-SCOPE-02', 'conversations with similar ids are as they were', async () => {
      expect(marked).toSucceed();
      for (const { id: other, before } of others)
        await eventually(async () => expect(await api.conversations.get(other)).toBeAs(before));
    });
  },
);

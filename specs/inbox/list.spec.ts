/** The list of a person has exactly the conversations of that person. Conversations page: those a user is a part of. */
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { conversationsIn, idsIn, sinceCreationOf } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  "a conversation in a person's list",
  covers('INBOX-LIST-01'),
  async ({ api, given, check, eventually, data }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const attributes = data.attributes();
    const { id } = await given.conversation({ with: [erin, bob], ...attributes });

    await check('INBOX-LIST-01', 'it is listed as a Conversation', () =>
      eventually(async () => {
        const { exchanges } = await inboxOf(api, erin, {}, [id]);
        const { participants = {}, ...item } =
          exchanges.flatMap(conversationsIn).find((one) => one.id === id) ?? {};
        expect(item).toMatchObject({ id, ...attributes });
        expect(Object.keys(participants).sort()).toEqual([bob.id, erin.id].sort());
      }),
    );
  },
);

test(
  'the list of somebody who takes part in nothing',
  covers('INBOX-LIST-01'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('users');
    // No other scenario lets olivia take part in anything.
    const { olivia, erin } = await given.users('olivia', 'erin');
    // Of erin: to find out whether there are such lists, somebody may have to take part in something.
    await given.inbox(erin);

    await check('INBOX-LIST-01', 'it is empty', () =>
      eventually(async () => expect(idsIn(await api.inbox.list(olivia.id))).toEqual([])),
    );
  },
);

test(
  'the lists of two people, one after the other',
  covers('INBOX-LIST-01'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const [ofErin, ofBob] = await Promise.all([
      given.conversationNotReadYet({ with: [erin] }),
      given.conversationNotReadYet({ with: [bob] }),
    ]);

    await check('INBOX-LIST-01', 'each has the conversation of that person, and not the other one', () =>
      eventually(async () => {
        const listedFor = async (person: typeof erin): Promise<string[]> =>
          (await inboxOf(api, person)).ids.filter((id) => id === ofErin.id || id === ofBob.id);
        expect(await listedFor(bob), 'bob').toEqual([ofBob.id]);
        expect(await listedFor(erin), 'erin').toEqual([ofErin.id]);
      }),
    );
  },
);

test(
  'a conversation that the person has left',
  covers('INBOX-LIST-01'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const conversation = await given.conversationInState('with messages', { with: [bob, erin] });
    const since = sinceCreationOf(conversation.created);
    const queries = [{}, { orderDirection: 'ASC' }, { orderBy: 'createdAt' }, since];
    const listed = async (): Promise<boolean[]> => {
      const walks = await Promise.all(queries.map((query) => inboxOf(api, erin, query, [conversation.id])));
      return walks.map(({ ids }) => ids.includes(conversation.id));
    };
    await given.holds(
      'the conversation is in the list before',
      async () => expect(await listed()).not.toContain(false),
      'INBOX-LIST-01',
    );

    await given.done('leaving', api.participants.leave(conversation.id, erin.id), 'PARTICIPANT-LEAVE-01');

    await check('INBOX-LIST-01', 'it is listed no more, however the list is asked for', () =>
      eventually(async () => {
        const still = await listed();
        expect(queries.filter((_, index) => still[index])).toEqual([]);
      }),
    );
  },
);

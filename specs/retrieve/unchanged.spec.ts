/** What reading and later calls leave alone. Follows from the Conversations page: createdAt gives a stable order. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { fewMessages, pageWith } from '../../fixtures/reading/walk.ts';
import { itemsOf, listedOf } from '../../fixtures/lists/listed.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { clockSkewMs, conversationIn, idsIn, participantIn, timestamp } from '../../fixtures/reading/read.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const history of ['marked as read', 'after somebody left', 'updated before'] as const)
  test(
    `reading createdAt of a conversation ${history}`,
    covers('RETRIEVE-FOUND-06'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');

      const { id, created } = await given.conversationInState(history, {
        with: [alice, bob],
        subject: data.subject(),
      });

      await check('RETRIEVE-FOUND-06', 'it is that of the creation', () =>
        eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ createdAt: created.createdAt }),
        ),
      );
    },
  );

test(
  'updating a conversation after everybody left',
  covers('RETRIEVE-FOUND-06'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    await given.leftByAll(conversation, alice);
    await given.tick();

    const subject = data.subject();
    await given.updated(conversation, { subject });

    await check('RETRIEVE-FOUND-06', 'createdAt is that of the creation', () =>
      eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toShow({
          subject,
          createdAt: conversation.before.createdAt,
        }),
      ),
    );
  },
);

test(
  'creating two conversations, one after another',
  covers('RETRIEVE-FOUND-06'),
  async ({ api, given, check, eventually }) => {
    const first = await given.conversation();
    // Two machines of the target may create them, and their clocks may differ.
    await sleep(clockSkewMs);
    const second = await given.conversation();

    await check('RETRIEVE-FOUND-06', 'createdAt of the second is not earlier', () =>
      eventually(async () => {
        const readings = await Promise.all([first, second].map(({ id }) => api.conversations.get(id)));
        const [earlier = 0, later = 0] = readings.map((one) =>
          timestamp(conversationIn(one).createdAt, 'createdAt'),
        );
        expect(later).toBeGreaterThanOrEqual(earlier);
      }),
    );
  },
);

test(
  'reading a conversation that is unread',
  covers('RETRIEVE-FOUND-08'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.messages(conversation, { from: alice, text: 'Hello' });
    const before = await given.listedUnread(conversation, bob);

    const read = () => api.conversations.get(conversation.id);
    // Read again only where it does not show yet what is there: it is the first reading that may change something.
    const first = await lastReading(eventually, read, (one) => {
      expect(one).toShow({ lastMessage: before.lastMessage });
      expect(participantIn(one, bob)).toMatchObject({ isUnread: true });
    });

    await check('RETRIEVE-FOUND-08', 'a second reading equals the first', async () => {
      await eventually(async () => expect(await read()).toBeAs(conversationIn(first)));
    });
    await check('RETRIEVE-FOUND-08', 'it is listed as before, unread for whom it was', async () => {
      await eventually(async () => expect(await itemsOf(api, [conversation])).toEqual([before]));
    });
  },
);

test(
  'reading the conversation with the older message',
  covers('RETRIEVE-FOUND-08'),
  async ({ api, given, check, eventually }) => {
    const { alice } = await given.users('alice');
    const [older, newer] = await given.twoWithMessages(alice);
    const order = await given.listed(older, newer);

    const read = () => api.conversations.get(older.id);

    await check('RETRIEVE-FOUND-08', 'it does not move in the list', async () => {
      await eventually(async () => expect(await read()).toSucceed());
      await eventually(async () => expect(await listedOf(api, [older, newer])).toEqual(order));
    });
  },
);

/** Longer than most jobs in the background take. */
const quietMs = 3_000;

test(
  'two conversations, after three seconds without calls',
  covers('RETRIEVE-FOUND-08'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const create = async (history: 'marked as unread' | 'deleted and created again') => {
      const options = { with: [alice, bob], ...data.attributes() } as const;
      const conversation = await given.conversationInState(history, options);
      // A reset to the defaults would show.
      await given.modified(conversation, bob, { notify: false });
      return conversation;
    };
    const [marked, createdAgain] = [
      await create('marked as unread'),
      await create('deleted and created again'),
    ];
    await given.messages(createdAgain, { from: bob, text: data.text() });
    const before = { marked: await given.read(marked), createdAgain: await given.read(createdAgain) };

    await sleep(quietMs);

    await check('RETRIEVE-FOUND-08', 'the one that was marked as unread has not changed by itself', () =>
      eventually(async () => expect(await api.conversations.get(marked.id)).toBeAs(before.marked)),
    );
    await check('RETRIEVE-FOUND-08', 'the one that was created again has not changed by itself', () =>
      eventually(async () =>
        expect(await api.conversations.get(createdAgain.id)).toBeAs(before.createdAgain),
      ),
    );
  },
);

for (const [what, read] of [
  ['the list of its messages', 'messages'],
  ['one of its messages', 'message'],
  ['what is unread in the list of a person', 'unread'],
  ['a person who takes part', 'user'],
] as const)
  test(`reading ${what}`, covers('RETRIEVE-FOUND-09'), async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const { id } = conversation;
    const [messageId = ''] = await given.messages(conversation, { from: alice, text: 'Hello' });
    if (read === 'unread') given.unlessDisclaimed('inbox');
    if (read === 'user') given.unlessDisclaimed('users');
    const before = await given.read(conversation);

    const calls = {
      messages: () => api.messages.list(id, fewMessages),
      message: async () => given.offered(await api.messages.get(id, messageId)),
      user: () => api.users.get(bob.id),
      // Who refuses this parameter reads nothing.
      unread: async () => {
        const answer = await api.inbox.list(bob.id, { unreadsOnly: true });
        given.unlessRefused(answer, 'the target refuses unreadsOnly');
        return answer;
      },
    };

    await check('RETRIEVE-FOUND-09', 'the conversation is as before', async () => {
      await eventually(async () => expect(await calls[read]()).toSucceed());
      await eventually(async () => expect(await api.conversations.get(id)).toBeAs(before));
    });
  });

/** Lists that show a conversation, and the requirement that they do. */
const lists: Readonly<
  Record<string, readonly [requirement: string, (api: Api, person: Person, page: Query) => Promise<Exchange>]>
> = {
  'the list of all': ['LIST-ALL-02', (api, _, page) => api.conversations.list(page)],
  'the list of a person': ['INBOX-LIST-01', (api, { id }, page) => api.inbox.list(id, page)],
};

for (const [what, [requirement, list]] of Object.entries(lists))
  test(
    `reading ${what}, which shows an unread conversation`,
    covers('RETRIEVE-FOUND-09'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      if (requirement === 'INBOX-LIST-01') given.unlessDisclaimed('inbox');
      const conversation = await given.conversation({ with: [alice, bob] });
      await given.messages(conversation, { from: alice, text: 'Hello' });
      const before = await given.read(conversation);

      const { id } = conversation;
      await given.holds(
        'the list shows it',
        async () => expect(idsIn(await pageWith(id, (page) => list(api, bob, page)))).toContain(id),
        requirement,
      );

      await check('RETRIEVE-FOUND-09', 'the conversation is as before', () =>
        eventually(async () => expect(await api.conversations.get(id)).toBeAs(before)),
      );
    },
  );

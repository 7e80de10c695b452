/** No call brings a deleted conversation back. Follows from the Conversations page: it is deleted irrevocably. */
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Calls about one person, each made before the deletion, where it has to work, and after it. */
const calls: readonly [
  title: string,
  answer: 'is refused' | 'is not judged',
  before: (given: Given, conversation: Conversation, person: Person) => Promise<unknown>,
  after: (api: Api, id: string, person: Person) => Promise<Exchange>,
][] = [
  [
    'sending a message to it',
    'is refused',
    (given, conversation, person) => given.messages(conversation, { from: person, text: 'Hello' }),
    (api, id, person) => api.messages.send(id, [{ type: 'UserMessage', sender: person.id, text: 'Hello?' }]),
  ],
  [
    'marking it as read',
    'is refused',
    async (given, conversation, person) => {
      await given.messages(conversation, { from: person, text: 'Hello' });
      await given.marked(conversation, person, 'read');
    },
    (api, id, person) => api.readState.set(person.id, id, { isUnread: false }),
  ],
  [
    'marking it as unread',
    'is refused',
    async (given, conversation, person) => {
      await given.messages(conversation, { from: person, text: 'Hello' });
      await given.marked(conversation, person, 'unread');
    },
    (api, id, person) => api.readState.set(person.id, id, { isUnread: true }),
  ],
  [
    'changing settings of a participant of it',
    'is refused',
    (given, conversation, person) => given.modified(conversation, person, { notify: false }),
    (api, id, person) => api.participants.modify(id, person.id, { notify: true }),
  ],
  // Who leaves twice may be told so or not.
  [
    'leaving it',
    'is not judged',
    () => Promise.resolve(),
    (api, id, person) => api.participants.leave(id, person.id),
  ],
];

for (const [title, answer, before, after] of calls)
  test(
    `after deleting a conversation, ${title}`,
    covers('DELETE-GONE-05'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const older = await given.conversation({ with: [alice, bob] });
      await given.tick();
      const conversation = await given.conversation({ with: [alice, bob] });
      const { id } = conversation;
      await before(given, conversation, bob);
      // Latest first, so that the list need not be read beyond the older one.
      const listing = (list: (page: Query) => Promise<Exchange>, until: readonly string[]) =>
        idsListed(list, [older.id, id], orders['createdAt DESC'], until);
      const lists = await given.eachShows(
        {
          'the list of all': (until: readonly string[]) => listing(api.conversations.list, until),
          [`the list of ${bob.name}`]: (until: readonly string[]) => {
            given.unlessDisclaimed('inbox');
            return listing((page) => api.inbox.list(bob.id, page), until);
          },
        },
        async (list) => expect(await list([older.id, id])).toInclude([older.id, id]),
      );
      await given.deleted(conversation);

      const call = await after(api, id, bob);

      await check('DELETE-GONE-05', `it ${answer}, and the conversation is still not found`, async () => {
        if (answer === 'is refused') expect(call).toBeRefused();
        await eventually(async () => expect(await api.conversations.get(id)).toBeRefused());
      });
      for (const [name, listBefore] of lists)
        await check('DELETE-GONE-05', `it is not in ${name} again`, async () => {
          const list = listBefore();
          await eventually(async () => expect(await list([older.id])).toEqual([older.id]));
        });
    },
  );

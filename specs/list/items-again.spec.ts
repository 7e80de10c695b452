/** A list shows what is, also where it was asked for before. Conversations page: data is an array of Conversation objects. */
import { differingInAll } from '../../fixtures/lists/item.ts';
import type { History } from '../../fixtures/scenario/conversations.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

type Change = (given: Given, conversation: Conversation, person: Person) => Promise<unknown>;

/** What a person changes, and in what conversation. */
const changes: readonly (readonly [what: string, history: History, change: Change])[] = [
  [
    "a person's settings changed",
    'new',
    (given, conversation, person) => given.modified(conversation, person, { access: 'Read', notify: false }),
  ],
  [
    'a person marked it as unread',
    'with messages',
    (given, conversation, person) => given.marked(conversation, person, 'unread'),
  ],
  ['a person left', 'new', (given, conversation, person) => given.left(conversation, person)],
  [
    'attributes changed',
    'new',
    (given, conversation) => given.updated(conversation, { subject: 'Another one' }),
  ],
  [
    'a message arrived',
    'new',
    (given, conversation, person) => given.messages(conversation, { from: person, text: 'Good morning' }),
  ],
];

for (const [what, history, change] of changes)
  test(`listing again after ${what}`, covers('LIST-ALL-03'), async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversationInState(history, {
      with: [bob, alice],
      subject: 'The first one',
    });
    await given.holds('the list shows it', () => differingInAll(given.api, conversation.id), 'LIST-ALL-02');
    await change(given, conversation, bob);

    await check('LIST-ALL-03', 'the list shows what reading it shows', () =>
      eventually(async () => expect(await differingInAll(api, conversation.id)).toEqual([])),
    );
  });

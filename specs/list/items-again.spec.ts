/** A list shows what is, also where it was asked for before. Conversations page: data is an array of Conversation objects. */
import { differingInAll } from '../../fixtures/lists/item.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

type Change = (given: Given, conversation: Conversation, person: Person) => Promise<unknown>;

const changes: Readonly<Record<string, Change>> = {
  "a person's settings changed": (given, conversation, person) =>
    given.modified(conversation, person, { access: 'Read', notify: false }),
  'a person marked it as unread': (given, conversation, person) =>
    given.marked(conversation, person, 'unread'),
  'a person left': (given, conversation, person) => given.left(conversation, person),
  'attributes changed': (given, conversation) => given.updated(conversation, { subject: 'Another one' }),
  'a message arrived': (given, conversation, person) =>
    given.messages(conversation, { from: person, text: 'Good morning' }),
};

for (const [what, change] of Object.entries(changes))
  test(`listing again after ${what}`, covers('LIST-ALL-03'), async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob], subject: 'The first one' });
    await given.holds('the list shows it', () => differingInAll(given.api, conversation.id), 'LIST-ALL-02');
    await change(given, conversation, bob);

    await check('LIST-ALL-03', 'the list shows what reading it shows', () =>
      eventually(async () => expect(await differingInAll(api, conversation.id)).toEqual([])),
    );
  });

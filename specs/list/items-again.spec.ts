/** A list shows what is, also where it was asked for before. Conversations page: data is an array of Conversation objects. */
import { changesOfOne } from '../../fixtures/lists/changes.ts';
import { differingInAll } from '../../fixtures/lists/item.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const changes: typeof changesOfOne = [
  ...changesOfOne,
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

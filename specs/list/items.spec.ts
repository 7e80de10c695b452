/** What a list shows of each conversation. Conversations page: data is an array of Conversation objects as described above. */
import { hardValues } from '../../fixtures/builders/hard-keys.ts';
import { userMessage } from '../../fixtures/builders/messages.ts';
import { longText, proseTexts } from '../../fixtures/builders/prose.ts';
import type { Attributes, Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { differingInAll } from '../../fixtures/lists/item.ts';
import { fieldIn, isObject } from '../../fixtures/reading/read.ts';
import { show } from '../../fixtures/reading/show.ts';
import { Violation } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test('listing all conversations', covers('LIST-ALL-01'), async ({ api, given, check, eventually }) => {
  await given.conversation();

  await check('LIST-ALL-01', 'data is an array of conversations', () =>
    eventually(async () => {
      const list = await api.conversations.list();
      const data = fieldIn(list, 'data');
      if (!Array.isArray(data) || data.length === 0 || !data.every(isConversation))
        throw new Violation('an object whose data is an array of conversations', show(list.body));
    }),
  );
});

function isConversation(item: unknown): boolean {
  return isObject(item) && typeof item['id'] === 'string' && isObject(item['participants']);
}

type Prepare = (
  given: Given,
  people: readonly [Person, Person],
  some: () => Required<Attributes>,
) => Promise<Conversation>;

const conversations: Readonly<Record<string, Prepare>> = {
  'with every attribute': (given, people, some) => given.conversation({ with: people, ...some() }),

  ...Object.fromEntries(
    Object.entries(hardValues).map(([kind, custom]): [string, Prepare] => [
      `with ${kind}`,
      (given, people) => given.conversation({ with: people, custom }),
    ]),
  ),

  'with an empty value': (given, people) =>
    given.conversationIfTaken({ with: people, custom: { empty: '', other: 'value' } }, 'an empty value'),

  'with texts that look like HTML'(given, people) {
    const text = proseTexts.HTML;
    const attributes = { subject: text, welcomeMessages: [text], custom: { note: text } };
    return given.conversation({ with: people, ...attributes });
  },

  async 'whose last message looks like HTML'(given, people) {
    const conversation = await given.conversation({ with: people });
    await given.messages(conversation, { from: people[0], text: proseTexts.HTML });
    return conversation;
  },

  async 'with messages'(given, people, some) {
    const [alice, bob] = people;
    const conversation = await given.conversation({ with: people, ...some() });
    await given.messages(
      conversation,
      { from: alice, text: 'Good morning' },
      { from: bob, text: 'And good morning to you' },
    );
    return conversation;
  },

  async 'whose last message is long, and was read by another person'(given, people) {
    const conversation = await given.conversation({ with: people });
    given.unlessDisclaimed('messages');
    const long = userMessage(people[0], longText.slice(0, 1000));
    const sent = await given.api.messages.send(conversation.id, [long]);
    given.unlessRefused(sent, 'the target limits the length of a text');
    await given.marked(conversation, people[1], 'read');
    return conversation;
  },

  async 'that somebody has read, and marked as unread since'(given, people) {
    const conversation = await given.conversation({ with: people });
    await given.messages(conversation, { from: people[0], text: 'Good morning' });
    await given.marked(conversation, people[1], 'read');
    await given.marked(conversation, people[1], 'unread');
    return conversation;
  },

  async 'with changed settings'(given, people) {
    const conversation = await given.conversation({ with: people });
    await given.modified(conversation, people[1], { access: 'Read', notify: 'MentionsOnly' });
    return conversation;
  },

  async 'whose last message was edited'(given, people) {
    const conversation = await given.conversation({ with: people });
    const [message = ''] = await given.messages(conversation, { from: people[0], text: 'Good morning' });
    await given.edited(conversation, message, 'Good evening');
    return conversation;
  },

  async 'that was updated'(given, people, some) {
    const conversation = await given.conversationNotReadYet({ with: people, ...some() });
    await given.updated(conversation, some());
    return conversation;
  },
};

for (const [kind, prepare] of Object.entries(conversations))
  test(
    `listing a conversation ${kind}`,
    covers('LIST-ALL-03'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id } = await prepare(given, [alice, bob], () => data.attributes());

      await check('LIST-ALL-03', 'the list shows what reading it shows', () =>
        eventually(async () => expect(await differingInAll(api, id)).toEqual([])),
      );
    },
  );

test(
  'listing a conversation with thirty-one people',
  covers('LIST-ALL-03'),
  async ({ api, given, check, eventually }) => {
    const many = await given.guests(31);
    const id = given.newId();
    const put = await api.conversations.put(id, { participants: many.map((one) => one.id) });
    // How many a conversation may have is not documented.
    given.unlessRefused(put, 'the target refuses so many people');

    await check('LIST-ALL-03', 'the list shows what reading it shows', () =>
      eventually(async () => expect(await differingInAll(api, id)).toEqual([])),
    );
  },
);

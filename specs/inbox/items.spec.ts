/** What the list of a person shows of each conversation. Conversations page: it lists Conversation objects. */
import { proseTexts } from '../../fixtures/builders/prose.ts';
import { changesOfOne } from '../../fixtures/lists/changes.ts';
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { differingInInbox } from '../../fixtures/lists/item.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'listing a conversation that one person has read, and another has not',
  covers('INBOX-LIST-01'),
  async ({ api, given, check, eventually }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const conversation = await given.conversationInState('with messages', { with: [erin, bob] });

    for (const person of [erin, bob])
      await check('INBOX-LIST-01', `the list of ${person.name} shows what reading it shows`, () =>
        eventually(async () => expect(await differingInInbox(api, conversation.id, person)).toEqual([])),
      );
  },
);

test(
  "listing a conversation with texts that look like HTML in a person's list",
  covers('INBOX-LIST-01'),
  async ({ api, given, check, eventually }) => {
    const { erin } = await given.users('erin');
    await given.inbox(erin);
    const text = proseTexts.HTML;
    const attributes = { subject: text, welcomeMessages: [text], custom: { note: text } };
    const { id } = await given.conversation({ with: [erin], ...attributes });

    await check('INBOX-LIST-01', 'the list shows what reading it shows', () =>
      eventually(async () => expect(await differingInInbox(api, id, erin)).toEqual([])),
    );
  },
);

for (const [what, history, change] of changesOfOne)
  test(
    `listing a conversation again in a person's list after ${what}`,
    covers('INBOX-LIST-01'),
    async ({ api, given, check, eventually }) => {
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const conversation = await given.conversationInState(history, { with: [erin, bob] });
      await given.holds(
        'it is listed',
        async () => expect((await inboxOf(api, erin, {}, [conversation.id])).ids).toContain(conversation.id),
        'INBOX-LIST-01',
      );
      await change(given, conversation, erin);

      await check('INBOX-LIST-01', 'the list shows what reading it shows', () =>
        eventually(async () => expect(await differingInInbox(api, conversation.id, erin)).toEqual([])),
      );
    },
  );

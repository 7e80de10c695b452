/** Leaving under an old version leaves the conversation in the list. API changelog page: version 2021-07-30. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { conversationsIn, idsIn, participantIn } from '../../fixtures/reading/read.ts';
import { pageWith } from '../../fixtures/reading/walk.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** A person has left under a version, and takes no part any more. */
async function leftUnder(
  apiVersion: string,
  given: Given,
  { id }: Conversation,
  person: Person,
): Promise<void> {
  const leaving = given.api.with({ apiVersion }).participants.leave(id, person.id);
  await given.done('leaving', leaving, 'PARTICIPANT-LEAVE-01');
  await given.holds(
    'who has left takes no part',
    async () => expect(participantIn(await given.api.conversations.get(id), person)).toBeUndefined(),
    'PARTICIPANT-LEAVE-01',
  );
}

for (const apiVersion of [versions.first, versions.sortable])
  test(
    `leaving under ${apiVersion}`,
    covers('VERSION-LEAVE-01'),
    async ({ api, given, check, eventually }) => {
      await given.versions();
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const { id } = await given.conversation({ with: [erin, bob] });
      const old = api.with({ apiVersion });
      const listed = async () => (await inboxOf(old, erin, {}, [id])).ids;
      await given.holds(
        'the conversation is in the list before',
        async () => expect(await listed()).toContain(id),
        'INBOX-LIST-01',
      );

      await leftUnder(apiVersion, given, { id }, erin);

      await check('VERSION-LEAVE-01', 'the conversation is still in the list under that version', () =>
        eventually(async () => expect(await listed()).toContain(id)),
      );
    },
  );

test(
  `two people leave under ${versions.sortable}`,
  covers('VERSION-LEAVE-01'),
  async ({ api, given, check, eventually }) => {
    await given.versions();
    const { erin, bob, carol } = await given.users('erin', 'bob', 'carol');
    await given.inbox(erin);
    // Carol stays: that a conversation outlives its last participant is a requirement of its own (PARTICIPANT-LEAVE-05).
    const { id } = await given.conversation({ with: [erin, bob, carol] });
    const old = api.with({ apiVersion: versions.sortable });

    for (const person of [erin, bob]) await leftUnder(versions.sortable, given, { id }, person);

    await check('VERSION-LEAVE-01', 'it is still in the lists of both under that version', () =>
      eventually(async () => {
        for (const person of [erin, bob]) expect((await inboxOf(old, person, {}, [id])).ids).toContain(id);
      }),
    );
  },
);

test(
  `coming back after leaving under ${versions.sortable}`,
  covers('VERSION-LEAVE-01'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    await given.versions();
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const conversation = await given.conversation({ with: [erin, bob] });
    const old = api.with({ apiVersion: versions.sortable });
    await leftUnder(versions.sortable, given, conversation, erin);

    await given.joined(conversation, erin);
    // So that it is among the first, on one page with the view from before, if there is still one.
    await given.messages(conversation, { from: bob, text: 'Welcome back' });

    await check('VERSION-LEAVE-01', 'the conversation is in the list under that version once', () =>
      eventually(async () => {
        const page = await pageWith(conversation.id, (query) => old.inbox.list(erin.id, query));
        expect(idsIn(page).filter((id) => id === conversation.id)).toEqual([conversation.id]);
      }),
    );
  },
);

test(
  `a message that is sent after somebody left under ${versions.sortable}`,
  covers('VERSION-LEAVE-01'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    await given.versions();
    const { erin, bob } = await given.users('erin', 'bob');
    await given.inbox(erin);
    const conversation = await given.conversation({ with: [erin, bob] });
    const [earlier] = await given.messages(conversation, { from: bob, text: 'Good evening' });
    const old = api.with({ apiVersion: versions.sortable });
    await leftUnder(versions.sortable, given, conversation, erin);

    await given.messages(conversation, { from: bob, text: 'Good night' });

    await check('VERSION-LEAVE-01', 'the list under that version shows the conversation without it', () =>
      eventually(async () => {
        const { exchanges, ids } = await inboxOf(old, erin, {}, [conversation.id]);
        expect(ids).toContain(conversation.id);
        const item = exchanges.flatMap(conversationsIn).find(({ id }) => id === conversation.id);
        expect(item?.lastMessage?.id).toBe(earlier);
      }),
    );
  },
);

const mixtures = [
  [versions.sortable, versions.leaving],
  [versions.leaving, versions.sortable],
] as const;

for (const [leaving, listing] of mixtures)
  test(
    `leaving under ${leaving}, and the list under ${listing}`,
    covers('VERSION-LEAVE-02'),
    async ({ api, given, survey }) => {
      await given.versions();
      const { erin, bob } = await given.users('erin', 'bob');
      await given.inbox(erin);
      const { id } = await given.conversation({ with: [erin, bob] });

      await survey('VERSION-LEAVE-02', `left under ${leaving}, listed under ${listing}`, async () => {
        const left = await api.with({ apiVersion: leaving }).participants.leave(id, erin.id);
        if (!succeeded(left)) return String(left.status);
        const { ids } = await inboxOf(api.with({ apiVersion: listing }), erin, {}, [id]);
        return ids.includes(id) ? 'listed' : 'not listed';
      });
    },
  );

/** A deleted conversation leaves everybody's list. Conversations page: it is removed from all (former) Inbox feeds. */
import type { Query } from '../../fixtures/client/url.ts';
import { inboxPage } from '../../fixtures/lists/inbox.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { sinceCreationOf } from '../../fixtures/reading/read.ts';
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'deleting a conversation that is in the lists of three people',
  covers('DELETE-GONE-04'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('inbox');
    const people = Object.values(await given.users('alice', 'bob', 'carol'));
    const other = await given.conversation({ with: people });
    const { id } = await given.conversation({ with: people });
    const listOf = (person: { id: string }, until: string[]) =>
      idsListed((page) => api.inbox.list(person.id, page), [other.id, id], {}, until);
    for (const person of people)
      await given.holds(
        `both are in the list of ${person.name}`,
        async () => expect(await listOf(person, [other.id, id])).toHaveLength(2),
        'INBOX-LIST-01',
      );

    const deleted = await api.conversations.remove(id);

    for (const person of people)
      await check('DELETE-GONE-04', `it is not in the list of ${person.name} any more`, async () => {
        expect(deleted).toSucceed();
        await eventually(async () => expect(await listOf(person, [other.id])).toEqual([other.id]));
      });
  },
);

test(
  'deleting a conversation that is unread for somebody: lists of that person',
  covers('DELETE-GONE-04'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('inbox');
    const { alice, bob } = await given.users('alice', 'bob');
    const [other, { id, before }] = await given.twoWithMessages(alice, bob);
    const lists: Readonly<Record<string, () => Query>> = {
      'the list of what is unread': () => ({ unreadsOnly: true }),
      'the list with lastMessageAfter': () => sinceCreationOf(before),
      'the list in ascending order': () => ({ ...sinceCreationOf(before), orderDirection: 'ASC' }),
    };
    const listed = (queryOf: () => Query, until: readonly string[]) =>
      idsListed((page) => inboxPage(api, bob, page), [other.id, id], queryOf(), until);
    const listsBefore = await given.eachShows(lists, async (queryOf) =>
      expect(await listed(queryOf, [other.id, id])).toInclude([other.id, id]),
    );

    const deleted = await api.conversations.remove(id);

    for (const [name, listBefore] of listsBefore)
      await check('DELETE-GONE-04', `it is not in ${name} any more, and the other one still is`, async () => {
        const queryOf = listBefore();
        expect(deleted).toSucceed();
        await eventually(async () => expect(await listed(queryOf, [other.id])).toEqual([other.id]));
      });
  },
);

/** What one has left stays in the list under the older version. */
for (const [list, apiVersion] of [
  ['the list', undefined],
  [`the list under ${versions.sortable}`, versions.sortable],
] as const)
  test(
    `deleting a conversation that somebody has left: ${list} of that person`,
    covers('DELETE-GONE-04'),
    async ({ api, given, check, eventually }) => {
      given.unlessDisclaimed('inbox');
      if (apiVersion !== undefined) await given.versions();
      const { inbox } = apiVersion === undefined ? api : api.with({ apiVersion });
      const { alice, dave } = await given.users('alice', 'dave');
      const other = await given.conversation({ with: [alice, dave] });
      const conversation = await given.conversation({ with: [alice, dave] });
      const listed = (until: string[]) =>
        idsListed((page) => inbox.list(dave.id, page), [other.id, conversation.id], {}, until);
      await given.holds(
        'both are listed before',
        async () => expect(await listed([other.id, conversation.id])).toHaveLength(2),
        'INBOX-LIST-01',
      );
      await given.left(conversation, dave);

      const deleted = await api.conversations.remove(conversation.id);

      await check('DELETE-GONE-04', 'it is not listed', async () => {
        expect(deleted).toSucceed();
        await eventually(async () => expect(await listed([other.id])).toEqual([other.id]));
      });
    },
  );

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
  'deleting a conversation that is unread for somebody',
  covers('DELETE-GONE-04'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('inbox');
    const { alice, bob } = await given.users('alice', 'bob');
    const create = () => given.conversation({ with: [alice, bob] });
    const [other, { id, before }] = [await create(), await create()];
    for (const one of [other, { id }]) await given.messages(one, { from: alice, text: data.text() });
    const since = () => sinceCreationOf(before);
    const asking =
      (query: () => Query) =>
      (until = [other.id, id]) =>
        idsListed((page) => inboxPage(api, bob, page), [other.id, id], query(), until);
    const lists = {
      'what is unread': asking(() => ({ unreadsOnly: true })),
      'what has a later message': asking(since),
      'the ascending order': asking(() => ({ ...since(), orderDirection: 'ASC' })),
    };
    const listing = await given.eachShows(lists, async (list) => expect(await list()).toInclude([other.id, id]));

    const deleted = await api.conversations.remove(id);

    for (const [name, listBefore] of listing)
      await check('DELETE-GONE-04', `it is not in ${name} any more`, async () => {
        const list = listBefore();
        expect(deleted).toSucceed();
        await eventually(async () => expect(await list([other.id])).toEqual([other.id]));
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

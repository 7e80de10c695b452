/** A deleted conversation leaves everybody's list. Conversations page: it is removed from all (former) Inbox feeds. */
import type { Query } from '../../fixtures/client/url.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { timestamp } from '../../fixtures/reading/read.ts';
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
    const listOf = (personId: string) => (sought: string[]) =>
      idsListed((page) => api.inbox.list(personId, page), [other.id, id], {}, sought);
    const lists = people.map((person) => ({ name: person.name, list: listOf(person.id) }));
    for (const { name, list } of lists)
      await given.holds(
        `both are in the list of ${name}`,
        async () => expect(await list([other.id, id])).toHaveLength(2),
        'INBOX-LIST-01',
      );

    const deleted = await api.conversations.remove(id);

    for (const { name, list } of lists)
      await check('DELETE-GONE-04', `it is not in the list of ${name} any more`, async () => {
        expect(deleted).toSucceed();
        await eventually(async () => expect(await list([other.id])).not.toContain(id));
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
    const since = () => ({ lastMessageAfter: timestamp(before.createdAt, 'createdAt') - 1 });
    const lists = {
      'what is unread': () => ({ unreadsOnly: true }),
      'what has a later message': since,
      'the ascending order': () => ({ ...since(), orderDirection: 'ASC' }),
    };
    const listed = (query: Query, sought: string[]) =>
      idsListed((page) => api.inbox.list(bob.id, page), [other.id, id], query, sought);
    const wasListed = await Promise.all(
      Object.entries(lists).map(async ([name, query]) => {
        const both = async () => expect(await listed(query(), [other.id, id])).toHaveLength(2);
        return [name, query, await given.optional(() => given.holds(`both are in ${name}`, both))] as const;
      }),
    );

    const deleted = await api.conversations.remove(id);

    for (const [name, query, stood] of wasListed)
      await check('DELETE-GONE-04', `it is not in ${name} any more`, async () => {
        stood();
        expect(deleted).toSucceed();
        await eventually(async () => expect(await listed(query(), [other.id])).not.toContain(id));
      });
  },
);

test(
  'deleting a conversation that somebody has left',
  covers('DELETE-GONE-04'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('inbox');
    const { alice, dave } = await given.users('alice', 'dave');
    const other = await given.conversation({ with: [alice, dave] });
    const conversation = await given.conversation({ with: [alice, dave] });
    await given.left(conversation, dave);
    const listUnder = (asked: typeof api) => () =>
      idsListed((page) => asked.inbox.list(dave.id, page), [other.id, conversation.id], {}, [other.id]);
    // Under older versions, what one has left stays in the list.
    const lists = { now: listUnder(api), before: listUnder(api.with({ apiVersion: versions.sortable })) };
    for (const list of Object.values(lists))
      await given.holds(
        'another conversation is in the list of the person',
        async () => expect(await list()).toContain(other.id),
        'INBOX-LIST-01',
      );

    const deleted = await api.conversations.remove(conversation.id);

    for (const [when, list] of Object.entries(lists))
      await check(
        'DELETE-GONE-04',
        `it is not in the list of who had left it, as versions are ${when}`,
        async () => {
          expect(deleted).toSucceed();
          await eventually(async () => expect(await list()).not.toContain(conversation.id));
        },
      );
  },
);

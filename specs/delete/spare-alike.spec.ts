/** Deleting one conversation leaves those with similar ids. Follows from the Conversations page: it deletes one id. */
import { neighbourhoodOf } from '../../fixtures/builders/neighbours.ts';
import { conversationIn } from '../../fixtures/reading/read.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** The id that is deleted, and the other one, which is spared. */
const ends: Readonly<Record<string, (end: string) => readonly [id: string, other: string]>> = {
  'ends with that of another one': (end) => [`${end}-${end}`, end],
  'is the end of that of another one': (end) => [end, `${end}-${end}`],
  'is the beginning of that of another one': (end) => [end, `${end}-more`],
  'differs in case from that of another one': (end) => [`${end}-a`, `${end}-A`],
};

for (const [what, idsFor] of Object.entries(ends))
  test(
    `deleting a conversation whose id ${what}`,
    covers('DELETE-SPARE-03'),
    async ({ api, given, check, eventually, data }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const [id, otherId] = idsFor(given.newId());
      // Which ids are allowed is not documented.
      const create = (one: string, ...people: readonly Person[]) =>
        given.conversationIfTaken({ id: one, with: people, ...data.attributes() }, 'such ids');
      const other = await create(otherId, alice, bob);
      await create(id, alice);
      // Where the target has messages, the other one has some.
      await given.optional(() => given.messages(other, { from: alice, text: data.text() }));
      const before = await given.read(other);

      const deleted = await api.conversations.remove(id);

      await check('DELETE-SPARE-03', 'the other one is as before', async () => {
        expect(deleted).toSucceed();
        await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(before));
      });
    },
  );

test(
  'deleting a conversation, where another one has the same id with a space at its end',
  covers('DELETE-SPARE-03'),
  async ({ api, given, check, eventually }) => {
    const { id } = await given.conversation();
    const withSpace = `${id} `;
    const odd = given.api.with({ deliberate: true }).conversations;
    const put = await odd.put(withSpace, { subject: 'With a space' });
    // Which ids are allowed is not documented, nor whether a space at the end is part of one.
    given.unlessRefused(put, 'the target refuses such an id');
    await given.applicableIf(
      async () => expect(conversationIn(await odd.get(withSpace)).id).toBe(withSpace),
      'the target takes no notice of the space',
    );

    const deleted = await api.conversations.remove(id);

    await check('DELETE-SPARE-03', 'the other one is still there, with its subject', async () => {
      expect(deleted).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(withSpace)).toShow({ subject: 'With a space' }),
      );
    });
  },
);

test(
  'deleting one of several conversations with similar ids',
  covers('DELETE-SPARE-03'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id, neighbours } = neighbourhoodOf(given.newId());
    const create = (one: string) =>
      given.conversation({ id: one, with: [alice, bob], subject: data.subject() });
    await given.conversationNotReadYet({ id, with: [alice, bob] });
    const others = await Promise.all(neighbours.map(create));

    const deleted = await api.conversations.remove(id);

    for (const { id: other, before } of others)
      await check('DELETE-SPARE-03', `${other} is as before`, async () => {
        expect(deleted).toSucceed();
        await eventually(async () => expect(await api.conversations.get(other)).toBeAs(before));
      });
  },
);

/** Deleting one conversation leaves those with similar ids. Follows from the Conversations page: it deletes one id. */
import { neighbourhoodOf } from '../../fixtures/builders/neighbours.ts';
import { refused } from '../../fixtures/client/exchange.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [what, spared] of [
  ['ends with that of another one', 0],
  ['is the end of that of another one', 1],
] as const)
  test(
    `deleting a conversation whose id ${what}`,
    covers('DELETE-SPARE-03'),
    async ({ api, given, check, eventually, data }) => {
      const { alice } = await given.users('alice');
      const end = given.newId();
      const create = (id: string) => given.conversation({ id, with: [alice], ...data.attributes() });
      const ids = [end, `${end}-${end}`] as const;
      const other = await create(ids[spared]);
      const own = await create(ids[spared === 0 ? 1 : 0]);

      const deleted = await api.conversations.remove(own.id);

      await check('DELETE-SPARE-03', 'the other one is as before', async () => {
        expect(deleted).toSucceed();
        await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(other.before));
      });
    },
  );

test(
  'deleting a conversation whose id differs from that of another one by a space',
  covers('DELETE-SPARE-03'),
  async ({ api, given, check, eventually }) => {
    const { id } = await given.conversation();
    const other = `${id} `;
    const put = await given.api.conversations.put(other, { subject: 'With a space' });
    // Which ids are allowed is not documented.
    if (refused(put)) throw new NotApplicable('the target refuses such an id');

    const deleted = await api.conversations.remove(id);

    await check('DELETE-SPARE-03', 'the other one is as before', async () => {
      expect(deleted).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(other)).toShow({ subject: 'With a space' }),
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

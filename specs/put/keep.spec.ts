/** PUT removes nobody, whomever its list leaves out. Conversations page: a list cannot exclude participants. */
import { refused } from '../../fixtures/client/exchange.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** People whom a list leaves out, of alice, bob and carol; dave takes no part before. */
for (const [leavesOut, names] of [
  ['one of three', ['alice', 'bob']],
  ['two of three', ['carol']],
  ['all of them, for a new one', ['dave']],
] as const)
  test(
    `a participants list that leaves out ${leavesOut}`,
    covers('PUT-KEEP-01'),
    async ({ api, given, check, eventually }) => {
      const people = await given.users('alice', 'bob', 'carol', 'dave');
      const { alice, bob, carol } = people;
      const { id } = await given.conversation({ with: [alice, bob, carol] });

      const listed = names.map((name) => people[name].id);
      const put = await api.conversations.put(id, { participants: listed });

      await check('PUT-KEEP-01', 'all three still take part', async () => {
        expect(put).toSucceed();
        const all = [...new Set([alice.id, bob.id, carol.id, ...listed])];
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants(all));
      });
    },
  );

for (const history of ['new', 'with messages'] as const)
  test(
    `an empty participants list: ${inWords(history)}`,
    covers('PUT-KEEP-02'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const { id } = await given.conversationInState(history, { with: [alice, bob] });

      const put = await api.conversations.put(id, { participants: [] });

      // Whether a list of nobody is taken or refused is not documented. It names nobody who could be removed.
      await check('PUT-KEEP-02', 'nobody is removed', async () => {
        if (!refused(put)) expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toHaveParticipants([alice.id, bob.id]),
        );
      });
    },
  );

test(
  'null in place of a participants list',
  covers('PUT-KEEP-02'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice, bob] });

    const options = { body: { participants: null }, deliberate: true };
    const put = await api.call('putConversation', { conversationId: id }, options);

    // The documented type has no null here. Whether it is taken or refused, it names nobody who could be removed.
    await check('PUT-KEEP-02', 'nobody is removed', async () => {
      if (!refused(put)) expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, bob.id]),
      );
    });
  },
);

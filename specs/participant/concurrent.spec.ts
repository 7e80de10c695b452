/** What people do in one conversation at the same time all takes effect. Follows from the Participation page. */
import { refused } from '../../fixtures/client/exchange.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const refusesOne = new NotApplicable('the target refuses one of two calls at the same time');

test(
  'several people joining at the same time',
  covers('PARTICIPANT-CONCURRENT-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const { id } = await given.conversation({ with: [alice] });

    const joined = await Promise.all([bob, carol].map((person) => api.participants.join(id, person.id)));

    await check('PARTICIPANT-CONCURRENT-01', 'all of them take part', async () => {
      if (joined.some(refused)) throw refusesOne;
      for (const one of joined) expect(one).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, bob.id, carol.id]),
      );
    });
  },
);

test(
  'several people leaving at the same time',
  covers('PARTICIPANT-CONCURRENT-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const { id } = await given.conversation({ with: [alice, bob, carol] });

    const left = await Promise.all([bob, carol].map((person) => api.participants.leave(id, person.id)));

    await check('PARTICIPANT-CONCURRENT-01', 'only the one who stays takes part', async () => {
      if (left.some(refused)) throw refusesOne;
      for (const one of left) expect(one).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([alice.id]));
    });
  },
);

test(
  'changing the settings of several people at the same time',
  covers('PARTICIPANT-CONCURRENT-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice, bob] });

    const changed = await Promise.all([
      api.participants.modify(id, alice.id, { notify: false }),
      api.participants.modify(id, bob.id, { access: 'Read' }),
    ]);

    await check('PARTICIPANT-CONCURRENT-01', 'each has what was given, and keeps the rest', async () => {
      if (changed.some(refused)) throw refusesOne;
      for (const one of changed) expect(one).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants({
          [alice.id]: { access: 'ReadWrite', notify: false },
          [bob.id]: { access: 'Read', notify: true },
        }),
      );
    });
  },
);

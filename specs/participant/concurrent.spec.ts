/** What people do in one conversation at the same time all takes effect. Follows from the Participation page. */
import { settingsOf } from '../../fixtures/reading/read.ts';
import { mustAllSucceed } from '../../fixtures/scenario/concurrent.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'two people join at the same time',
  covers('PARTICIPANT-CONCURRENT-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const { id } = await given.conversation({ with: [alice] });

    const joined = await Promise.all([bob, carol].map((person) => api.participants.join(id, person.id)));

    await check('PARTICIPANT-CONCURRENT-01', 'both take part', async () => {
      mustAllSucceed(joined);
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants([alice.id, bob.id, carol.id]),
      );
    });
  },
);

test(
  'two people leave at the same time',
  covers('PARTICIPANT-CONCURRENT-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const { id } = await given.conversation({ with: [alice, bob, carol] });

    const left = await Promise.all([bob, carol].map((person) => api.participants.leave(id, person.id)));

    await check('PARTICIPANT-CONCURRENT-01', 'only the one who stays takes part', async () => {
      mustAllSucceed(left);
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([alice.id]));
    });
  },
);

test(
  'settings of two people change at the same time',
  covers('PARTICIPANT-CONCURRENT-01'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id, before } = await given.conversation({ with: [alice, bob] });

    const changed = await Promise.all([
      api.participants.modify(id, alice.id, { notify: false }),
      api.participants.modify(id, bob.id, { access: 'Read' }),
    ]);

    await check('PARTICIPANT-CONCURRENT-01', 'each has what was given, and keeps the rest', async () => {
      mustAllSucceed(changed);
      const settings = settingsOf(before);
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants({
          [alice.id]: { ...settings[alice.id], notify: false },
          [bob.id]: { ...settings[bob.id], access: 'Read' },
        }),
      );
    });
  },
);

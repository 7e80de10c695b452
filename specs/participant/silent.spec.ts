/** What the participation endpoint does where the documentation is silent. Participation page. */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { participantIn } from '../../fixtures/reading/read.ts';
import { textOf } from '../../fixtures/reading/show.ts';
import { covers, test } from '../../fixtures/test.ts';

test(
  'asking about settings of somebody who takes no part',
  covers('PARTICIPANT-SILENT-01'),
  async ({ api, given, survey }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice] });

    await survey('PARTICIPANT-SILENT-01', 'PATCH of a person who does not take part', async () =>
      String((await api.participants.modify(id, bob.id, { notify: false })).status),
    );
  },
);

test(
  'asking about joining what is not there',
  covers('PARTICIPANT-SILENT-01'),
  async ({ api, given, survey }) => {
    const { alice } = await given.users('alice');
    const { id } = await given.conversation();

    await survey('PARTICIPANT-SILENT-01', 'join of an unknown user', async () =>
      String((await api.participants.join(id, given.newId())).status),
    );
    await survey('PARTICIPANT-SILENT-01', 'join to a missing conversation', async () =>
      String((await api.participants.join(given.newId(), alice.id)).status),
    );
  },
);

test('asking about access None', covers('PARTICIPANT-SILENT-01'), async ({ api, given, survey }) => {
  const { heidi } = await given.users('heidi');
  const { id } = await given.conversation({ with: [heidi] });
  const shown = async (): Promise<string> => {
    const read = await api.conversations.get(id);
    if (!succeeded(read)) return `GET answers ${read.status}`;
    const state = participantIn(read, heidi);
    return state ? textOf(state.access) : 'left out of participants';
  };

  // Nothing may be judged by this conversation any more: how it is shown is not documented.
  await survey('PARTICIPANT-SILENT-01', 'access None in GET', async () => {
    const hidden = await api.participants.modify(id, heidi.id, { access: 'None' });
    return succeeded(hidden) ? shown() : `PATCH answers ${hidden.status}`;
  });
  await survey('PARTICIPANT-SILENT-01', 'access None in GET, after a change of notify', async () => {
    const modified = await api.participants.modify(id, heidi.id, { notify: false });
    return succeeded(modified) ? shown() : `PATCH answers ${modified.status}`;
  });
  await survey('PARTICIPANT-SILENT-01', 'access Read after access None', async () => {
    const back = await api.participants.modify(id, heidi.id, { access: 'Read' });
    return succeeded(back) ? shown() : `PATCH answers ${back.status}`;
  });
});

test(
  'asking about coming back to a conversation that was unread',
  covers('PARTICIPANT-SILENT-01'),
  async ({ api, given, survey }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversationInState('with messages', { with: [alice, bob] });
    await given.left(conversation, bob);

    await survey('PARTICIPANT-SILENT-01', 'isUnread after a rejoin, unread before leaving', async () => {
      if (conversation.before.participants[bob.id]?.isUnread !== true) return 'was not unread before leaving';
      const joined = await api.participants.join(conversation.id, bob.id);
      if (!succeeded(joined)) return `joining answers ${joined.status}`;
      return `isUnread ${String(participantIn(await api.conversations.get(conversation.id), bob)?.isUnread)}`;
    });
  },
);

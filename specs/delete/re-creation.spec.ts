/** What is created again under the id of a deleted conversation is new. Conversations page: all data is deleted. */
import { byValues } from '../../fixtures/client/filter.ts';
import { idsListed } from '../../fixtures/lists/listed.ts';
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'a conversation with attributes, deleted and created again',
  covers('DELETE-REBIRTH-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const { id } = await given.conversation({ with: [alice], ...data.attributes() });
    await given.deleted({ id });
    const fresh = await given.conversation({ with: [alice] });

    const put = await api.conversations.put(id, { participants: [alice.id] });

    for (const name of ['subject', 'photoUrl', 'welcomeMessages', 'custom'] as const)
      await check('DELETE-REBIRTH-01', `its ${name} is that of a new conversation`, async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ [name]: fresh.before[name] }),
        );
      });
  },
);

test(
  'filtering by custom data of a conversation that was deleted and created again',
  covers('DELETE-REBIRTH-01'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('filters');
    const custom = { category: data.value() };
    const { id } = await given.conversation({ custom });
    const other = await given.conversation({ custom });
    const without = await given.conversation();
    const filter = byValues(custom);
    const listed = (until: string[]) =>
      idsListed((page) => api.conversations.list(page), [id, other.id, without.id], filter, until);
    await given.holds(
      'a filter finds both, and no other',
      async () => expect((await listed([id, other.id])).sort()).toEqual([id, other.id].sort()),
      'FILTER-CUSTOM-01',
    );
    await given.deleted({ id });

    const put = await api.conversations.put(id, {});

    await check('DELETE-REBIRTH-01', 'the filter finds the other one only', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await listed([other.id])).toEqual([other.id]));
    });
  },
);

test(
  'a conversation with people, deleted and created again with one of them',
  covers('DELETE-REBIRTH-02'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const { id } = await given.conversation({ with: [alice, bob, carol] });
    await given.deleted({ id });

    const put = await api.conversations.put(id, { participants: [bob.id] });

    await check('DELETE-REBIRTH-02', 'nobody else takes part', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([bob.id]));
    });
  },
);

for (const [list, apiVersion] of [
  ['the list', undefined],
  [`the list under ${versions.sortable}`, versions.sortable],
] as const)
  test(
    `a conversation, deleted and created again without people, in ${list} of somebody who took part`,
    covers('DELETE-REBIRTH-02'),
    async ({ api, given, check, eventually }) => {
      const { alice } = await given.users('alice');
      await given.inbox(alice);
      if (apiVersion !== undefined) await given.versions();
      const { inbox } = apiVersion === undefined ? api : api.with({ apiVersion });
      const { id } = await given.conversation({ with: [alice] });
      const other = await given.conversation({ with: [alice] });
      const listed = (until: string[]) =>
        idsListed((page) => inbox.list(alice.id, page), [id, other.id], {}, until);
      await given.holds(
        'both are listed before',
        async () => expect(await listed([id, other.id])).toHaveLength(2),
        'INBOX-LIST-01',
      );
      await given.deleted({ id });

      const put = await api.conversations.put(id, {});

      await check('DELETE-REBIRTH-02', 'it is not listed', async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(await listed([other.id])).toEqual([other.id]));
      });
    },
  );

for (const what of ['settings', 'unread mark'] as const)
  test(
    `a person's ${what} after re-creation`,
    covers('DELETE-REBIRTH-02'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob } = await given.users('alice', 'bob');
      const history = what === 'settings' ? 'with changed settings' : 'marked as unread';
      const { id, created } = await given.conversationInState(history, { with: [bob, alice] });
      await given.deleted({ id });

      const put = await api.conversations.put(id, { participants: [alice.id, bob.id] });

      await check('DELETE-REBIRTH-02', 'they are those of a new participant', async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toHaveParticipants(created.participants),
        );
      });
    },
  );

test(
  'settings of somebody who had left before the deletion, after re-creation',
  covers('DELETE-REBIRTH-02'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.modified(conversation, bob, { access: 'Read', notify: false });
    await given.left(conversation, bob);
    await given.deleted(conversation);

    const put = await api.conversations.put(conversation.id, { participants: [alice.id, bob.id] });

    await check('DELETE-REBIRTH-02', 'they are those of a new participant', async () => {
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(conversation.id)).toHaveParticipants(
          conversation.before.participants,
        ),
      );
    });
  },
);

/** A conversation that was left is gone from that person's list, and from no other. API changelog page: 2021-07-30. */
import type { Query } from '../../fixtures/client/url.ts';
import { inboxOf } from '../../fixtures/lists/inbox.ts';
import { sinceCreationOf } from '../../fixtures/reading/read.ts';
import { versions } from '../../schemas/api-versions.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [list, options] of [
  ['the list', {}],
  ['the ascending list', { orderDirection: 'ASC' }],
  ['the list of unread conversations', { unreadsOnly: true }],
] as const)
  test(
    `leaving a conversation with messages: ${list}`,
    covers('PARTICIPANT-LEAVE-02'),
    async ({ api, given, check, eventually }) => {
      given.unlessDisclaimed('inbox');
      const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
      const { id, before } = await given.conversationInState('with messages', { with: [alice, bob, carol] });
      const query = { ...options, ...sinceCreationOf(before) };
      const listOf = async (person: typeof bob) => (await inboxOf(api, person, query, [id])).ids;
      const listed = async () => expect(await listOf(bob)).toContain(id);
      // That what is unread is in this list is a requirement of its own, and weaker (INBOX-LIST-03).
      if ('unreadsOnly' in options) await given.applicableIf(listed, 'unreadsOnly does not find it');
      else await given.holds('it is in the list of bob', listed, 'INBOX-LIST-01');

      const left = await api.participants.leave(id, bob.id);

      await check('PARTICIPANT-LEAVE-02', 'gone for who left, and still there for another', async () => {
        expect(left).toSucceed();
        await eventually(async () => {
          expect(await listOf(bob), 'the list of bob').not.toContain(id);
          expect(await listOf(carol), 'the list of carol').toContain(id);
        });
      });
    },
  );

for (const apiVersion of [versions.leaving, versions.latest])
  test(
    `leaving a conversation without messages, under ${apiVersion}`,
    covers('PARTICIPANT-LEAVE-02'),
    async ({ api, given, check, eventually }) => {
      given.unlessDisclaimed('inbox');
      // Of older versions a target need not know any.
      if (apiVersion !== versions.latest) await given.versions();
      const { alice, bob } = await given.users('alice', 'bob');
      const { id } = await given.conversation({ with: [alice, bob] });
      const dated = api.with({ apiVersion });
      const listOf = async (person: typeof bob) => (await inboxOf(dated, person, {}, [id])).ids;
      const listed = async () => expect(await listOf(bob)).toContain(id);
      await given.holds('it is in the list of bob', listed, 'INBOX-LIST-01');

      const left = await dated.participants.leave(id, bob.id);

      await check('PARTICIPANT-LEAVE-02', 'gone for who left, and still there for another', async () => {
        expect(left).toSucceed();
        await eventually(async () => {
          expect(await listOf(bob), 'the list of bob').not.toContain(id);
          expect(await listOf(alice), 'the list of alice').toContain(id);
        });
      });
    },
  );

test(
  'leaving a conversation, and listing under an older version first',
  covers('PARTICIPANT-LEAVE-02'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('inbox');
    await given.versions();
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice, bob] });
    const older = api.with({ apiVersion: versions.sortable });
    const newer = api.with({ apiVersion: versions.leaving });
    const listOf = async (caller: typeof api) => (await inboxOf(caller, bob, {}, [id])).ids;
    const listed = async () => expect(await listOf(newer)).toContain(id);
    await given.holds('it is in the list of bob', listed, 'INBOX-LIST-01');

    const left = await newer.participants.leave(id, bob.id);

    await check('PARTICIPANT-LEAVE-02', 'gone under the newer one, whatever the older shows', async () => {
      expect(left).toSucceed();
      await eventually(async () => {
        await listOf(older);
        expect(await listOf(newer), 'the list of bob').not.toContain(id);
      });
    });
  },
);

test(
  'a message in a conversation that somebody left',
  covers('PARTICIPANT-LEAVE-02'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('inbox');
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const { id, before } = conversation;
    const listOf = async (person: typeof bob, query: Query = {}) =>
      (await inboxOf(api, person, query, [id])).ids;
    const listed = async () => expect(await listOf(bob)).toContain(id);
    await given.holds('it is in the list of bob', listed, 'INBOX-LIST-01');
    await given.done('leaving', api.participants.leave(id, bob.id), 'PARTICIPANT-LEAVE-01');

    await given.messages(conversation, { from: alice, text: data.text() });

    await check('PARTICIPANT-LEAVE-02', 'it is in the list of the sender, not of who left', async () => {
      await eventually(async () => {
        expect(await listOf(alice, sinceCreationOf(before)), 'the list of alice').toContain(id);
        expect(await listOf(bob, sinceCreationOf(before)), 'the list of bob').not.toContain(id);
      });
    });
  },
);

test(
  'leaving a conversation for the second time',
  covers('PARTICIPANT-LEAVE-02'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('inbox');
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    await given.left(conversation, bob);
    await given.joined(conversation, bob);
    const listed = async () => (await inboxOf(api, bob, {}, [conversation.id])).ids;
    await given.holds(
      'it is in the list of bob again',
      async () => expect(await listed()).toContain(conversation.id),
      'INBOX-LIST-01',
    );

    const left = await api.participants.leave(conversation.id, bob.id);

    await check('PARTICIPANT-LEAVE-02', 'it is gone again', async () => {
      expect(left).toSucceed();
      await eventually(async () => expect(await listed()).not.toContain(conversation.id));
    });
  },
);

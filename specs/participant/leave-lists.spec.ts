/** A conversation that was left is gone from that person's list, and from no other. API changelog page: 2021-07-30. */
import type { Api } from '../../fixtures/client/api.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { timestamp, type ConversationState } from '../../fixtures/reading/read.ts';
import { versions } from '../../schemas/api-versions.ts';
import { walkUntil } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Whether a conversation is in the list of a person, looked through page by page. */
async function isListed(api: Api, userId: string, { id }: ConversationState, query: Query = {}) {
  const list = (page: Query) => api.inbox.list(userId, page);
  const { ids } = await walkUntil(list, query, (seen) => seen.includes(String(id)));
  return ids.includes(String(id));
}

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
      const query = { ...options, lastMessageAfter: timestamp(before.createdAt, 'createdAt') - 1 };
      // The default version differs by app.
      const dated = api.with({ apiVersion: versions.leaving });
      const listed = async () => expect(await isListed(dated, bob.id, before, query)).toBe(true);
      await given.holds('it is in the list of bob', listed, 'INBOX-LIST-01');

      const left = await dated.participants.leave(id, bob.id);

      await check('PARTICIPANT-LEAVE-02', 'gone for who left, and still there for another', async () => {
        expect(left).toSucceed();
        await eventually(async () => {
          expect(await isListed(dated, bob.id, before, query), 'in the list of bob').toBe(false);
          expect(await isListed(dated, carol.id, before, query), 'in the list of carol').toBe(true);
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
    const { id, before } = await given.conversation({ with: [alice, bob] });
    const [older, newer] = [versions.sortable, versions.leaving].map((apiVersion) =>
      api.with({ apiVersion }),
    );
    const listed = async () => expect(await isListed(newer ?? api, bob.id, before)).toBe(true);
    await given.holds('it is in the list of bob', listed, 'INBOX-LIST-01');

    const left = await (newer ?? api).participants.leave(id, bob.id);

    await check(
      'PARTICIPANT-LEAVE-02',
      'gone under the newer version, whatever the older one shows',
      async () => {
        expect(left).toSucceed();
        await eventually(async () => {
          await isListed(older ?? api, bob.id, before);
          expect(await isListed(newer ?? api, bob.id, before), 'in the list of bob').toBe(false);
        });
      },
    );
  },
);

for (const apiVersion of [versions.leaving, versions.latest])
  test(
    `leaving a conversation without messages, under ${apiVersion}`,
    covers('PARTICIPANT-LEAVE-02'),
    async ({ api, given, check, eventually }) => {
      given.unlessDisclaimed('inbox');
      const { alice, bob } = await given.users('alice', 'bob');
      const { id, before } = await given.conversation({ with: [alice, bob] });
      const dated = api.with({ apiVersion });
      const listed = async () => expect(await isListed(dated, bob.id, before)).toBe(true);
      await given.holds('it is in the list of bob', listed, 'INBOX-LIST-01');

      const left = await dated.participants.leave(id, bob.id);

      await check('PARTICIPANT-LEAVE-02', 'gone for who left, and still there for another', async () => {
        expect(left).toSucceed();
        await eventually(async () => {
          expect(await isListed(dated, bob.id, before), 'in the list of bob').toBe(false);
          expect(await isListed(dated, alice.id, before), 'in the list of alice').toBe(true);
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
    const { before } = conversation;
    const dated = api.with({ apiVersion: versions.leaving });
    await given.done('leaving', dated.participants.leave(conversation.id, bob.id), 'PARTICIPANT-LEAVE-01');

    await given.messages(conversation, { from: alice, text: data.text() });

    await check(
      'PARTICIPANT-LEAVE-02',
      'it is in the list of the sender, and of who left it is not',
      async () => {
        const query = { lastMessageAfter: timestamp(before.createdAt, 'createdAt') - 1 };
        await eventually(async () => {
          expect(await isListed(dated, alice.id, before, query), 'in the list of alice').toBe(true);
          expect(await isListed(dated, bob.id, before, query), 'in the list of bob').toBe(false);
        });
      },
    );
  },
);

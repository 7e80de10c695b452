/**
 * A new message moves a conversation by last activity, and not by creation. Conversations page: conversations can move to
 * the front of the list as new messages come; ordering by creation is stable.
 */
import { ownConversations } from '../../fixtures/lists/own.ts';
import { orders, type SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import type { RequestBody } from '../../schemas/types.ts';

type People = SharedConversations['people'];

/** What arrives in a conversation in which alice has written before. */
const messages: Readonly<Record<string, (people: People) => RequestBody<'sendMessages'>>> = {
  'another message of the same person': ({ alice }) => [
    { type: 'UserMessage', sender: alice.id, text: 'Still here?' },
  ],
  'a SystemMessage': () => [{ type: 'SystemMessage', text: 'Bob is on his way' }],
};

for (const [message, bodyOf] of Object.entries(messages))
  test(
    `${message} arrives`,
    covers('LIST-ORDER-05', 'LIST-ORDER-06'),
    async ({ api, given, check, eventually, shared }) => {
      const six = await shared();
      const { conversations, viewOf } = await ownConversations(3, six, { api, given });
      const [first = '', second = '', third = ''] = conversations.map(({ id }) => id);
      const view = viewOf(first, second, third);
      const names = new Map(Object.entries({ first, second, third }).map(([name, id]) => [id, name]));
      const listed = async (order: keyof typeof orders) =>
        (await view.through(orders[order], pageSize)).own().map((id) => names.get(id));
      await given.holds(
        'the latest activity comes first',
        async () => expect(await listed('lastActivity DESC')).toEqual(['third', 'second', 'first']),
        'LIST-ORDER-01',
      );
      const byCreation = await given.holds('all three are listed by creation', async () => {
        const ids = await listed('createdAt DESC');
        expect(ids).toHaveLength(3);
        return ids;
      });

      await six.tick();
      const sent = await api.messages.send(second, bodyOf(six.people));

      await check('LIST-ORDER-05', 'to the front of lastActivity DESC', async () => {
        expect(sent).toSucceed();
        await eventually(async () =>
          expect(await listed('lastActivity DESC')).toEqual(['second', 'third', 'first']),
        );
      });
      await check('LIST-ORDER-05', 'to the end of lastActivity ASC', async () => {
        expect(sent).toSucceed();
        await eventually(async () =>
          expect(await listed('lastActivity ASC')).toEqual(['first', 'third', 'second']),
        );
      });
      await check('LIST-ORDER-06', 'by creation nothing moves', async () => {
        expect(sent).toSucceed();
        await eventually(async () => expect(await listed('createdAt DESC')).toEqual(byCreation));
      });
    },
  );

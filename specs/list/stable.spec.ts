/** The order by creation is stable, earliest first as well. Conversations page: ordering by creation, orderDirection. */
import { ownConversations } from '../../fixtures/lists/own.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'a message arrives in one of three conversations listed by creation, earliest first',
  covers('LIST-ORDER-06'),
  async ({ api, given, check, eventually, shared }) => {
    const six = await shared();
    const { conversations, viewOf } = await ownConversations(3, six, { api, given });
    const ids = conversations.map(({ id }) => id);
    const [first = ''] = ids;
    const listed = async () => (await viewOf(...ids).through(orders['createdAt ASC'], pageSize)).own();
    await given.holds(
      'the earliest creation comes first',
      async () => expect(await listed()).toEqual(ids),
      'LIST-ORDER-04',
    );

    await six.tick();
    await given.messages({ id: first }, { from: six.people.alice, text: 'Still here?' });

    await check('LIST-ORDER-06', 'nothing moves', () =>
      eventually(async () => expect(await listed()).toEqual(ids)),
    );
  },
);

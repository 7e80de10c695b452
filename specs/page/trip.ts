/** Four conversations of a scenario's own, and the parts that they play while a list of them is walked through. */
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Given } from '../../fixtures/scenario/given.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { orders, type SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { makeListView, type ListView } from '../../fixtures/lists/list-view.ts';

/**
 * Ids in the order by creation, as it was read: so a wrong order is told once, by the requirements about orders. By
 * last activity they stand in the same order, but for the first, which has no message.
 */
export interface Trip {
  /** Stands before the cursor, and is to be deleted. */
  readonly gone: string;
  readonly cursor: string;
  /** Stands after the cursor. */
  readonly next: string;
  /** Stands last, and is to get a message. */
  readonly mover: string;
  /** Custom data and query parameters that narrow a list to this trip. */
  readonly custom: Readonly<Record<string, string>>;
  readonly narrow: Query;
  list(query: Query): Promise<Exchange>;
  /** The list with these conversations of the trip. */
  viewOf(...ids: readonly string[]): ListView;
  /** Ids as the parts that they play. */
  parts(ids: readonly string[]): string[];
}

export async function makeTrip(api: Api, given: Given, shared: SharedConversations): Promise<Trip> {
  const { alice, bob } = shared.people;
  const custom = { trip: given.newId() };
  const narrow = shared.narrowTo(custom);
  const made: string[] = [];
  for (let count = 0; count < 4; count++) {
    await shared.tick();
    made.push((await given.conversation({ with: [alice, bob], custom })).id);
  }

  const list = (query: Query): Promise<Exchange> => api.conversations.list(query);
  // Descending lists begin near their top, with what has just been made; ascending ones with the quietest.
  const viewOf = (...ids: readonly string[]): ListView =>
    makeListView(list, ids, narrow, ({ orderDirection }) => (orderDirection === 'ASC' ? next : undefined));

  const [gone = '', cursor = '', next = '', mover = ''] = await given.holds(
    'a list shows four new conversations',
    async () => {
      const own = (await viewOf(...made).through(orders['createdAt DESC'], pageSize)).own();
      if ([...own].sort().join(' ') !== [...made].sort().join(' ')) throw new Blocked('it does not');
      return own;
    },
  );
  for (const id of [mover, next, cursor]) {
    await shared.tick();
    await given.messages({ id }, { from: alice, text: 'Hello' });
  }
  const roles = new Map(Object.entries({ gone, cursor, next, mover }).map(([role, id]) => [id, role]));
  const parts = (ids: readonly string[]): string[] => ids.map((id) => roles.get(id) ?? 'another');
  return { gone, cursor, next, mover, custom, narrow, list, viewOf, parts };
}

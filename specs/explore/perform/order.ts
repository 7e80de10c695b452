/** Whether a list stands in the order that was asked for, by the timestamps that it shows itself. */
import { isObject } from '../../../fixtures/reading/read.ts';
import { show } from '../../../fixtures/reading/show.ts';
import type { Conversation, QuietChange } from '../../model/conversation.ts';
import type { ListOrder } from '../../model/lists.ts';

export type Item = Readonly<Record<string, unknown>>;

export const idOf = (item: unknown): unknown => (isObject(item) ? item['id'] : undefined);

/** What is no activity, as the requirement that says so. */
const noActivity: Readonly<Record<QuietChange, string>> = {
  put: 'PUT-MERGE-13',
  mark: 'READ-SCOPE-03',
  edit: 'MESSAGE-LAST-01',
};

/** The first pair in the wrong order. Where a conversation without messages stands by last activity is open. */
export function disorder(
  own: readonly Item[],
  order: ListOrder,
  modelOf: (item: Item) => Conversation | undefined,
): { ids: readonly string[]; claim: string; expected: string; received: string } | undefined {
  const byCreation = order.orderBy === 'createdAt';
  const placed = own.flatMap((item) => {
    const model = modelOf(item);
    const message = item['lastMessage'];
    const time = byCreation ? item['createdAt'] : isObject(message) ? message['createdAt'] : undefined;
    if (model === undefined || typeof time !== 'number' || (!byCreation && model.activityIsOpen)) return [];
    return [{ time, model, id: item['id'] }];
  });
  for (const [index, next] of placed.entries()) {
    const previous = placed[index - 1];
    if (previous === undefined || previous.time === next.time) continue;
    if (previous.time < next.time === (order.orderDirection === 'ASC')) continue;
    const since = byCreation ? [] : [...previous.model.sinceLastMessage, ...next.model.sinceLastMessage];
    return {
      ids: since.length > 0 ? since.map((change) => noActivity[change]) : [requirementOf(order)],
      claim: `the order ${[order.orderBy ?? 'by default', order.orderDirection ?? ''].join(' ').trim()}`,
      expected: `${show(next.id)} before ${show(previous.id)}`,
      received: placed.map(({ id, time }) => `${show(id)} ${time}`).join(', '),
    };
  }
  return undefined;
}

function requirementOf({ orderBy, orderDirection }: ListOrder): string {
  if (orderBy === 'createdAt') return 'LIST-ORDER-04';
  if (orderDirection === 'ASC') return orderBy === undefined ? 'LIST-ORDER-04' : 'LIST-ORDER-03';
  return orderBy === undefined && orderDirection === undefined ? 'LIST-ORDER-01' : 'LIST-ORDER-02';
}

/** Lists under dated versions of the API. */
import { succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { byCustom } from '../../../fixtures/client/filter.ts';
import { versions } from '../../../schemas/api-versions.ts';
import type { Sequence } from '../sequence.ts';
import { markerKey, userId, type MissingUserStep, type OldListStep } from '../steps.ts';
import { dataOf } from './messages.ts';
import { disorder, idOf, type Item } from './order.ts';

/** The order of the first version cannot be changed: whatever is asked for, no answer shows another one. */
export async function oldList(sequence: Sequence, { order }: OldListStep): Promise<void> {
  const { session } = sequence;
  const query = { ...order, ...byCustom({ [markerKey]: ['==', session.marker] }), limit: 30 };
  let exchange: Exchange | undefined;
  const wrong = await session.look(async () => {
    exchange = await sequence.api
      .with({ apiVersion: versions.first, deliberate: true })
      .conversations.list(query);
    if (!succeeded(exchange)) return undefined;
    const slotOf = (item: unknown): number => session.slotOf(idOf(item)) ?? -1;
    const own = (dataOf(exchange.body) as Item[]).filter((item) => sequence.conversation(slotOf(item)));
    return disorder(own, { orderBy: 'createdAt' }, (item) => sequence.conversation(slotOf(item)));
  });
  if (wrong !== undefined && exchange !== undefined)
    throw sequence.contradiction(
      ['VERSION-ORDER-01'],
      'the order under the first version',
      wrong.expected,
      exchange,
      wrong.received,
    );
}

/** The list of a user who does not exist is refused since the latest version, and was none before. */
export async function missingUser(sequence: Sequence, { old }: MissingUserStep): Promise<void> {
  const apiVersion = old ? versions.leaving : versions.latest;
  const nobody = userId(`nobody-${sequence.session.marker}`);
  const exchange = await sequence.api.with({ apiVersion }).inbox.list(nobody, { limit: 1 });
  const right = old ? succeeded(exchange) : exchange.status === 404;
  if (!right)
    throw sequence.contradiction(
      ['INBOX-LIST-04'],
      `the list of a user who does not exist, under ${apiVersion}`,
      old ? 'a success (200)' : 'status 404',
      exchange,
    );
}

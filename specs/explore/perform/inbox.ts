/** The list of one person's conversations. */
import { succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { isObject } from '../../../fixtures/reading/read.ts';
import { show } from '../../../fixtures/reading/show.ts';
import { difference } from '../../model/differences.ts';
import type { Sequence } from '../sequence.ts';
import { simpler } from '../simpler.ts';
import type { InboxStep } from '../steps.ts';
import { dataOf } from './messages.ts';
import { disorder, idOf, type Item } from './order.ts';

/** Pages that are looked through: those of the sequence were created last, so they are among the first. */
const mostPages = 4;

interface Wrong {
  readonly ids: readonly string[];
  readonly claim: string;
  readonly expected: string;
  readonly received: string;
}

export async function inbox(sequence: Sequence, step: InboxStep): Promise<void> {
  const seen = await ask(sequence, step);
  if (seen === undefined) return;
  const { wrong, exchange } = await plainest(sequence, step, seen);
  throw sequence.contradiction(wrong.ids, wrong.claim, wrong.expected, exchange, wrong.received);
}

interface Seen {
  readonly wrong: Wrong;
  readonly exchange: Exchange;
}

/** What the plainest question shows that has a wrong answer: what it leaves out is not to blame. */
async function plainest(sequence: Sequence, step: InboxStep, seen: Seen): Promise<Seen> {
  for (const plainer of simpler(step) as InboxStep[]) {
    const again = await ask(sequence, plainer);
    if (again !== undefined) return plainest(sequence, plainer, again);
  }
  return seen;
}

async function ask(sequence: Sequence, step: InboxStep): Promise<Seen | undefined> {
  const { limit } = step;
  let last: Exchange | undefined;
  const wrong = await sequence.session.look(async () => {
    const items: unknown[] = [];
    let ended = false;
    for (let page = 0; page < mostPages && !ended; page++) {
      const startingAfter = idOf(items.at(-1)) as string | undefined;
      last = await sequence.api.inbox.list(step.user, {
        orderBy: 'createdAt',
        limit,
        startingAfter,
        ...(step.unreadsOnly ? { unreadsOnly: true } : {}),
      });
      // What others do may take the conversation away after which the page was to begin.
      if (!succeeded(last) && page > 0) return undefined;
      const data = dataOf(last.body);
      items.push(...data);
      if (data.length > limit)
        return {
          ids: ['INBOX-LIST-02'],
          claim: 'a page of one person holds no more than asked for',
          expected: `at most ${limit} items`,
          received: `${data.length} items`,
        };
      ended = data.length < limit || isOlder(sequence, data.at(-1));
    }
    return last && judge(sequence, step, last, items, ended);
  });
  return wrong === undefined || last === undefined ? undefined : { wrong, exchange: last };
}

/** Whether everything of the sequence stands before this item. */
function isOlder(sequence: Sequence, item: unknown): boolean {
  const at = isObject(item) ? item['createdAt'] : undefined;
  const times = [...sequence.state.conversations.values()].map(({ createdAt }) => createdAt ?? -1);
  return typeof at === 'number' && times.length > 0 && at < Math.min(...times);
}

function judge(
  sequence: Sequence,
  { user, unreadsOnly, limit }: InboxStep,
  exchange: Exchange,
  items: readonly unknown[],
  ended: boolean,
): Wrong | undefined {
  const claim = unreadsOnly ? 'the unread ones of one person' : 'the list of one person';
  if (!succeeded(exchange))
    return { ids: ['INBOX-LIST-01'], claim, expected: 'a success (200)', received: String(exchange.status) };
  const seen = items.map((item) => sequence.session.slotOf(idOf(item)));
  const received = show(items.map(idOf).filter((_, index) => seen[index] !== undefined));
  for (const [slot, conversation] of sequence.state.conversations) {
    const one = conversation.participants.get(user);
    const times = seen.filter((one) => one === slot).length;
    const expected = `${sequence.id(slot)}`;
    if (one === undefined && times > 0) {
      const former = conversation.formerParticipants.has(user);
      return {
        ids: [former ? 'PARTICIPANT-LEAVE-02' : 'INBOX-LIST-01'],
        claim,
        expected: `not ${expected}`,
        received,
      };
    }
    if (one === undefined) continue;
    if (times > 1)
      return {
        ids: [limit < 30 ? 'INBOX-LIST-02' : 'INBOX-LIST-01'],
        claim,
        expected: `${expected} once`,
        received,
      };
    if (unreadsOnly && times === 1 && one.isUnread === false)
      return { ids: ['INBOX-LIST-03'], claim, expected: `not ${expected}, which is read`, received };
    const due = unreadsOnly ? one.isUnread === true && one.hasUnreadMessage : true;
    if (due && times === 0 && ended)
      return {
        ids: [unreadsOnly ? 'INBOX-LIST-03' : limit < 30 ? 'INBOX-LIST-02' : 'INBOX-LIST-01'],
        claim,
        expected: `also ${expected}`,
        received,
      };
    const wrong = times === 1 && difference(items[seen.indexOf(slot)], conversation, true);
    if (wrong)
      return {
        ids: ['INBOX-LIST-01'],
        claim: `${claim}: ${wrong.aspect}`,
        expected: wrong.expected,
        received: wrong.received,
      };
  }
  const ghost = seen.find((slot) => slot !== undefined && sequence.conversation(slot) === undefined);
  if (ghost === undefined) {
    const own = items.filter((_, index) => seen[index] !== undefined) as Item[];
    const wrong = disorder(own, { orderBy: 'createdAt' }, (item) =>
      sequence.conversation(sequence.session.slotOf(idOf(item)) ?? -1),
    );
    return wrong && { ...wrong, ids: ['INBOX-LIST-02'], claim: `${claim}: ${wrong.claim}` };
  }
  return {
    ids: ['DELETE-GONE-04'],
    claim,
    expected: `not ${sequence.id(ghost)}, which is deleted`,
    received,
  };
}

/** The list of one person's conversations. */
import { refused, succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { isObject } from '../../../fixtures/reading/read.ts';
import { show } from '../../../fixtures/reading/show.ts';
import { versions } from '../../../schemas/api-versions.ts';
import type { Conversation } from '../../model/conversation.ts';
import { difference } from '../../model/differences.ts';
import { isWithin, type TimeBounds } from '../../model/lists.ts';
import type { Sequence } from '../sequence.ts';
import { simpler } from '../simpler.ts';
import type { InboxStep } from '../steps.ts';
import { boundsOf, isEmptyRange } from './bound.ts';
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
  const seen = await askEach(sequence, step);
  if (seen === undefined) return;
  // What a call did to a conversation shows in GET as well, and is to blame on that call.
  await sequence.verifyAll();
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
    const again = await askEach(sequence, plainer);
    if (again !== undefined) return plainest(sequence, plainer, again);
  }
  return seen;
}

async function askEach(sequence: Sequence, step: InboxStep): Promise<Seen | undefined> {
  const { then, ...first } = step;
  const wrong = await ask(sequence, first);
  return wrong ?? (then === undefined ? undefined : ask(sequence, { ...first, user: then }));
}

async function ask(sequence: Sequence, step: InboxStep): Promise<Seen | undefined> {
  const { limit, order } = step;
  const bounds = boundsOf(sequence, step.bounds ?? [], order);
  const api = step.old ? sequence.api.with({ apiVersion: versions.sortable }) : sequence.api;
  let last: Exchange | undefined;
  const wrong = await sequence.session.look(async () => {
    const items: unknown[] = [];
    let ended = false;
    // What startingAfter means beside offsetTs is not documented.
    const most = bounds.offsetTs === undefined ? mostPages : 1;
    for (let page = 0; page < most && !ended; page++) {
      const startingAfter = idOf(items.at(-1)) as string | undefined;
      last = await api.inbox.list(step.user, {
        ...order,
        ...bounds,
        limit,
        startingAfter,
        ...(step.unreadsOnly ? { unreadsOnly: true } : {}),
      });
      // What others do may take the conversation away after which the page was to begin.
      if (!succeeded(last) && page > 0) return undefined;
      if (refused(last) && isEmptyRange(bounds)) return undefined;
      const data = dataOf(last.body);
      items.push(...data);
      if (data.length > limit)
        return {
          ids: ['INBOX-LIST-02'],
          claim: 'a page of one person holds no more than asked for',
          expected: `at most ${limit} items`,
          received: `${data.length} items`,
        };
      ended = data.length < limit || (isLatestFirst(step) && isOlder(sequence, data.at(-1)));
    }
    return last && judge(sequence, step, bounds, last, items, ended);
  });
  return wrong === undefined || last === undefined ? undefined : { wrong, exchange: last };
}

const isLatestFirst = ({ order }: InboxStep): boolean =>
  order.orderBy === 'createdAt' && order.orderDirection !== 'ASC';

/** Whether everything of the sequence stands before this item. */
function isOlder(sequence: Sequence, item: unknown): boolean {
  const at = isObject(item) ? item['createdAt'] : undefined;
  const times = [...sequence.state.conversations.values()].map(({ createdAt }) => createdAt ?? -1);
  return typeof at === 'number' && times.length > 0 && at < Math.min(...times);
}

function judge(
  sequence: Sequence,
  step: InboxStep,
  bounds: TimeBounds,
  exchange: Exchange,
  items: readonly unknown[],
  ended: boolean,
): Wrong | undefined {
  const { user, unreadsOnly, limit } = step;
  const claim = claimOf(step);
  if (!succeeded(exchange))
    return { ids: ['INBOX-LIST-01'], claim, expected: 'a success (200)', received: String(exchange.status) };
  const seen = items.map((item) => sequence.session.slotOf(idOf(item)));
  const received = show(items.map(idOf).filter((_, index) => seen[index] !== undefined));
  const asked = { ...step.order, ...bounds };
  for (const [slot, conversation] of sequence.state.conversations) {
    const times = seen.filter((one) => one === slot).length;
    const expected = `${sequence.id(slot)}`;
    if (times > 1)
      return {
        ids: [limit < 30 ? 'INBOX-LIST-02' : 'INBOX-LIST-01'],
        claim: `${claim}: twice`,
        expected: `${expected} once`,
        received,
      };
    const wanted = isIn(conversation, step);
    const within = isWithin(conversation, asked);
    if (times === 1 && (wanted.due === false || within === false))
      return {
        ids: [within === false && wanted.due !== false ? 'INBOX-LIST-02' : wanted.requirement],
        claim,
        expected: `not ${expected}${wanted.why ?? ''}`,
        received,
      };
    if (wanted.due === true && within === true && times === 0 && ended)
      return {
        ids: [
          unreadsOnly || step.old
            ? wanted.requirement
            : limit < 30 || Object.keys(bounds).length > 0
              ? 'INBOX-LIST-02'
              : 'INBOX-LIST-01',
        ],
        claim,
        expected: `also ${expected}`,
        received,
      };
    const present = times === 1 && conversation.participants.has(user);
    const wrong = present && difference(items[seen.indexOf(slot)], conversation, true);
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
    if (step.old) return undefined;
    const own = items.filter((_, index) => seen[index] !== undefined) as Item[];
    const wrong = disorder(own, step.order, (item) =>
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

function claimOf({ unreadsOnly, old }: InboxStep): string {
  if (old) return 'the list of one person under an older version';
  return unreadsOnly ? 'the unread ones of one person' : 'the list of one person';
}

interface Wanted {
  /** Undefined where that is open. */
  readonly due: boolean | undefined;
  readonly requirement: string;
  readonly why?: string;
}

/** Whether the list of a person holds the conversation, bounds apart. */
function isIn(conversation: Conversation, { user, unreadsOnly, old }: InboxStep): Wanted {
  const one = conversation.participants.get(user);
  if (one !== undefined) {
    if (!unreadsOnly) return { due: true, requirement: 'INBOX-LIST-01' };
    const due = one.isUnread === false ? false : one.isUnread && one.hasUnreadMessage ? true : undefined;
    return { due, requirement: 'INBOX-LIST-03', why: ', which is read' };
  }
  const left = conversation.formerParticipants.get(user);
  if (left === undefined) return { due: false, requirement: 'INBOX-LIST-01' };
  // Nobody says which call's version counts where the two are not of one kind.
  if (left === 'keepsListed')
    return { due: old && !unreadsOnly ? true : undefined, requirement: 'VERSION-LEAVE-01' };
  return { due: old ? undefined : false, requirement: 'PARTICIPANT-LEAVE-02', why: ', which was left' };
}

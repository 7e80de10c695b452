/**
 * The seed corpus: sequences that every exploration plays before the random ones. They hold what takes many calls to meet
 * by chance: every hard text in every place, sizes beyond a page, each pair of parameters of a list, versions, and keys.
 */
import { mistakenFor, positionKeys } from '../../fixtures/builders/hard-text.ts';
import type { ListOrder } from '../model/lists.ts';
import { faults } from './faults.ts';
import type { Plan } from './generate.ts';
import {
  manySlots,
  names,
  oddSlot,
  oddUser,
  userId,
  type Bound,
  type Draft,
  type ListStep,
  type Step,
} from './steps.ts';
import { hardKeys, hardNonEmpty, hardValues, lookAlikes } from './texts.ts';
import { nearKeys } from './wrong-keys.ts';

const [alice, bob, carol, dave, , frank, grace] = names.map(userId) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const everybody = names.map(userId);

const planOf = (steps: readonly Step[]): Plan => ({
  oddIds: false,
  steps: steps.map((step) => ({ step, strangers: true })),
});

const put = (slot: number, body: Extract<Step, { do: 'put' }>['body'], marker = true): Step => ({
  do: 'put',
  slot,
  body,
  marker,
});
const says = (from: string | null, text: string): Draft => ({ from, text });
const get = (slot: number): Step => ({ do: 'get', slot });
const send = (slot: number, ...drafts: Draft[]): Step => ({ do: 'send', slot, drafts });
const messagesOf = (slot: number): Step => ({ do: 'messages', slot });
const listBy = (order: ListOrder, more: Partial<ListStep> = {}): Step => ({
  do: 'list',
  order,
  limit: 30,
  ...more,
});
const inboxOf = (user: string, more: Partial<Extract<Step, { do: 'inbox' }>> = {}): Step => ({
  do: 'inbox',
  user,
  unreadsOnly: false,
  limit: 30,
  order: { orderBy: 'createdAt' },
  ...more,
});

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Most keys of custom that one conversation is given, and most messages of one call. */
const atOnce = 7;

/** Most welcome messages of a conversation. */
const mostWelcomes = 3;

/** All of the shorter ones in one text. */
const everyText = hardNonEmpty.join('|').slice(0, 480);

/** Every hard text as a value, as a key, in a list and as a message; all of it is there after a later change too. */
function values(): Step[] {
  const customs = chunks(hardKeys, atOnce).map((keys, chunk) =>
    Object.fromEntries(
      keys.map((key, index) => [key, hardValues[(chunk * atOnce + index) % hardValues.length] ?? '']),
    ),
  );
  const rest = chunks(hardValues.slice(hardKeys.length), atOnce).map((texts) =>
    Object.fromEntries(texts.map((text, index) => [`v${index}`, text])),
  );
  const all = [...customs, ...rest];
  return [
    ...all.flatMap((custom, slot) => [put(slot + manySlots[0]!, { custom })]),
    ...all.map((_, slot) => put(slot + manySlots[0]!, { custom: { color: 'Shoes', size: '' } })),
    put(0, { custom: Object.fromEntries(positionKeys.map((key) => [key, 'Shoes'])) }, false),
    put(1, { custom: { '7': 'Shoes', '42': 'Boots', color: 'Shoes' } }, false),
    put(1, { custom: { Color: 'Boots', '42': 'Hats' } }, false),
    put(1, { custom: { color: 'Hats', '042': 'Hats', '7': null } }, false),
    put(2, { participants: [alice, bob], subject: 'Shoes' }),
    ...chunks(hardNonEmpty, mostWelcomes)
      .slice(0, 12)
      .map((welcomeMessages) => put(2, { welcomeMessages })),
    put(2, { welcomeMessages: [] }),
    ...['', ' x ', 'true', 'null', '0', everyText].flatMap((subject) => [put(2, { subject })]),
    ...chunks(hardNonEmpty, atOnce)
      .slice(0, 5)
      .map((texts) => send(2, ...texts.map((text) => says(alice, text)))),
    { do: 'edit', slot: 2, back: 0, change: { text: everyText, custom: { color: 'Shoes', '0': '' } } },
    send(2, says(alice, everyText)),
    messagesOf(2),
    listBy({ orderBy: 'createdAt' }),
  ];
}

/** Hard texts whose look-alikes are filtered for. */
const mostFiltered = 9;

/** More values than anybody looks for at once, none of which a conversation has. */
const otherSizes = Array.from({ length: 12 }, (_, index) => `Size ${index}`);

/** Filters answer what has the text, and nothing that is like it. */
function filters(): Step[] {
  const pairs = [...mistakenFor, ...lookAlikes.slice(-mostFiltered)];
  const entries = (side: 0 | 1): Record<string, string> =>
    Object.fromEntries(pairs.map((pair, index) => [`v${index}`, pair[side]]));
  return [
    put(0, { custom: entries(0) }),
    put(2, { custom: entries(1) }),
    put(3, { custom: { color: 'Shoes', size: 'Boots' } }),
    put(4, { custom: { color: 'Shoes', size: 'Hats', kind: '' } }),
    ...pairs.map(([text], index) => listBy({}, { tests: [{ key: `v${index}`, test: ['==', text] }] })),
    ...(['oneOf', '!oneOf'] as const).map((operator) =>
      listBy({}, { tests: [{ key: 'size', test: [operator, [...otherSizes, 'Boots']] }] }),
    ),
    put(5, { custom: { color: 'Shoes', size: 'Hats' } }),
    listBy({}, { tests: [{ key: 'size', test: ['==', 'Hats'] }] }),
    put(5, { custom: { size: 'Boots' } }),
    listBy({}, { tests: [{ key: 'size', test: ['==', 'Hats'] }] }),
    put(5, { custom: { size: null } }),
    listBy({}, { tests: [{ key: 'size', test: ['==', 'Boots'] }] }),
    listBy({}, { tests: [{ key: 'size', test: 'exists' }] }),
    ...['constructor', '__proto__', 'color'].flatMap((key) => [
      listBy({}, { tests: [{ key, test: 'exists' }] }),
      listBy({}, { tests: [{ key, test: '!exists' }] }),
    ]),
    listBy(
      {},
      {
        tests: [
          { key: 'size', test: ['!=', 'Boots'] },
          { key: 'color', test: ['==', 'Shoes'] },
        ],
      },
    ),
    listBy(
      {},
      {
        tests: [
          { key: 'color', test: ['==', 'Shoes'] },
          { key: 'size', test: ['!=', 'Boots'] },
        ],
      },
    ),
    listBy(
      {},
      {
        markerLast: true,
        tests: [
          { key: 'size', test: ['oneOf', ['Boots', 'Hats']] },
          { key: 'kind', test: '!exists' },
        ],
      },
    ),
    listBy(
      {},
      {
        markerLast: true,
        tests: [
          { key: 'color', test: ['==', 'Shoes'] },
          { key: 'size', test: ['==', 'Hats'] },
        ],
      },
    ),
  ];
}

/** More messages than fit on a page, from before and after somebody joined, and more new people than a few. */
function sizes(): Step[] {
  const talk = (round: number): Step =>
    send(
      0,
      ...Array.from({ length: atOnce }, (_, index) =>
        says([alice, bob, null][(index + round) % 3] ?? null, `Text ${round}-${index}`),
      ),
    );
  return [
    put(2, { participants: [bob] }),
    put(2, { participants: everybody }),
    put(0, { participants: [alice, bob] }),
    talk(0),
    talk(1),
    { do: 'join', slot: 0, user: carol, settings: { access: 'Read', notify: 'MentionsOnly' } },
    ...[2, 3, 4, 5].map(talk),
    send(0, says(bob, 'Shoes')),
    { do: 'mark', slot: 0, user: alice, isUnread: false },
    messagesOf(0),
    { do: 'mark', slot: 0, user: carol, isUnread: false },
    messagesOf(0),
    { do: 'mark', slot: 0, user: bob, isUnread: false },
    { do: 'mark', slot: 0, user: bob, isUnread: true },
    messagesOf(0),
    { do: 'edit', slot: 0, back: 2, change: { text: 'Boots' } },
    { do: 'mark', slot: 0, user: alice, isUnread: false },
    put(0, { subject: 'Shoes', custom: { color: 'Shoes' } }),
    messagesOf(0),
    inboxOf(alice, { unreadsOnly: true, then: bob }),
    { do: 'delete', slot: 0 },
    { do: 'message', slot: 0, back: 2 },
    put(0, { participants: [alice, bob, carol] }),
    messagesOf(0),
  ];
}

/** More conversations than fit on two pages, in every order, and limits that are none. */
const many: Step[] = [
  { do: 'many', user: frank },
  listBy({ orderBy: 'createdAt', orderDirection: 'ASC' }),
  listBy({ orderBy: 'createdAt' }),
  listBy({}),
  inboxOf(frank),
  ...[0, 1, 2, 3, 4].map((question): Step => ({ do: 'odd', slot: manySlots[0]!, question })),
];

const orders: readonly ListOrder[] = [
  {},
  { orderDirection: 'ASC' },
  { orderBy: 'createdAt' },
  { orderBy: 'createdAt', orderDirection: 'ASC' },
];

/** Each pair of parameters of a list, on conversations with messages of people and of nobody. */
function lists(): Step[] {
  const slots = [0, 1, 2, 3, 4];
  const by = (slot: number, name: Bound['by'], distance = 0): Bound => ({ by: name, slot, distance });
  const middle = 0;
  const tests = [{ key: 'color', test: ['==', 'Shoes'] as const }];
  return [
    ...slots.map((slot) =>
      put(slot, { participants: [alice, bob], custom: { color: slot === 3 ? 'Boots' : 'Shoes' } }),
    ),
    ...slots.toReversed().map((slot) => send(slot, says(slot === 2 ? null : alice, 'Shoes'))),
    send(3, says(bob, 'Boots')),
    send(1, says(null, 'Hats')),
    { do: 'edit', slot: 4, back: 0, change: { text: 'Hats' } },
    ...orders.flatMap((order) => [
      listBy(order, { limit: 2 }),
      listBy(order, { limit: 2, tests }),
      listBy(order, { limit: 1, bounds: [by(middle, 'lastMessageAfter')] }),
      listBy(order, { limit: 1, bounds: [by(middle, 'lastMessageBefore')] }),
      listBy(order, { limit: 2, bounds: [by(middle, 'offsetTs')] }),
      listBy(order, { tests, bounds: [by(middle, 'offsetTs'), by(4, 'lastMessageAfter')] }),
      listBy(order, { bounds: [by(2, 'lastMessageAfter'), by(1, 'lastMessageBefore')] }),
    ]),
    inboxOf(alice, { limit: 2, order: {} }),
    inboxOf(alice, { order: {}, bounds: [by(middle, 'lastMessageAfter')] }),
    inboxOf(bob, { limit: 2, order: {}, bounds: [by(4, 'lastMessageAfter')], then: dave }),
  ];
}

/** Lists before and after something happens. */
const lookAgain = (between: readonly Step[]): Step[] => {
  const lists = [listBy({}), inboxOf(alice), inboxOf(alice, { unreadsOnly: true })];
  return [...lists, ...between, ...lists];
};

/** Coming, going, and coming back; deleting and creating again. */
const comings: Step[] = [
  put(0, { participants: [alice, bob, carol, grace], subject: 'Shoes', custom: { color: 'Shoes' } }),
  put(2, { participants: [alice, bob] }),
  put(5, { participants: [alice] }),
  { do: 'mark', slot: 5, user: alice, isUnread: true },
  { do: 'mark', slot: 5, user: alice, isUnread: false },
  put(5, { participants: [dave] }),
  { do: 'leave', slot: 5, user: dave },
  { do: 'mark', slot: 5, user: alice, isUnread: true },
  { do: 'join', slot: 5, user: alice, settings: {} },
  put(3, { participants: [alice, userId('alice2')], subject: 'Boots' }),
  put(4, { participants: [bob, carol] }),
  { do: 'modify', slot: 0, user: alice, settings: { access: 'Read', notify: false } },
  { do: 'modify', slot: 0, user: bob, settings: { notify: 'MentionsOnly' } },
  { do: 'putUser', slot: 0, user: alice },
  { do: 'putUser', slot: 0, user: bob },
  listBy({}),
  send(2, says(bob, 'Shoes')),
  send(3, says(userId('alice2'), 'Shoes')),
  send(0, says(bob, 'Shoes'), says(carol, 'Boots')),
  send(0, says(bob, 'Hats'), says(frank, 'Boots')),
  messagesOf(0),
  // The same lists before and after a mark: none of them may come from a cache.
  ...lookAgain([{ do: 'mark', slot: 2, user: alice, isUnread: false }]),
  ...lookAgain([{ do: 'mark', slot: 2, user: alice, isUnread: true }]),
  { do: 'mark', slot: 2, user: alice, isUnread: false },
  { do: 'mark', slot: 0, user: carol, isUnread: true },
  { do: 'mark', slot: 0, user: carol, isUnread: false },
  { do: 'mark', slot: 0, user: carol, isUnread: true },
  { do: 'mark', slot: 0, user: carol, isUnread: null },
  { do: 'putUser', slot: 0, user: carol },
  put(0, { custom: { size: 'Boots' } }, false),
  put(0, { subject: 'Hats' }),
  put(0, { custom: {} }, false),
  put(0, { participants: [alice, dave] }),
  ...faults.flatMap(({ tolerated }, fault): Step[] => (tolerated ? [{ do: 'wrong', slot: 0, fault }] : [])),
  put(0, { subject: 'Shoes' }),
  put(0, { subject: 'Hats' }),
  { do: 'leave', slot: 0, user: alice },
  { do: 'leave', slot: 3, user: alice },
  inboxOf(alice, { then: bob }),
  inboxOf(alice, { unreadsOnly: true, then: bob }),
  inboxOf(alice, { order: { orderDirection: 'ASC' } }),
  inboxOf(alice, { bounds: [{ by: 'lastMessageAfter', slot: 2, distance: -1 }] }),
  send(0, says(bob, 'Hats')),
  inboxOf(alice),
  { do: 'mark', slot: 0, user: bob, isUnread: false },
  { do: 'join', slot: 0, user: alice, settings: {} },
  inboxOf(alice, { then: userId('alice2') }),
  { do: 'mark', slot: 0, user: alice, isUnread: false },
  messagesOf(0),
  { do: 'modify', slot: 0, user: bob, settings: { access: 'Read', notify: false } },
  { do: 'leave', slot: 0, user: bob },
  put(0, { participants: [bob] }),
  inboxOf(bob),
  { do: 'mark', slot: 0, user: carol, isUnread: true },
  listBy({ orderBy: 'createdAt' }),
  { do: 'delete', slot: 0 },
  listBy({ orderBy: 'createdAt' }),
  inboxOf(carol, { unreadsOnly: true, then: bob }),
  inboxOf(carol, { order: { orderDirection: 'ASC' } }),
  inboxOf(carol, { bounds: [{ by: 'lastMessageAfter', slot: 2, distance: -1 }] }),
  put(0, { participants: [carol] }),
  listBy({}, { bounds: [{ by: 'lastMessageAfter', slot: 2, distance: 0 }] }),
  { do: 'user', user: carol },
  put(2, { participants: [carol, bob] }),
  listBy({}, { tests: [{ key: 'color', test: ['==', 'Shoes'] }] }),
  { do: 'user', user: grace },
  get(0),
  get(3),
  { do: 'modify', slot: 4, user: bob, settings: { notify: false } },
  send(0, says(carol, 'Boots')),
  { do: 'delete', slot: 4 },
  messagesOf(0),
  { do: 'delete', slot: 3 },
  { do: 'user', user: userId('alice2') },
  put(1, {}),
  { do: 'delete', slot: 1 },
  listBy({ orderBy: 'createdAt' }),
];

/** Versions before and since a change, and keys that are nearly the right one. */
const versionsAndKeys: Step[] = [
  put(0, { participants: [alice, bob] }),
  put(2, { participants: [alice, bob] }),
  send(0, says(alice, 'Shoes')),
  ...orders.flatMap((order): Step[] => [{ do: 'oldList', order }, listBy(order)]),
  { do: 'leave', slot: 0, user: bob, old: true },
  inboxOf(bob, { old: true }),
  { do: 'missingUser', old: true },
  { do: 'missingUser' },
  ...nearKeys.flatMap((_, key): Step[] => [
    { do: 'wrongKey', slot: 2, key, call: 'get' },
    { do: 'wrongKey', slot: 2, key, call: 'put' },
  ]),
];

/** Ids that need percent-encoding, wherever an id is sent. */
const oddIds: Plan = {
  ...planOf([
    put(0, { participants: [alice, oddUser] }),
    put(oddSlot, { participants: [alice, oddUser], custom: { color: 'Shoes' } }),
    put(2, { participants: [alice] }),
    send(2, says(alice, 'Shoes')),
    send(oddSlot, says(oddUser, 'Shoes')),
    send(0, says(oddUser, 'Boots')),
    { do: 'mark', slot: oddSlot, user: alice, isUnread: false },
    { do: 'modify', slot: oddSlot, user: oddUser, settings: { access: 'Read' } },
    messagesOf(oddSlot),
    ...orders.map((order) => listBy(order, { limit: 1 })),
    inboxOf(oddUser, { limit: 1, then: alice }),
    { do: 'leave', slot: oddSlot, user: oddUser },
    { do: 'delete', slot: oddSlot },
    listBy({}),
  ]),
  oddIds: true,
};

export const corpus: readonly Plan[] = [
  planOf(comings),
  planOf(lists()),
  planOf(filters()),
  oddIds,
  planOf(values()),
  planOf(sizes()),
  planOf(versionsAndKeys),
  planOf(many),
];

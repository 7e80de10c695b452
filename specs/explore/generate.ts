/** Random steps. What stands first is what shrinking ends with, so the plainest stands first. */
import fc from 'fast-check';
import type { Attributes } from '../model/calls.ts';
import type { FilterTest, ListOrder } from '../model/lists.ts';
import { faults } from './faults.ts';
import { questions } from './questions.ts';
import { oddUser, slots, users, type Bound, type Draft, type Step } from './steps.ts';
import { hardKeys, hardNonEmpty, hardValues, plainKeys, plainTexts } from './texts.ts';
import { nearKeys } from './wrong-keys.ts';

/** A step, and whether its people may be those who do not take part. */
export interface PlannedStep {
  readonly step: Step;
  readonly strangers: boolean;
}

/** One sequence before it is played. */
export interface Plan {
  /** Whether ids that need percent-encoding are among those of the sequence, where the target takes them. */
  readonly oddIds: boolean;
  readonly steps: readonly PlannedStep[];
}

interface Share<Value> {
  readonly weight: number;
  readonly arbitrary: fc.Arbitrary<Value>;
}
const share = <Value>(weight: number, arbitrary: fc.Arbitrary<Value>): Share<Value> => ({
  weight,
  arbitrary,
});

const slot = fc.oneof(share(3, fc.constant(0)), share(4, fc.constantFrom(...slots)));
const plainUsers = users.filter((id) => id !== oddUser);
const user = fc.oneof(
  share(4, fc.constantFrom(...plainUsers.slice(0, 2))),
  share(5, fc.constantFrom(...plainUsers)),
  share(1, fc.constant(oddUser)),
);

const plain = fc.constantFrom(...plainTexts);
const hard = fc.constantFrom(...hardNonEmpty);
const text = fc.oneof(share(3, plain), share(1, hard));
const settable = fc.oneof(
  share(4, plain),
  share(2, fc.constant(null)),
  share(2, hard),
  share(1, fc.constant('')),
);
const photoUrl = fc.oneof(
  share(3, fc.constantFrom('https://example.com/a.png', 'https://example.com/b.png?x=1&y=%20#z')),
  share(2, fc.constant(null)),
);
const key = fc.oneof(share(4, fc.constantFrom(...plainKeys)), share(1, fc.constantFrom(...hardKeys)));
const value = fc.oneof(share(3, plain), share(2, fc.constantFrom(...hardValues)), share(1, fc.constant('')));

const mapOf = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Readonly<Record<string, Value>>> =>
  fc.array(fc.tuple(key, values), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));

const patch = fc.oneof(share(5, mapOf(fc.option(value, { freq: 5 }))), share(1, fc.constant(null)));
const participants = fc.oneof(
  share(4, fc.shuffledSubarray([...users], { maxLength: 3 })),
  share(1, fc.shuffledSubarray([...users])),
  share(1, fc.array(user, { maxLength: 4 })),
);

const attributes = {
  subject: settable,
  photoUrl,
  welcomeMessages: fc.option(fc.array(text, { maxLength: 3 }), { freq: 4 }),
  custom: patch,
  participants,
};
const body: fc.Arbitrary<Attributes> = fc.oneof(
  share(5, fc.record(attributes, { requiredKeys: [] })),
  ...Object.entries(attributes).map(([name, values]) =>
    share(
      name === 'custom' ? 2 : 1,
      (values as fc.Arbitrary<unknown>).map((one): Attributes => ({ [name]: one })),
    ),
  ),
);
const settings = fc.record(
  {
    access: fc.constantFrom('ReadWrite' as const, 'Read' as const),
    notify: fc.constantFrom(true, false, 'MentionsOnly' as const),
  },
  { requiredKeys: [] },
);
const draft = fc.record(
  {
    from: fc.oneof(share(4, user), share(1, fc.constant(null))),
    text,
    custom: mapOf(value),
    isReply: fc.constant(true as const),
  },
  { requiredKeys: ['from', 'text'] },
) as fc.Arbitrary<Draft>;
const drafts = fc.array(draft, { minLength: 1, maxLength: 3 });
const back = fc.nat({ max: 2 });
/** One of five keeps the marker out, so that lists have something to leave out. */
const marker = fc.nat({ max: 5 }).map((number) => number < 5);

const order: fc.Arbitrary<ListOrder> = fc.record(
  {
    orderBy: fc.constantFrom('lastActivity' as const, 'createdAt' as const),
    orderDirection: fc.constantFrom('DESC' as const, 'ASC' as const),
  },
  { requiredKeys: [] },
);
/** What a careless comparison takes for a plain value. */
const nearly = fc.constantFrom('shoes', 'Shoe', 'hoes', 'ShoesBoots', 'Shoe_', '%', 'S%s');
const operand = fc.oneof(share(4, value), share(1, nearly));
const test: fc.Arbitrary<FilterTest> = fc.oneof(
  share(3, fc.tuple(fc.constantFrom('==' as const), operand)),
  share(1, fc.tuple(fc.constantFrom('!=' as const), operand)),
  share(
    1,
    fc.tuple(
      fc.constantFrom('oneOf' as const, '!oneOf' as const),
      fc.array(operand, { minLength: 1, maxLength: 3 }),
    ),
  ),
  share(1, fc.constantFrom('exists' as const, '!exists' as const)),
);
const tests = fc.uniqueArray(fc.record({ key, test }), {
  minLength: 1,
  maxLength: 2,
  selector: (one) => one.key,
});
const bound: fc.Arbitrary<Bound> = fc.record({
  by: fc.constantFrom('offsetTs' as const, 'lastMessageAfter' as const, 'lastMessageBefore' as const),
  slot,
  distance: fc.constantFrom(0, 1, -1),
});
const bounds = fc.uniqueArray(bound, { minLength: 1, maxLength: 2, selector: ({ by }) => by });
const limit = fc.oneof(share(2, fc.constant(30)), share(3, fc.constantFrom(2, 1, 3)));

const as = <Kind extends Step['do']>(kind: Kind): fc.Arbitrary<Kind> => fc.constant(kind);

const put: fc.Arbitrary<Step> = fc.record({ do: as('put'), slot, body, marker });
const send: fc.Arbitrary<Step> = fc.record({ do: as('send'), slot, drafts });

/** Calls that change something, or would. */
const write: fc.Arbitrary<Step> = fc.oneof(
  share(8, put),
  share(6, send),
  share(
    5,
    fc.record({ do: as('mark'), slot, user, isUnread: fc.constantFrom(true, false, false, null, undefined) }),
  ),
  share(4, fc.record({ do: fc.constantFrom('join' as const, 'modify' as const), slot, user, settings })),
  share(3, fc.record({ do: as('leave'), slot, user })),
  share(
    2,
    fc.record({
      do: as('edit'),
      slot,
      back,
      change: fc.record({ text, custom: patch }, { requiredKeys: [] }),
    }),
  ),
  share(1, fc.record({ do: as('unsend'), slot, back })),
  share(1, fc.record({ do: as('putUser'), slot, user })),
  share(3, fc.record({ do: as('delete'), slot })),
  share(2, fc.record({ do: as('wrong'), slot, fault: fc.nat({ max: faults.length - 1 }) })),
);

/** Calls that only ask. */
const look: fc.Arbitrary<Step> = fc.oneof(
  // Everything at once: the frame of whatever was changed.
  share(5, fc.record({ do: as('list'), order, limit: fc.constant(30) })),
  share(
    6,
    fc.record(
      { do: as('list'), order, limit, tests, bounds, markerLast: fc.constant(true as const) },
      { requiredKeys: ['do', 'order', 'limit'] },
    ),
  ),
  share(
    5,
    fc.record(
      {
        do: as('inbox'),
        user,
        unreadsOnly: fc.boolean(),
        limit: fc.constantFrom(30, 30, 1, 2),
        order: fc.oneof(share(2, fc.constant({ orderBy: 'createdAt' as const })), share(1, order)),
        bounds,
        then: user,
      },
      { requiredKeys: ['do', 'user', 'unreadsOnly', 'limit', 'order'] },
    ),
  ),
  share(
    4,
    fc.record({ do: fc.constantFrom('messages' as const, 'messages' as const, 'get' as const), slot }),
  ),
  share(1, fc.record({ do: as('message'), slot, back })),
  share(1, fc.record({ do: as('user'), user })),
  share(1, fc.record({ do: as('odd'), slot, question: fc.nat({ max: questions.length - 1 }) })),
);

/** What few sequences hold: it needs few tries. */
const rare: fc.Arbitrary<Step> = fc.oneof(
  share(2, fc.record({ do: as('leave'), slot, user, old: fc.constant(true as const) })),
  share(1, fc.record({ do: as('oldList'), order })),
  share(
    1,
    fc.record({
      do: as('inbox'),
      user,
      unreadsOnly: fc.constant(false),
      limit: fc.constant(30),
      order: fc.constant({ orderBy: 'createdAt' as const }),
      old: fc.constant(true as const),
    }),
  ),
  share(
    1,
    fc.record({
      do: as('wrongKey'),
      slot,
      key: fc.nat({ max: nearKeys.length - 1 }),
      call: fc.constantFrom('get' as const, 'put' as const, 'list' as const, 'delete' as const),
    }),
  ),
);

export const anyStep: fc.Arbitrary<Step> = fc.oneof(share(10, write), share(10, look), share(1, rare));

/** True now and then: whether the people of a step may be those who do not take part. */
const strangers: fc.Arbitrary<boolean> = fc.nat({ max: 9 }).map((number) => number === 9);

/** A few conversations with people and messages, so that what follows has something to work on. */
const beginning: fc.Arbitrary<Step[]> = fc
  .array(
    fc.tuple(
      fc.record({
        do: as('put'),
        slot,
        body: fc.record(
          { ...attributes, participants: fc.shuffledSubarray([...users], { minLength: 2, maxLength: 3 }) },
          { requiredKeys: ['participants'] },
        ),
        marker: fc.constant(true),
      }),
      fc.option(drafts, { freq: 4 }),
    ),
    { minLength: 1, maxLength: 4, size: 'max' },
  )
  .map((made) =>
    made.flatMap(([one, sent]): Step[] => [
      one as Step,
      ...(sent ? [{ do: 'send' as const, slot: one.slot, drafts: sent }] : []),
    ]),
  );

/** A change, one that was made before in place of it, and what is asked right after it, mostly about the same. */
const move = fc.record({
  change: fc.oneof(share(12, write), share(1, rare)),
  again: fc.nat({ max: 159 }),
  looks: fc.array(fc.tuple(look, fc.nat({ max: 3 })), { maxLength: 2, size: 'max' }),
  strangers,
});

export const plan: fc.Arbitrary<Plan> = fc
  .record({
    oddIds: fc.nat({ max: 2 }).map((number) => number === 2),
    beginning,
    moves: fc.array(move, { minLength: 4, maxLength: 24, size: 'max' }),
  })
  .map(({ oddIds, beginning: first, moves }) => ({
    oddIds,
    steps: [
      ...first.map((step) => ({ step, strangers: false })),
      ...moves.flatMap(({ change, again, looks, strangers: free }, index) => {
        const step = (again < 20 ? moves[again % (index + 1)]?.change : undefined) ?? change;
        return [
          { step, strangers: free },
          ...looks.map(([one, same]) => ({ step: same > 0 ? about(step, one) : one, strangers: free })),
        ];
      }),
    ],
  }));

/** The question asked about the conversation, or the person, that a change was about. */
function about(change: Step, asked: Step): Step {
  if ('user' in asked && 'user' in change) return { ...asked, user: change.user };
  if ('slot' in asked && 'slot' in change) return { ...asked, slot: change.slot };
  return asked;
}

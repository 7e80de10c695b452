/** Random steps. What stands first is what shrinking ends with, so the plainest stands first. */
import fc from 'fast-check';
import { hardTexts, inheritedNames } from '../../fixtures/builders/hard-text.ts';
import type { Attributes } from '../model/calls.ts';
import type { FilterTest, ListOrder } from '../model/lists.ts';
import { faults } from './faults.ts';
import { questions } from './questions.ts';
import { hardUser, slots, users, type Bound, type Draft, type Step } from './steps.ts';

const slot = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.constantFrom(...slots) },
);
const user = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...users.filter((id) => id !== hardUser)) },
  { weight: 1, arbitrary: fc.constant(hardUser) },
);

const hardValues = hardTexts.map(({ text }) => text('v'));
const hardKeys = hardTexts.filter(({ valueOnly }) => !valueOnly).map(({ text }) => text('k'));

const plain = fc.constantFrom('Shoes', 'Boots', 'Hats');
const hard = fc.constantFrom(...hardValues.filter((value) => value !== ''), ' a  b ');
const text = fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: hard });
const settable = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: hard },
  { weight: 1, arbitrary: fc.constant('') },
);
const photoUrl = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('https://example.com/a.png', 'https://example.com/b.png?x=1&y=%20#z'),
  },
  { weight: 2, arbitrary: fc.constant(null) },
);
const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('color', 'size', 'kind') },
  { weight: 1, arbitrary: fc.constantFrom(...hardKeys, ...inheritedNames) },
);
const value = fc.oneof(
  { weight: 4, arbitrary: plain },
  { weight: 2, arbitrary: fc.constantFrom(...hardValues) },
);

const mapOf = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Readonly<Record<string, Value>>> =>
  fc.array(fc.tuple(key, values), { maxLength: 3 }).map((entries) => Object.fromEntries(entries));

const patch = fc.oneof(
  { weight: 4, arbitrary: mapOf(fc.option(value, { freq: 4 })) },
  { weight: 1, arbitrary: fc.constant(null) },
);
const participants = fc.oneof(
  { weight: 6, arbitrary: fc.shuffledSubarray([...users]) },
  { weight: 1, arbitrary: fc.array(user, { maxLength: 4 }) },
);

const attributes = {
  subject: settable,
  photoUrl,
  welcomeMessages: fc.option(fc.array(text, { maxLength: 3 }), { freq: 4 }),
  custom: patch,
  participants,
};
const body: fc.Arbitrary<Attributes> = fc.oneof(
  { weight: 5, arbitrary: fc.record(attributes, { requiredKeys: [] }) },
  ...Object.entries(attributes).map(([name, values]) => ({
    weight: 1,
    arbitrary: (values as fc.Arbitrary<unknown>).map((value): Attributes => ({ [name]: value })),
  })),
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
    from: fc.oneof({ weight: 6, arbitrary: user }, { weight: 1, arbitrary: fc.constant(null) }),
    text,
    custom: mapOf(value),
  },
  { requiredKeys: ['from', 'text'] },
) as fc.Arbitrary<Draft>;
const back = fc.nat({ max: 2 });

const order: fc.Arbitrary<ListOrder> = fc.record(
  {
    orderBy: fc.constantFrom('lastActivity' as const, 'createdAt' as const),
    orderDirection: fc.constantFrom('DESC' as const, 'ASC' as const),
  },
  { requiredKeys: [] },
);
/** What a careless comparison takes for a plain value. */
const nearly = fc.constantFrom('shoes', 'Shoe', 'hoes', 'ShoesBoots');
const operand = fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: nearly });
const test: fc.Arbitrary<FilterTest> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('==' as const), operand) },
  fc.tuple(fc.constantFrom('!=' as const), operand),
  fc.tuple(
    fc.constantFrom('oneOf' as const, '!oneOf' as const),
    fc.array(operand, { minLength: 1, maxLength: 3 }),
  ),
  fc.constantFrom('exists' as const, '!exists' as const),
);
const bound: fc.Arbitrary<Bound> = fc.record({
  by: fc.constantFrom('offsetTs' as const, 'lastMessageAfter' as const, 'lastMessageBefore' as const),
  slot,
  distance: fc.constantFrom(0, 1, -1),
});

const as = <Kind extends Step['do']>(kind: Kind): fc.Arbitrary<Kind> => fc.constant(kind);

/** Every kind of step, with its share. */
const kinds: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Step> }[] = [
  {
    weight: 8,
    arbitrary: fc.record({
      do: as('put'),
      slot,
      body,
      marker: fc.nat({ max: 5 }).map((number) => number < 5),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: as('send'), slot, drafts: fc.array(draft, { minLength: 1, maxLength: 3 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: as('mark'),
      slot,
      user,
      isUnread: fc.constantFrom(true, false, null, undefined),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('join' as const, 'modify' as const), slot, user, settings }),
  },
  { weight: 2, arbitrary: fc.record({ do: as('leave'), slot, user }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: as('edit'),
      slot,
      back,
      change: fc.record({ text, custom: patch }, { requiredKeys: [] }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: as('unsend'), slot, back }) },
  { weight: 2, arbitrary: fc.record({ do: as('delete'), slot }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('get' as const, 'messages' as const), slot }) },
  {
    weight: 6,
    arbitrary: fc.record(
      {
        do: as('list'),
        order,
        limit: fc.constantFrom(30, 1, 2, 3),
        filter: fc.record({ key, test }),
        bound,
      },
      { requiredKeys: ['do', 'order', 'limit'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: as('inbox'),
      user,
      unreadsOnly: fc.boolean(),
      limit: fc.constantFrom(30, 30, 1, 2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: as('message'), slot, back }) },
  { weight: 1, arbitrary: fc.record({ do: as('user'), user }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: as('odd'), slot, question: fc.nat({ max: questions.length - 1 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: as('wrong'), slot, fault: fc.nat({ max: faults.length - 1 }) }) },
];

export const anyStep: fc.Arbitrary<Step> = fc.oneof(...kinds);

/** True now and then: whether the people of a step may be those who do not take part. */
export const strangers: fc.Arbitrary<boolean> = fc.nat({ max: 9 }).map((number) => number === 9);

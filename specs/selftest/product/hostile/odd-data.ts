/** Targets whose JSON is valid, but whose values are not what anybody expects: other ones at each call, by a seed. */
import { incomplete, type Answer, type Hostile, type Hostiles } from './server.ts';

type Random = () => number;
/** What becomes of a value; undefined leaves it out. */
type Spoil = (value: unknown, random: Random) => unknown;

/** Marks a value that is to stand in the JSON text in a way that no object can hold. */
const verbatim = (text: string): string => `verbatim:${text}`;

/** Values of all types, and those that break code which only asks for the type. */
const oddValues: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER + 1],
  ...['', 'NaN', 'Infinity', '-0', '9'.repeat(400), 'null', '__proto__', 'constructor'],
  ...[[], [[]], [null], [{ id: [] }], ['a', 1, null]],
  ...[
    {},
    { id: {} },
    { toString: 1, valueOf: 1 },
    { length: -1 },
    { then: 1 },
    { toJSON: 1 },
    { message: {} },
  ],
  ...[{ a: { b: { c: { d: [{}] } } } }, { constructor: { name: 5 }, hasOwnProperty: 1 }],
  ...['1e999', '-1e999', '"\\ud800"', '{"__proto__":{"polluted":true},"id":1}', '{"":{"":null}}'].map(
    verbatim,
  ),
];

const pick = <Item>(items: readonly Item[], random: Random): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Applies it to every value within a body, inner ones last; the body itself stays what it is. */
function within(value: unknown, spoil: Spoil, random: Random): unknown {
  const spoiled = (inner: unknown): unknown => {
    const put = spoil(inner, random);
    return put === inner ? within(inner, spoil, random) : put;
  };
  if (Array.isArray(value)) return value.map(spoiled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const put = spoiled(inner);
      return put === undefined ? [] : [[name, put] as const];
    }),
  );
}

const written = (value: unknown): string =>
  JSON.stringify(value).replace(/"verbatim:((?:\\.|[^"\\])*)"/g, (_all, text: string) => {
    return JSON.parse(`"${text}"`) as string;
  });

const spoiling = (does: string, spoil: Spoil, exitCodes: readonly number[] = incomplete): Hostile => {
  const random = randomFrom(20_260_101);
  const change = (answer: Answer): Answer => {
    if (answer.status >= 400) return answer;
    const body = within(JSON.parse(answer.body), spoil, random);
    return { ...answer, body: written(body) };
  };
  return { does, exitCodes, maxSeconds: 90, handler: (_request, _response, forward) => forward(change) };
};

const rarely =
  (share: number, spoil: Spoil): Spoil =>
  (value, random) =>
    random() < share ? spoil(value, random) : value;

const odd: Spoil = (_value, random) => pick(oddValues, random);

export const oddData: Hostiles = {
  'odd-fields': spoiling('gives every field a wrong type, another one at each call', odd),
  'odd-inner-fields': {
    ...spoiling('gives some fields, wherever they stand, a wrong type', rarely(0.08, odd)),
    sample: true,
  },
  'missing-fields': spoiling(
    'leaves fields out at random',
    rarely(0.1, () => undefined),
  ),
  nulls: spoiling('answers null for whatever is no object or array', (value) =>
    typeof value === 'object' ? value : null,
  ),
  'arrays-for-objects': spoiling(
    'answers arrays for objects',
    rarely(0.2, (value) => (typeof value === 'object' && value !== null ? Object.values(value) : value)),
  ),
  'nested-deeper': spoiling(
    'wraps values in objects and arrays of their own',
    rarely(0.1, (value, random) => pick([{ value }, [value], [[value]], { id: value }], random)),
  ),
};

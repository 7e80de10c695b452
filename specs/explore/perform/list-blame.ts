/** Which requirements a wrong list breaks: by what of the question is needed for the wrong answer. */
import type { Exchange } from '../../../fixtures/client/exchange.ts';
import { placeIn, type FilterTest } from '../../model/lists.ts';
import type { Sequence } from '../sequence.ts';
import type { Slot } from '../state.ts';
import type { CustomTest, ListStep } from '../steps.ts';
import { idOf, type Item } from './order.ts';

export interface Walked {
  readonly exchanges: readonly Exchange[];
  readonly pages: readonly (readonly Item[])[];
  /** Whether the end of the list was reached. */
  readonly ended: boolean;
}

const largestPage = 30;
/** More values of one filter than any target has to take. */
const manyValues = 5;

/** Of a list that shows too much or too little. Where filters beside `==` are to blame, no MUST is. */
export function blameList(
  sequence: Sequence,
  { tests = [], bounds = [], limit, order }: ListStep,
  claim: string,
  { pages }: Walked,
): readonly string[] {
  const surplus = claim.endsWith('too much');
  const paged = limit < largestPage;
  const [filter] = tests;
  const [bound] = bounds;
  const special = tests.find(({ test }) => operatorOf(test) !== '==');
  if (special !== undefined)
    return [
      tests.length > 1 ? 'FILTER-CUSTOM-05' : (operators[operatorOf(special.test)] ?? 'FILTER-CUSTOM-03'),
    ];
  if (filter !== undefined && bound !== undefined) return ['FILTER-COMBINE-02'];
  if (tests.length > 1) return ['FILTER-CUSTOM-05'];
  if (bounds.length > 1)
    return [bounds.some(({ by }) => by === 'offsetTs') ? 'PAGE-OFFSET-01' : 'FILTER-LASTMESSAGE-01'];
  if (bound !== undefined && paged) return [bound.by === 'offsetTs' ? 'PAGE-LIMIT-02' : 'FILTER-COMBINE-01'];
  if (bound?.by === 'offsetTs') return [surplus ? 'PAGE-OFFSET-01' : 'PAGE-OFFSET-02'];
  if (bound !== undefined) return ['FILTER-LASTMESSAGE-01'];
  if (paged && !surplus) {
    const times = [...sequence.state.conversations.values()].flatMap((one) => placeIn(order)(one) ?? []);
    if (new Set(times).size < times.length) return ['LIST-ORDER-08', 'PAGE-CURSOR-02'];
  }
  if (paged) return pages.length === 1 ? ['PAGE-LIMIT-01'] : ['PAGE-CURSOR-02', 'FILTER-COMBINE-01'];
  if (filter !== undefined)
    return isPlain(filter)
      ? ['FILTER-CUSTOM-01', 'FILTER-CUSTOM-05']
      : ['FILTER-ENCODE-01', ...(surplus ? ['FILTER-CUSTOM-01'] : [])];
  return sequence.session.abilities.filters ? ['FILTER-CUSTOM-07', 'LIST-ALL-02'] : ['LIST-ALL-02'];
}

/** Of a list that is refused; nothing where the target may refuse it. */
export function blameRefusal(
  { tests, bounds = [] }: ListStep,
  narrowed: boolean,
): readonly string[] | undefined {
  // How many values there may be is not documented.
  if (tests?.some(({ test: [, operand] }) => Array.isArray(operand) && operand.length > manyValues))
    return undefined;
  const special = tests?.find(({ test }) => operatorOf(test) !== '==');
  if (special) return [operators[operatorOf(special.test)] ?? 'FILTER-CUSTOM-03'];
  if (tests) return ['FILTER-CUSTOM-01'];
  const [bound] = bounds;
  if (bound) return [bound.by === 'offsetTs' ? 'PAGE-OFFSET-01' : 'FILTER-LASTMESSAGE-01'];
  return [narrowed ? 'FILTER-CUSTOM-01' : 'LIST-ALL-01'];
}

/** Of a conversation that is shown twice: on one page, right after itself, after the end of the list, or else. */
export function blameRepetition(
  sequence: Sequence,
  pages: readonly (readonly Item[])[],
  slot: Slot,
): readonly string[] {
  const id = sequence.id(slot);
  const on = pages.flatMap((page, index) => page.flatMap((item) => (idOf(item) === id ? [index] : [])));
  const [first = 0, second = 0] = on;
  if (first === second) return ['LIST-ALL-02'];
  const isSame = pages[first]?.map(idOf).join() === pages[second]?.map(idOf).join();
  if (isSame && second === first + 1) return ['PAGE-CURSOR-01', 'PAGE-CURSOR-02'];
  const before = pages.slice(0, second).flat().map(idOf);
  if (before.at(-1) === id) return ['PAGE-CURSOR-01', 'PAGE-CURSOR-02'];
  const whole = [...sequence.state.conversations.keys()].every((one) => before.includes(sequence.id(one)));
  return whole ? ['PAGE-CURSOR-03'] : ['PAGE-CURSOR-02', 'LIST-ALL-02'];
}

const operators: Readonly<Record<string, string>> = {
  '!=': 'FILTER-CUSTOM-02',
  oneOf: 'FILTER-CUSTOM-03',
  '!oneOf': 'FILTER-CUSTOM-03',
  exists: 'FILTER-CUSTOM-04',
  '!exists': 'FILTER-CUSTOM-04',
};

export function operatorOf(test: FilterTest): string {
  return typeof test === 'string' ? test : test[0];
}

/** Nothing in it needs an escape in JSON or in a URL. */
function isPlain({ key, test }: CustomTest): boolean {
  const plain = /^[\w-]+$/;
  return (
    plain.test(key) && (typeof test === 'string' || [test[1]].flat().every((value) => plain.test(value)))
  );
}

/** Lists that are asked for with a parameter at the edge of what is allowed, or beyond it. */
import { byCustom, filterBy } from '../../fixtures/client/filter.ts';
import type { Query } from '../../fixtures/client/url.ts';

export interface Question {
  readonly name: string;
  readonly query: Query;
  /** `any`: refused or answered, as the target likes, but no server error. `nothing` and `something`: of items. */
  readonly answer: 'refusal' | 'any' | 'nothing' | 'something';
  readonly requirement: string;
}

const limits = ['-1', '0', 'abc', '1.5', '', '31', '1000', ['1', '2']];
const [key, value] = ['cctNowhere', 'nothing'];
const good = byCustom({ [key]: ['==', value] }).filter;

/** Text of the parameter, by what is wrong with it. */
const malformed: Readonly<Record<string, string>> = {
  'is not JSON': value,
  'is cut off': good.slice(0, -2),
  'is an array': `[${good}]`,
  'is a string': JSON.stringify(value),
  'is a number': '5',
  'is null': 'null',
};
const unknown: Readonly<Record<string, string>> = {
  'has an unknown operator': byCustom({ [key]: ['~~', value] }).filter,
  'has a text for a list': byCustom({ [key]: ['oneOf', value] }).filter,
};

const refusals = (filters: Readonly<Record<string, string>>, requirement: string): Question[] =>
  Object.entries(filters).map(([fault, filter]) => ({
    name: `a filter that ${fault}`,
    query: { filter },
    answer: 'refusal',
    requirement,
  }));

export const questions: readonly Question[] = [
  ...limits.map((limit): Question => ({
    name: `a limit of ${JSON.stringify(limit)}`,
    query: { limit },
    answer: 'any',
    requirement: 'PAGE-LIMIT-04',
  })),
  ...refusals(malformed, 'FILTER-REFUSE-01'),
  ...refusals(unknown, 'FILTER-REFUSE-02'),
  {
    name: 'a filter that nothing matches',
    query: { filter: good },
    answer: 'nothing',
    requirement: 'FILTER-CUSTOM-06',
  },
  {
    name: 'an empty filter',
    query: { ...filterBy({}), limit: 1 },
    answer: 'something',
    requirement: 'FILTER-CUSTOM-06',
  },
];

import type { Known } from '../survivors.ts';

/** Documented, and not tried: what a scenario of its own would cost more to read than it is likely to find. */
export const untried: readonly Known[] = [
  {
    file: 'rules/query.ts',
    parts: ['queryRules.offsetOf'],
    mutations: [
      'VERSIONS.indexOf(ctx.version) < VERSIONS.indexOf(SORTABLE_SINCE) => VERSIONS.indexOf(ctx.version) <= VERSIONS.indexOf(SORTABLE_SINCE)',
    ],
    because: 'offsetTs is tried under the latest version, not under the one that brought it.',
  },
  {
    file: 'rules/participation.ts',
    parts: ['participationRules.leaveParticipant'],
    mutations: ['participation === undefined => false'],
    because: 'Leaving twice, and then the list under a version in which it is kept, are not tried together.',
  },
  {
    file: 'rules/filter.ts',
    parts: ['filterRules.decodeConditions'],
    mutations: ['!isObject(test) => false'],
    because: 'Of wrong operands (a SHOULD) only one is tried, and custom as a number is another one.',
  },
  {
    file: 'rules/transport.ts',
    parts: ['transportRules.isJsonContentType'],
    mutations: [String.raw`/^application\/json\s*(;|$)/i => /application\/json\s*(;|$)/i`],
    because: 'A content type that ends like application/json is not tried, only one that begins like it.',
  },
];

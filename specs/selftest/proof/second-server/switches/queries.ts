import { question } from './question.ts';

/** What becomes of doubtful query parameters (companion 2 and 10: unknown unless said otherwise). */
export const queries = {
  badLimit: question('refused', {
    'bad-limit-is-default': {
      is: 'default',
      description: 'A limit that is no number from 1 on is the default.',
    },
    'bad-limit-is-one': { is: 'one', description: 'A limit that is no number from 1 on becomes 1.' },
  }),
  // Companion, later evidence: refused by the live service; the page itself names no maximum.
  largeLimit: question('refused', {
    'large-limit-is-maximum': { is: 'maximum', description: 'A limit above the maximum is the maximum.' },
    'large-limit-is-default': { is: 'default', description: 'A limit above the maximum is the default.' },
  }),
  fractions: question('refused', {
    'fractions-rounded-down': { is: 'floor', description: 'limit=1.5 is limit=1, and 1e1 is 10.' },
  }),
  unknownOrder: question('refused', {
    'unknown-order-is-default': {
      is: 'default',
      description: 'Unknown orders and directions are the default.',
    },
  }),
  orderCase: question('exact', {
    'order-in-any-case': { is: 'any', description: 'Orders and directions are read in any letter case.' },
  }),
  badTimestamps: question('refused', {
    'bad-timestamps-ignored': {
      is: 'ignored',
      description: 'Bounds and offsets that are no number are ignored.',
    },
    'bad-timestamps-match-nothing': {
      is: 'nothing',
      description: 'Bounds that are no number answer no items.',
    },
  }),
  negativeTimestamps: question('accepted', {
    'negative-timestamps-refused': {
      is: 'refused',
      description: 'Bounds and offsets before 1970 are refused.',
    },
  }),
  isoTimestamps: question('bad', {
    'iso-timestamps-accepted': {
      is: 'accepted',
      description: 'Bounds and offsets may be ISO dates as well.',
    },
  }),
  doubled: question('first', {
    'doubled-parameter-last-wins': {
      is: 'last',
      description: 'Of a parameter given twice the last value counts.',
    },
    'doubled-parameter-refused': { is: 'refused', description: 'A parameter given twice is refused.' },
  }),
  emptyParameter: question('bad', {
    'empty-parameter-ignored': {
      is: 'ignored',
      description: 'Parameters without a value are ignored, but not filter.',
    },
  }),
  unknownParameter: question('ignored', {
    'unknown-parameter-refused': { is: 'refused', description: 'Parameters that no page names are refused.' },
  }),
  unreadsOnlyForm: question('words', {
    'unreads-only-also-1-and-yes': {
      is: 'lenient',
      description: 'unreadsOnly is also read from 1, yes and TRUE.',
    },
  }),
  // The page wants filters URL-encoded, where a plus is %2B and a space %20: a bare plus is neither.
  barePlus: question('space', {
    'bare-plus-is-plus': { is: 'plus', description: 'A plus in a query that is not encoded stays a plus.' },
  }),
  badPercent: question('literal', {
    'bad-percent-refused': {
      is: 'refused',
      description: 'A URL with a percent sign that encodes nothing is refused.',
    },
  }),
  cursorWithOffset: question('both', {
    'cursor-with-offset-refused': { is: 'refused', description: 'startingAfter beside offsetTs is refused.' },
  }),
  inboxFilter: question('applied', {
    'inbox-filter-ignored': { is: 'ignored', description: 'A filter on the list of a user is ignored.' },
    'inbox-filter-refused': { is: 'refused', description: 'A filter on the list of a user is refused.' },
  }),
  // Companion 8: which fields beside custom REST takes is unknown.
  filterFields: question('all', {
    'filter-by-custom-alone': { is: 'custom', description: 'Filters on anything but custom are refused.' },
  }),
  unknownFilterField: question('refused', {
    'unknown-filter-field-ignored': {
      is: 'ignored',
      description: 'Filter fields that no page names are ignored.',
    },
    'unknown-filter-field-matches-nothing': {
      is: 'nothing',
      description: 'Unknown filter fields match nothing.',
    },
  }),
  anyFilter: question('accepted', {
    'any-filter-refused': { is: 'refused', description: 'The compound filter ["any", …] is refused.' },
  }),
  emptyOneOf: question('nothing', {
    'empty-one-of-refused': { is: 'refused', description: 'oneOf and !oneOf without values are refused.' },
  }),
  betweenUpper: question('exclusive', {
    'between-includes-upper': { is: 'inclusive', description: 'between includes its upper bound.' },
  }),
};

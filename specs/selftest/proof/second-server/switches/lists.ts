import { question } from './question.ts';

/** Order, cursors and boundaries of lists (companion 2: unknown unless said otherwise). */
export const lists = {
  unknownCursor: question('refused', {
    'unknown-cursor-404': { is: 'missing', description: 'startingAfter with an unknown id answers 404.' },
    'unknown-cursor-empty': {
      is: 'empty',
      description: 'startingAfter with an unknown id answers no items.',
    },
    'unknown-cursor-ignored': { is: 'ignored', description: 'startingAfter with an unknown id is ignored.' },
  }),
  deletedCursor: question('unknown', {
    'deleted-cursor-keeps-place': { is: 'place', description: 'A deleted id still marks the place it had.' },
    'deleted-cursor-410': { is: 'gone', description: 'startingAfter with a deleted id answers 410.' },
  }),
  // The cursor exists, but neither filter nor bounds let it into this list.
  excludedCursor: question('place', {
    'excluded-cursor-refused': {
      is: 'refused',
      description: 'A cursor that the filter excludes is refused.',
    },
    'excluded-cursor-empty': {
      is: 'empty',
      description: 'A cursor that the filter excludes answers no items.',
    },
    'excluded-cursor-ignored': {
      is: 'ignored',
      description: 'A cursor that the filter excludes is ignored.',
    },
  }),
  foreignCursor: question('unknown', {
    'foreign-cursor-has-place': {
      is: 'place',
      description: "A user's list also takes others' ids as cursor.",
    },
  }),
  messageCursor: question('refused', {
    'unknown-message-cursor-404': { is: 'missing', description: 'An unknown message as cursor answers 404.' },
    'unknown-message-cursor-empty': {
      is: 'empty',
      description: 'An unknown message as cursor answers no items.',
    },
    'unknown-message-cursor-ignored': {
      is: 'ignored',
      description: 'An unknown message as cursor is ignored.',
    },
  }),
  ties: question('position', {
    'ties-by-id': { is: 'id', description: 'Equal timestamps are ordered by id.' },
    'ties-by-id-reversed': {
      is: 'id-reversed',
      description: 'Equal timestamps are ordered by id, backwards.',
    },
    'ties-by-hash': { is: 'hash', description: 'Equal timestamps are ordered by a hash of the id.' },
    'ties-by-id-in-both-directions': {
      is: 'id-both',
      description: 'Ties rise by id under ASC and DESC alike.',
    },
  }),
  offsetBoundary: question('inclusive', {
    'offset-exclusive': {
      is: 'exclusive',
      description: 'offsetTs leaves out items of that very millisecond.',
    },
  }),
  afterBoundary: question('exclusive', {
    'last-message-after-inclusive': {
      is: 'inclusive',
      description: 'lastMessageAfter includes its boundary.',
    },
  }),
  beforeBoundary: question('exclusive', {
    'last-message-before-inclusive': {
      is: 'inclusive',
      description: 'lastMessageBefore includes its boundary.',
    },
  }),
  // Where a conversation without messages stands under lastActivity.
  messagelessActivity: question('creation', {
    'messageless-by-last-change': {
      is: 'change',
      description: '… at its last change of attributes or people.',
    },
    'messageless-oldest': { is: 'oldest', description: '… as if its last activity was in 1970.' },
    'messageless-newest': { is: 'newest', description: '… as if its last activity was yet to come.' },
    'messageless-always-last': { is: 'last', description: '… at the end, in both directions.' },
    'messageless-always-first': { is: 'first', description: '… at the beginning, in both directions.' },
  }),
  messagelessOffset: question('activity', {
    'messageless-outside-offset': {
      is: 'outside',
      description: 'offsetTs under lastActivity leaves out the silent.',
    },
  }),
  messagelessBounds: question('neither', {
    'messageless-before-any-bound': {
      is: 'before',
      description: 'lastMessageBefore lets the silent through.',
    },
    'messageless-bounded-by-creation': {
      is: 'creation',
      description: 'Bounds look at createdAt of the silent.',
    },
    'messageless-within-bounds': { is: 'both', description: 'Both bounds let the silent through.' },
  }),
  // Companion 2: the activity that a user sees is that of joining, where it is later than the last message.
  inboxActivity: question('message', {
    'inbox-activity-counts-joining': {
      is: 'joining',
      description: "Joining is activity in that user's list.",
    },
    'inbox-messageless-by-joining': {
      is: 'messageless',
      description: "The silent stand at joining in a user's list.",
    },
  }),
  activityOfDeleted: question('falls-back', {
    'activity-survives-message-deletion': {
      is: 'stays',
      description: 'A deleted message still counts as activity.',
    },
  }),
  unreadsOnly: question('unread', {
    'unreads-only-by-messages': {
      is: 'messages',
      description: 'unreadsOnly looks at messages, not at the mark.',
    },
  }),
  // What orderBy and offsetTs do under an API version that did not know them.
  orderBeforeItsVersion: question('ignored', {
    'order-before-its-version-refused': {
      is: 'refused',
      description: 'orderBy before 2021-02-09 is refused.',
    },
  }),
  offsetBeforeItsVersion: question('ignored', {
    'offset-before-its-version-refused': {
      is: 'refused',
      description: 'offsetTs before 2021-02-09 is refused.',
    },
    'offset-before-its-version-works': { is: 'works', description: 'offsetTs works before 2021-02-09 too.' },
  }),
};

import { question } from './question.ts';

/** Reading, joining, leaving and messages where no page decides (companion 1, 3 and 4). */
export const states = {
  systemUnread: question('unread', {
    'system-messages-stay-read': { is: 'read', description: 'A SystemMessage makes nothing unread.' },
  }),
  senderInReadBy: question('no', {
    'sender-in-read-by': { is: 'yes', description: 'The sender has read the own message at once.' },
  }),
  ownInReadBy: question('no', {
    'marking-reads-own-messages': {
      is: 'yes',
      description: 'Marking read adds the sender to own messages too.',
    },
  }),
  sendingReads: question('nothing', {
    'sending-clears-own-mark': {
      is: 'mark',
      description: 'Sending ends a manual unread mark of the sender.',
    },
    'sending-reads-earlier': {
      is: 'earlier',
      description: 'Sending marks the conversation read by the sender.',
    },
  }),
  readOnJoining: question('read', {
    'joining-finds-history-unread': {
      is: 'history',
      description: 'Messages from before joining are unread.',
    },
    'rejoining-finds-missed-unread': { is: 'missed', description: 'Messages sent while away are unread.' },
  }),
  markOnRejoining: question('forgotten', {
    'rejoining-restores-mark': { is: 'restored', description: 'A manual unread mark outlasts leaving.' },
  }),
  unreadOfDeleted: question('falls-back', {
    'unread-survives-message-deletion': {
      is: 'stays',
      description: 'A deleted message still counts as unread.',
    },
  }),
  // Before 2021-07-30 who left keeps the conversation in the list; which call's version decides is open.
  leaveVersion: question('list', {
    'leave-version-decides': { is: 'leave', description: 'The version of the call that left decides.' },
    'leave-and-list-version-decide': { is: 'both', description: 'Both calls must have the old version.' },
  }),
  leftView: question('frozen', {
    'left-view-without-leaver': { is: 'without', description: 'The frozen view no longer shows who left.' },
  }),
  noAccess: question('omitted', {
    'access-none-shown': { is: 'shown', description: 'Who has access None is in participants, as None.' },
    'access-none-shown-as-read': {
      is: 'read',
      description: 'Who has access None is in participants, as Read.',
    },
  }),
  noAccessInbox: question('listed', {
    'access-none-not-listed': {
      is: 'hidden',
      description: 'Who has access None does not list the conversation.',
    },
  }),
  legacyReadBy: question('served', {
    'no-legacy-read-by': { is: 'absent', description: 'The deprecated readBy route is no more.' },
  }),
  // Newer pages give each participant a readUntil; readBy may well be computed from those who are there.
  readers: question('all', {
    'read-by-of-participants': { is: 'participants', description: 'readBy leaves out readers who left.' },
    'read-by-forgets-who-left': {
      is: 'forgotten',
      description: 'Leaving takes readers out of readBy for good.',
    },
  }),
  readByOrder: question('reading', {
    'read-by-sorted': { is: 'sorted', description: 'readBy is sorted by id.' },
    'read-by-latest-first': { is: 'latest', description: 'readBy begins with who read last.' },
  }),
  idempotencyScope: question('conversation', {
    'idempotency-by-sender': { is: 'sender', description: 'Two senders may use the same idempotencyKey.' },
    'idempotency-by-app': { is: 'app', description: 'An idempotencyKey counts in the whole app.' },
    'idempotency-keys-ignored': { is: 'none', description: 'idempotencyKey means nothing.' },
  }),
  idempotencyReplay: question('same-id', {
    'idempotency-replay-409': { is: 'refused', description: 'A used idempotencyKey answers 409.' },
    'idempotency-other-text-409': {
      is: 'other-text',
      description: 'A used key with another text answers 409.',
    },
  }),
};

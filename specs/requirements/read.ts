import { defineArea } from './requirement.ts';

const MARKING = 'Conversations page: marking a conversation as read or unread';

export const read = defineArea('READ', 'Marking a conversation as read or unread for one person.', [
  {
    id: 'READ-UNREAD-01',
    level: 'MUST',
    basis: 'page',
    statement: 'isUnread true marks a conversation that was read as unread for that user.',
    source: `${MARKING}: true marks it as unread`,
    needs: ['readState'],
  },
  {
    id: 'READ-UNREAD-02',
    level: 'MUST',
    basis: 'page',
    statement: 'Marking a conversation as unread leaves the read state of every message (readBy) unchanged.',
    source: `${MARKING}: unread does not change the status of any message`,
    needs: ['readState', 'messages'],
  },
  {
    id: 'READ-UNREAD-03',
    level: 'SHOULD',
    basis: 'implied',
    statement: 'Marking as unread also works in a conversation that has no message yet.',
    source: `follows from: ${MARKING}: true marks it as unread, with no word on messages`,
    needs: ['readState'],
  },
  {
    id: 'READ-READ-01',
    level: 'MUST',
    basis: 'page',
    statement: 'isUnread false marks the conversation as read for that user.',
    source: `${MARKING}: false marks it as read`,
    needs: ['readState'],
  },
  {
    id: 'READ-READ-02',
    level: 'MUST',
    basis: 'page',
    statement:
      'Marking a conversation as read marks every message in it as read by that user: the user is in readBy of each message sent by others: each of the first, the middle and the last of three, the oldest of more than a page of messages, one from before the user joined, a SystemMessage, and also where the conversation was not unread.',
    source: `${MARKING}: read also marks the messages within it as read by that user`,
    needs: ['readState', 'messages'],
  },
  {
    id: 'READ-READ-03',
    level: 'MUST',
    basis: 'implied',
    statement:
      'Marking a conversation as read adds nobody else to readBy of its messages and removes nobody.',
    source: `follows from: ${MARKING}: it is for a specific user`,
    needs: ['readState', 'messages'],
  },
  {
    id: 'READ-NOCHANGE-01',
    level: 'MUST',
    basis: 'page',
    statement: 'Leaving isUnread out changes nothing: each of from read, from unread.',
    source: `${MARKING}: omitting isUnread does not change the status`,
    needs: ['readState'],
  },
  {
    id: 'READ-NOCHANGE-02',
    level: 'MUST',
    basis: 'page',
    statement: 'isUnread null changes nothing: each of from read, from unread.',
    source: `${MARKING}: setting isUnread to null does not change the status`,
    needs: ['readState'],
  },
  {
    id: 'READ-SCOPE-01',
    level: 'MUST',
    basis: 'page',
    statement:
      "Marking as read or unread affects that user only: the other participants' isUnread stays, from both states.",
    source: `${MARKING}: it is for a specific user`,
    needs: ['readState'],
  },
  {
    id: 'READ-SCOPE-02',
    level: 'MUST',
    basis: 'implied',
    statement: 'Marking as read or unread affects that conversation only.',
    source: `follows from: ${MARKING}: it is about one conversation`,
    needs: ['readState'],
  },
  {
    id: 'READ-SCOPE-03',
    level: 'SHOULD',
    basis: 'implied',
    statement:
      'Marking is not activity: a conversation with messages keeps its place in the lastActivity order, and attributes and lastMessage are unchanged apart from readBy.',
    source:
      'follows from: Conversations page: conversations move to the front of the list as new messages come',
    needs: ['readState', 'messages'],
  },
  {
    id: 'READ-MESSAGE-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'A new message from one user makes the conversation unread for the other participants and not for the sender. Whether a SystemMessage does is not judged.',
    source:
      'Conversations page: sample response (isUnread is false for the sender, true for the other participant)',
    needs: ['readState', 'messages'],
  },
  {
    id: 'READ-MESSAGE-02',
    level: 'MUST',
    basis: 'implied',
    statement: 'After a conversation was marked as read, another message makes it unread again.',
    source:
      'follows from: Conversations page: sample response (a message makes the conversation unread for others)',
    needs: ['readState', 'messages'],
  },
  {
    id: 'READ-MESSAGE-03',
    level: 'MUST',
    basis: 'implied',
    statement: 'An unread mark survives a PUT of attributes and changes of the participation of others.',
    source: `follows from: ${MARKING}; PUT merges with existing data`,
    needs: ['readState'],
  },
  {
    id: 'READ-REPEAT-01',
    level: 'MUST',
    basis: 'implied',
    statement: 'Marking twice is the same as once: each of read, unread.',
    source: `follows from: ${MARKING}: isUnread sets a state`,
    needs: ['readState'],
  },
  {
    id: 'READ-REFUSE-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'isUnread of another type is refused with 4xx and changes nothing: each of string, number, object.',
    source:
      'Conversations page: isUnread?: boolean | null; API getting started page: bad arguments answer 400',
    needs: ['readState'],
  },
  {
    id: 'READ-REFUSE-02',
    level: 'MUST',
    basis: 'implied',
    statement:
      'Marking a conversation that does not exist answers 4xx; marking for a user who does not take part answers 4xx and does not make that user a participant.',
    source: `follows from: ${MARKING}: it is about a conversation of that user; API getting started page: 404 when not found`,
    needs: ['readState'],
  },
  {
    id: 'READ-LEGACY-01',
    level: 'SHOULD',
    basis: 'ambiguous',
    statement: 'The deprecated POST conversations/{id}/readBy/{userId} marks the conversation as read.',
    source:
      'documentation contradicts itself: Conversations page keeps a deprecated endpoint / it asks to use the current endpoint instead and does not state the route',
    needs: ['legacyReadBy'],
  },
]);

import { defineArea } from './requirement.ts';

const ORDERING = 'Conversations page: ordering';

export const list = defineArea('LIST', 'Listing all conversations, and the order of the list.', [
  {
    id: 'LIST-ALL-01',
    level: 'MUST',
    basis: 'page',
    statement: 'The list of all conversations is an object whose data is an array of Conversation objects.',
    source: 'Conversations page: the response has a data field with an array of Conversation objects',
  },
  {
    id: 'LIST-ALL-02',
    level: 'MUST',
    basis: 'page',
    statement:
      'Every conversation created is in the list, found by walking its pages, exactly once: each of one with messages, one without messages, one without participants.',
    source: 'Conversations page: lists all conversations ever created',
  },
  {
    id: 'LIST-ALL-03',
    level: 'MUST',
    basis: 'page',
    statement:
      'A list item equals what GET of that conversation returns, in each field (isUnread only where the list shows it).',
    source: 'Conversations page: an array of Conversation objects as described above',
  },
  {
    id: 'LIST-ORDER-01',
    level: 'MUST',
    basis: 'page',
    statement: 'By default, conversations that have messages are listed by last activity, latest first.',
    source: `${ORDERING}: by default in the order of the last activity, latest first`,
    since: '2021-02-09',
    needs: ['messages'],
  },
  {
    id: 'LIST-ORDER-02',
    level: 'MUST',
    basis: 'page',
    statement:
      'orderBy=lastActivity and orderDirection=DESC are the defaults: given alone or together, they change nothing.',
    source: `${ORDERING}: lastActivity (default), DESC (default)`,
    since: '2021-02-09',
    needs: ['messages'],
  },
  {
    id: 'LIST-ORDER-03',
    level: 'MUST',
    basis: 'page',
    statement:
      'orderBy=lastActivity&orderDirection=ASC lists conversations that have messages in exactly the opposite order of the default.',
    source: `${ORDERING}: ASC is the ascending order`,
    since: '2021-02-09',
    needs: ['messages'],
  },
  {
    id: 'LIST-ORDER-04',
    level: 'MUST',
    basis: 'page',
    statement:
      'orderBy=createdAt sorts by creation, latest first, and with orderDirection=ASC earliest first. orderDirection=ASC alone sorts by last activity ascending.',
    source: `${ORDERING}: values of orderBy and orderDirection`,
    since: '2021-02-09',
    needs: ['messages'],
  },
  {
    id: 'LIST-ORDER-05',
    level: 'MUST',
    basis: 'page',
    statement:
      'A new message moves a conversation to the front of lastActivity DESC (to the end of ASC) and leaves the createdAt order alone: each of a UserMessage, a SystemMessage.',
    source: 'Conversations page: conversations can move to the front of the list as new messages come',
    since: '2021-02-09',
    needs: ['messages'],
  },
  {
    id: 'LIST-ORDER-06',
    level: 'MUST',
    basis: 'page',
    statement: 'The createdAt order is stable: repeated lists are equal while messages arrive.',
    source: `${ORDERING}: by creation date when you want stable sorting`,
    since: '2021-02-09',
    needs: ['messages'],
  },
  {
    id: 'LIST-ORDER-07',
    level: 'MUST',
    basis: 'implied',
    statement: 'The order holds across page boundaries, not only within a page.',
    source: `follows from: ${ORDERING}; startingAfter follows the current sort order`,
    since: '2021-02-09',
    needs: ['messages'],
  },
  {
    id: 'LIST-ORDER-08',
    level: 'MUST',
    basis: 'implied',
    statement: 'Conversations with equal timestamps are neither lost nor repeated, whatever their order.',
    source: 'follows from: Conversations page: lists all conversations ever created',
    needs: ['messages'],
  },
  {
    id: 'LIST-ORDER-09',
    level: 'SURVEY',
    basis: 'silent',
    statement:
      'What do an unknown orderBy or orderDirection value and lower case values answer? Where does a conversation without messages stand under lastActivity?',
    source: 'documentation is silent',
    since: '2021-02-09',
  },
  {
    id: 'LIST-COMBINE-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'Parameters of a list count together, each as if it were alone: every pair of orderBy, orderDirection, startingAfter, lastMessageAfter, lastMessageBefore, filter, offsetTs and limit, but for startingAfter with offsetTs.',
    source:
      'Conversations page: filters can be combined with bounds, limits and cursors; startingAfter works with all sorting options',
    since: '2021-02-09',
    needs: ['filters', 'messages'],
  },
]);

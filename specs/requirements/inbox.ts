import { defineArea } from './requirement.ts';

export const inbox = defineArea('INBOX', 'Listing the conversations of one user.', [
  {
    id: 'INBOX-LIST-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'GET users/{id}/conversations answers exactly the conversations in which the user takes part, as Conversation objects in data.',
    source: 'Conversations page: the Users resource lists the conversations a specific user is a part of',
    since: '2021-07-30',
    needs: ['inbox'],
  },
  {
    id: 'INBOX-LIST-02',
    level: 'MUST',
    basis: 'companion',
    statement:
      "A user's list orders, pages and filters by last message like the list of all conversations (each of the default order, one walk, one bound), for conversations joined before their messages were sent.",
    source:
      'Users page: conversations of a user; API changelog page: version 2021-02-09, sorting of both lists',
    since: '2021-02-09',
    needs: ['inbox', 'messages'],
  },
  {
    id: 'INBOX-LIST-03',
    level: 'SHOULD',
    basis: 'companion',
    statement:
      "unreadsOnly=true answers only those of a user's conversations that have unread messages for that user.",
    source: 'Batch page: example with unreadsOnly',
    needs: ['inbox', 'messages'],
  },
  {
    id: 'INBOX-LIST-04',
    level: 'MUST',
    basis: 'companion',
    statement:
      'The list of a user who does not exist answers 404 to a request that names API version 2024-01-01 or a later one, and 200 to one that names an earlier version.',
    source: 'API changelog page: version 2024-01-01',
    needs: ['inbox'],
  },
  {
    id: 'INBOX-LIST-05',
    level: 'MUST',
    basis: 'implied',
    statement:
      "Joining adds the conversation to a user's list, and PUT of the conversation with a new participant adds it to that person's list.",
    source:
      'follows from: Conversations page: the Users resource lists the conversations a specific user is a part of',
    needs: ['inbox'],
  },
  {
    id: 'INBOX-LIST-06',
    level: 'MUST',
    basis: 'implied',
    statement:
      'After leaving and joining again (each of by a join, by a PUT) a conversation is once in the list of that person. After leaving it is not brought back by a message. Each of the two holds in the list with unreadsOnly as well.',
    source:
      'follows from: Conversations page: the Users resource lists the conversations a specific user is a part of',
    since: '2021-07-30',
    needs: ['inbox', 'messages'],
  },
]);

import { defineArea } from './requirement.ts';

export const inbox = defineArea('INBOX', "A user's list", 'Listing the conversations of one user.', [
  {
    id: 'INBOX-LIST-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'GET users/{id}/conversations returns exactly the conversations in which the user takes part, as Conversation objects in data.',
    title: "A user's list has exactly that user's conversations",
    impact: 'People miss chats in their list, or see those of others.',
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
    title: "A user's list can be sorted, paged and filtered",
    impact: "A person's list is in a wrong order, repeats chats, or lacks some.",
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
      "unreadsOnly=true returns only those of a user's conversations that have unread messages for that user.",
    title: "A user's list can show unread ones only",
    impact: 'The view of unread chats shows ones that were read, or misses new ones.',
    source: 'Batch page: example with unreadsOnly',
    needs: ['inbox', 'messages'],
  },
  {
    id: 'INBOX-LIST-04',
    level: 'MUST',
    basis: 'companion',
    statement:
      'The list of a user who does not exist returns 404 for API version 2024-01-01 or later, and 200 for an earlier version.',
    title: 'The list of an unknown user is 404',
    impact: 'Apps take a user who does not exist for one without chats, or the other way round.',
    source: 'API changelog page: version 2024-01-01',
    needs: ['inbox'],
  },
  {
    id: 'INBOX-LIST-05',
    level: 'MUST',
    basis: 'implied',
    statement:
      "Joining adds the conversation to a user's list, and PUT of the conversation with a new participant adds it to that person's list.",
    title: "Joining adds a conversation to the user's list",
    impact: 'People who join a chat do not find it in their list.',
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
    title: 'Coming back lists a conversation once',
    impact: 'After coming back, people see a chat twice; or one that they left returns.',
    source:
      'follows from: Conversations page: the Users resource lists the conversations a specific user is a part of',
    since: '2021-07-30',
    needs: ['inbox', 'messages'],
  },
]);

import { defineArea } from './requirement.ts';

export const deletion = defineArea(
  'DELETE',
  'Deleting',
  'Deleting a conversation: what is deleted with it, and what must stay.',
  [
    {
      id: 'DELETE-GONE-01',
      level: 'MUST',
      basis: 'page',
      statement: 'After DELETE of a conversation, GET of it returns 404.',
      title: 'A deleted conversation is gone',
      impact: 'Deleted chats can still be opened.',
      source:
        'Conversations page: DELETE irrevocably deletes the conversation; GET returns 404 if none exists',
    },
    {
      id: 'DELETE-GONE-02',
      level: 'MUST',
      basis: 'page',
      statement:
        'A deleted conversation is gone from the list of all conversations in every order, through every page, and under every filter that matched it before: each of default, createdAt ASC, createdAt DESC, lastActivity ASC, a custom filter, lastMessageAfter, startingAfter from an earlier one.',
      title: 'A deleted conversation is in no list',
      impact: 'Deleted chats still show up in lists and searches.',
      source: 'Conversations page: all data and metadata linked to the conversation is deleted',
    },
    {
      id: 'DELETE-GONE-03',
      level: 'MUST',
      basis: 'page',
      statement:
        'The messages of a deleted conversation are gone: neither the message list nor any single message id returns 200 with a message.',
      title: 'The messages of a deleted conversation are gone',
      impact: 'Messages that were to be erased can still be read.',
      source: 'Conversations page: all messages in the conversation will be deleted',
      needs: ['messages'],
    },
    {
      id: 'DELETE-GONE-04',
      level: 'MUST',
      basis: 'page',
      statement:
        'A deleted conversation is gone from the conversation list of every participant: each of them, and of a former participant who had left.',
      title: "A deleted conversation leaves everybody's list",
      impact: 'People still find deleted chats in their list.',
      source: "Conversations page: the conversation gets removed from all (former) participants' Inbox feeds",
      needs: ['inbox'],
    },
    {
      id: 'DELETE-GONE-05',
      level: 'MUST',
      basis: 'implied',
      statement:
        'Calls on a deleted conversation fail with 4xx and do not bring it back: each of send a message, mark read, PATCH participation. Leaving it may succeed, for leaving is idempotent, and does not bring it back either.',
      title: 'A deleted conversation takes no more calls',
      impact: 'Deleted chats still take messages, or come back to life.',
      source: 'follows from: Conversations page: DELETE irrevocably deletes the conversation',
    },
    {
      id: 'DELETE-REBIRTH-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'A conversation created again under the id of a deleted one has none of the old attributes: each of subject, photoUrl, welcomeMessages, custom.',
      title: 'A new conversation has nothing of a deleted one',
      impact: 'A new chat shows the title, picture or data of a deleted one.',
      source: 'Conversations page: all the conversation metadata will be erased',
    },
    {
      id: 'DELETE-REBIRTH-02',
      level: 'MUST',
      basis: 'page',
      statement:
        'A conversation created again under the id of a deleted one has none of the old participants, nor their settings or read state when the same person is added again.',
      title: 'A new conversation has none of the old people',
      impact: 'People of a deleted chat get into a new one with the same id.',
      source: 'Conversations page: participants will not be a part of the conversation anymore',
    },
    {
      id: 'DELETE-REBIRTH-03',
      level: 'MUST',
      basis: 'page',
      statement:
        'A conversation created again under the id of a deleted one has none of the old messages: the list is empty, lastMessage is null, and old message ids are not found.',
      title: 'A new conversation has none of the old messages',
      impact: 'Messages that were deleted appear in a new chat with the same id.',
      source: 'Conversations page: all messages in the conversation will be deleted',
      needs: ['messages'],
    },
    {
      id: 'DELETE-REBIRTH-04',
      level: 'MUST',
      basis: 'implied',
      statement:
        'A conversation created again under the id of a deleted one has its own createdAt and its own place in both orders.',
      title: 'A new conversation has its own creation time',
      impact: 'A new chat is sorted as if it were the old one, and is overlooked.',
      source: 'follows from: Conversations page: all the conversation metadata will be erased',
      since: '2021-02-09',
    },
    {
      id: 'DELETE-SPARE-01',
      level: 'MUST',
      basis: 'page',
      statement: 'The users who took part in a deleted conversation still exist, with their data unchanged.',
      title: 'Deleting keeps the people',
      impact: 'Deleting a chat deletes user accounts, or alters them.',
      source: 'Conversations page: users that take part in the conversation will not be deleted',
      needs: ['users'],
    },
    {
      id: 'DELETE-SPARE-02',
      level: 'MUST',
      basis: 'implied',
      statement:
        'Other conversations of the people in a deleted conversation keep attributes, participants, messages, read state and their place in the lists.',
      title: 'Deleting keeps other conversations',
      impact: 'Deleting one chat damages other chats of the same people.',
      source: 'follows from: Conversations page: DELETE deletes the data of one conversation id',
    },
    {
      id: 'DELETE-SPARE-03',
      level: 'MUST',
      basis: 'implied',
      statement:
        'A conversation whose id resembles the deleted id survives: each of a prefix, a suffix, a case variant.',
      title: 'Deleting keeps conversations with similar ids',
      impact: 'Deleting one chat also deletes another whose id looks alike.',
      source: 'follows from: Conversations page: DELETE deletes the data of one conversation id',
    },
    {
      id: 'DELETE-SPARE-04',
      level: 'MUST',
      basis: 'implied',
      statement:
        'The users who took part in a deleted conversation can still be used: each of take part in a new conversation, join another one, write in another one.',
      title: 'People can go on after a deletion',
      impact: 'After a chat is deleted, its people cannot write or join elsewhere.',
      source:
        'follows from: Conversations page: users that take part in the conversation will not be deleted',
    },
    {
      id: 'DELETE-SILENT-01',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'What do these return: deleting an id that does not exist, deleting twice, a list request whose startingAfter is the deleted id?',
      source: 'documentation is silent',
    },
    {
      id: 'DELETE-UI-01',
      level: 'MUST',
      basis: 'page',
      statement: 'Active chat windows of a deleted conversation show a localised not-found screen.',
      source: 'Conversations page: active UIs will display a "Chat not found" screen',
      excluded: 'Not observable over REST.',
    },
  ],
);

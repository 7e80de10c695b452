import { defineArea } from './requirement.ts';

export const message = defineArea(
  'MESSAGE',
  'Messages',
  'Sending messages, as far as conversations depend on it.',
  [
    {
      id: 'MESSAGE-SEND-01',
      level: 'MUST',
      basis: 'companion',
      statement:
        'POST of an array of messages returns an array of {id} in the same order; GET lists them newest first with text, senderId, type, conversationId. Texts round-trip unchanged.',
      title: 'Messages are stored and listed in order',
      impact: 'Messages are lost, altered, or shown in a wrong order.',
      source:
        'Messages page: request and response of sending, type Message; seen on the live service: newest first',
      needs: ['messages'],
    },
    {
      id: 'MESSAGE-SEND-02',
      level: 'MUST',
      basis: 'companion',
      statement: 'A message from a sender who does not take part is refused with 4xx and nothing is stored.',
      title: 'Only participants can write',
      impact: 'People who are not in a chat can write into it.',
      source: 'Messages page: the sender must be a participant, otherwise the request fails',
      needs: ['messages'],
    },
    {
      id: 'MESSAGE-SEND-03',
      level: 'MUST',
      basis: 'companion',
      statement: 'A SystemMessage has senderId null.',
      title: 'System messages have no sender',
      impact: 'Automatic notices appear to come from a person.',
      source: 'Messages page: a SystemMessage has no sender',
      needs: ['messages'],
    },
    {
      id: 'MESSAGE-SEND-04',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'What do more than 10 messages in one call and an empty array return? Is the sender in readBy? Does a SystemMessage make the conversation unread?',
      source: 'documentation is silent',
      needs: ['messages'],
    },
    {
      id: 'MESSAGE-SEND-05',
      level: 'MUST',
      basis: 'implied',
      statement:
        'Sending several messages in one call is all or nothing: if one of them is refused, none is stored.',
      title: 'Several messages are stored together or not at all',
      impact: 'Part of a batch is stored, and sending it again doubles that part.',
      source:
        'follows from: Messages page: the sender must be a participant, otherwise the request fails; the status code alone says whether a call succeeded',
      needs: ['messages'],
    },
    {
      id: 'MESSAGE-LAST-01',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'Editing an older message changes neither lastMessage nor the lastActivity order; after the newest message is deleted, lastMessage is the one before. A SystemMessage is a message here too.',
      title: 'Editing and deleting keep the last message right',
      impact: 'The preview of a chat is wrong after a message was edited or deleted.',
      source: 'follows from: Conversations page: lastMessage is the last message of the conversation',
      needs: ['messages'],
    },
    {
      id: 'MESSAGE-PAGE-01',
      level: 'SHOULD',
      basis: 'companion',
      statement:
        'The list of messages is paged by limit and startingAfter: walking through it visits each message once (each of messages sent one by one, and in one call), and nothing comes after the oldest.',
      title: 'Lists of messages can be paged',
      impact: 'People who scroll back in a chat miss messages, see some twice, or never come to an end.',
      source: 'API getting started page: lists are paged by limit and startingAfter',
      needs: ['messages'],
    },
    {
      id: 'MESSAGE-SCOPE-01',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'A message is found in its own conversation only: reading it in another conversation is refused with 4xx, and neither editing nor deleting it there changes it.',
      title: 'Messages stay in their conversation',
      impact: 'Messages of one chat can be read, changed or deleted through another one.',
      source: 'follows from: Messages page: a message is read, edited and deleted in a conversation',
      needs: ['messages'],
    },
    {
      id: 'MESSAGE-CONCURRENT-01',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'Messages that are sent at the same time are all stored, in whatever order; refusing one is no violation.',
      title: 'Simultaneous messages are all kept',
      impact: 'A message is lost when somebody else writes at the same moment.',
      source: 'follows from: Messages page: sending answers the ids of what was sent',
      needs: ['messages'],
    },
  ],
);

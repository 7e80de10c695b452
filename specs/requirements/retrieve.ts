import { defineArea } from './requirement.ts';

export const retrieve = defineArea('RETRIEVE', 'Reading one conversation by its id.', [
  {
    id: 'RETRIEVE-FOUND-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'GET of an existing conversation answers 200 with one Conversation object whose id is the requested id.',
    source: 'Conversations page: GET returns a single Conversation',
  },
  {
    id: 'RETRIEVE-FOUND-02',
    level: 'MUST',
    basis: 'page',
    statement:
      'Attributes that were set read back exactly: each of subject, photoUrl, welcomeMessages (order kept), custom. Text round-trips unchanged: each of Unicode outside the BMP, combining marks, right-to-left text, quotes, backslashes, line breaks, leading and trailing spaces, HTML, a 2,000-character subject.',
    source: 'Conversations page: after a PUT the conversation can be fetched back with GET',
  },
  {
    id: 'RETRIEVE-FOUND-03',
    level: 'MUST',
    basis: 'page',
    statement:
      'Attributes never set are present and read as null (each of subject, photoUrl, welcomeMessages, lastMessage) or as {} (custom).',
    source: 'Conversations page: type Conversation and the sample response',
  },
  {
    id: 'RETRIEVE-FOUND-04',
    level: 'MUST',
    basis: 'page',
    statement:
      'participants is an object keyed by user id, and each entry has access (ReadWrite or Read), notify (a boolean or MentionsOnly) and isUnread (a boolean).',
    source: 'Conversations page: type Conversation, participants',
  },
  {
    id: 'RETRIEVE-FOUND-05',
    level: 'MUST',
    basis: 'companion',
    statement: 'A participant added without settings has access ReadWrite and notify true.',
    source: 'Participation page: defaults of access and notify',
  },
  {
    id: 'RETRIEVE-FOUND-06',
    level: 'MUST',
    basis: 'implied',
    statement:
      'createdAt does not change by any later call and is not earlier than that of a conversation created before it.',
    source: 'follows from: Conversations page: createdAt is the date of creation and gives a stable order',
  },
  {
    id: 'RETRIEVE-FOUND-07',
    level: 'MUST',
    basis: 'page',
    statement:
      'lastMessage is the newest message of this conversation, a SystemMessage too, as a full Message (its id, text, senderId, conversationId), and null while there is none.',
    source: 'Conversations page: type Conversation, lastMessage: Message | null',
    needs: ['messages'],
  },
  {
    id: 'RETRIEVE-FOUND-08',
    level: 'MUST',
    basis: 'implied',
    statement:
      'Reading changes nothing: two reads in a row are equal, and reading does not alter isUnread, order or lastMessage.',
    source:
      'follows from: Conversations page: GET returns the conversation, and marking as read is an endpoint of its own',
  },
  {
    id: 'RETRIEVE-FOUND-09',
    level: 'MUST',
    basis: 'implied',
    statement: 'Reading messages, lists and users changes nothing about a conversation either.',
    source: 'follows from: Conversations page: GET fetches; marking as read has an endpoint of its own',
  },
  {
    id: 'RETRIEVE-MISSING-01',
    level: 'MUST',
    basis: 'page',
    statement: 'GET of an id for which no conversation exists answers 404.',
    source: 'Conversations page: 404 if no conversation exists for the given id',
  },
  {
    id: 'RETRIEVE-ID-01',
    level: 'MUST',
    basis: 'implied',
    statement:
      'Ids are exact: ids that differ only in letter case or by a suffix name different conversations.',
    source: 'follows from: Conversations page: GET returns the conversation with the given id, or 404',
  },
  {
    id: 'RETRIEVE-ID-02',
    level: 'SHOULD',
    basis: 'implied',
    statement:
      'Ids that need percent-encoding (each of space, slash, plus, percent, unicode, colon, at sign) work in every route and stay distinct from their look-alikes; refusing such an id with 4xx when it is first used is no violation.',
    source:
      'follows from: Conversations page: the caller chooses the conversation id, a string, and it is part of the URL',
  },
]);

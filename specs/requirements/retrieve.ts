import { defineArea } from './requirement.ts';

export const retrieve = defineArea('RETRIEVE', 'Reading', 'Reading one conversation by its id.', [
  {
    id: 'RETRIEVE-FOUND-01',
    level: 'MUST',
    basis: 'page',
    statement:
      'GET of an existing conversation returns 200 with one Conversation object whose id is the requested id.',
    title: 'A conversation can be read by its id',
    impact: 'Apps cannot open a chat that exists.',
    source: 'Conversations page: GET returns a single Conversation',
  },
  {
    id: 'RETRIEVE-FOUND-02',
    level: 'MUST',
    basis: 'page',
    statement:
      'Attributes that were set read back exactly: each of subject, photoUrl, welcomeMessages (order kept), custom. Text round-trips unchanged: each of Unicode outside the BMP, combining marks, right-to-left text, quotes, backslashes, line breaks, leading and trailing spaces, HTML, a 2,000-character subject.',
    title: 'What was stored is read back unchanged',
    impact: 'Titles and texts come back altered: emoji, accents, spaces or the end may be lost.',
    source: 'Conversations page: after a PUT the conversation can be fetched back with GET',
  },
  {
    id: 'RETRIEVE-FOUND-03',
    level: 'MUST',
    basis: 'page',
    statement:
      'Attributes never set are present and read as null (each of subject, photoUrl, welcomeMessages, lastMessage) or as {} (custom).',
    title: 'Empty attributes are present and empty',
    impact: 'Apps find a field missing, or filled with something that nobody set.',
    source: 'Conversations page: type Conversation and the sample response',
  },
  {
    id: 'RETRIEVE-FOUND-04',
    level: 'MUST',
    basis: 'page',
    statement:
      'participants is an object keyed by user id, and each entry has access (ReadWrite or Read), notify (a boolean or MentionsOnly) and isUnread (a boolean).',
    title: 'Every participant has access, notify and isUnread',
    impact: 'Apps cannot tell who may write, who is notified and who has something to read.',
    source: 'Conversations page: type Conversation, participants',
  },
  {
    id: 'RETRIEVE-FOUND-05',
    level: 'MUST',
    basis: 'companion',
    statement: 'A participant added without settings has access ReadWrite and notify true.',
    title: 'New participants may write and are notified',
    impact: 'People who are added cannot write, or are not told of messages.',
    source: 'Participation page: defaults of access and notify',
  },
  {
    id: 'RETRIEVE-FOUND-06',
    level: 'MUST',
    basis: 'implied',
    statement:
      'createdAt does not change by any later call and is not earlier than that of a conversation created before it.',
    title: 'The creation time never changes',
    impact: 'Chats jump around in lists that are sorted by age.',
    source: 'follows from: Conversations page: createdAt is the date of creation and gives a stable order',
  },
  {
    id: 'RETRIEVE-FOUND-07',
    level: 'MUST',
    basis: 'page',
    statement:
      'lastMessage is the newest message of this conversation, a SystemMessage too, as a full Message (its id, text, senderId, conversationId), and null while there is none.',
    title: 'The last message is the newest one',
    impact: 'The preview of a chat shows an old message, one of another chat, or none.',
    source: 'Conversations page: type Conversation, lastMessage: Message | null',
    needs: ['messages'],
  },
  {
    id: 'RETRIEVE-FOUND-08',
    level: 'MUST',
    basis: 'implied',
    statement:
      'Reading changes nothing: two reads in a row are equal, and reading does not alter isUnread, order or lastMessage.',
    title: 'Reading a conversation changes nothing',
    impact: 'Just looking at a chat marks it as read or moves it in the list.',
    source:
      'follows from: Conversations page: GET returns the conversation, and marking as read is an endpoint of its own',
  },
  {
    id: 'RETRIEVE-FOUND-09',
    level: 'MUST',
    basis: 'implied',
    statement: 'Reading messages, lists and users changes nothing about a conversation either.',
    title: 'Reading lists, messages and users changes nothing',
    impact: 'Just looking at a list or at messages alters the chat.',
    source: 'follows from: Conversations page: GET fetches; marking as read has an endpoint of its own',
  },
  {
    id: 'RETRIEVE-MISSING-01',
    level: 'MUST',
    basis: 'page',
    statement: 'GET of an id for which no conversation exists returns 404.',
    title: 'A conversation that does not exist is 404',
    impact: 'Apps take a chat that does not exist for a real one, or for an outage.',
    source: 'Conversations page: 404 if no conversation exists for the given id',
  },
  {
    id: 'RETRIEVE-ID-01',
    level: 'MUST',
    basis: 'implied',
    statement:
      'Ids are exact: ids that differ only in letter case or by a suffix name different conversations.',
    title: 'Ids are exact',
    impact: "People end up in somebody else's chat whose id looks alike.",
    source: 'follows from: Conversations page: GET returns the conversation with the given id, or 404',
  },
  {
    id: 'RETRIEVE-ID-02',
    level: 'SHOULD',
    basis: 'implied',
    statement:
      'Ids that need percent-encoding (each of space, slash, plus, percent, unicode, colon, at sign) work in every route and stay distinct from their look-alikes; refusing such an id with 4xx when it is first used is no violation.',
    title: 'Ids with special characters work',
    impact: 'Chats whose id has a space, slash or accent cannot be opened, or get mixed up.',
    source:
      'follows from: Conversations page: the caller chooses the conversation id, a string, and it is part of the URL',
  },
]);

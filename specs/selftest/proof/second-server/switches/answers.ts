import { question } from './question.ts';

/** What answers look like beyond the documented fields (companion 3, 5, 6 and 7). */
export const answers = {
  putConversation: question('empty', {
    'put-answers-conversation': { is: 'resource', description: 'PUT answers the conversation.' },
    'put-answers-id': { is: 'id', description: 'PUT answers the id of the conversation.' },
  }),
  putUser: question('empty', {
    'put-user-answers-user': { is: 'resource', description: 'PUT answers the user.' },
  }),
  postMessages: question('ids', {
    'post-answers-messages': { is: 'messages', description: 'POST answers whole messages, not ids alone.' },
  }),
  putMessage: question('empty', {
    'edit-answers-message': { is: 'resource', description: 'An edit answers the message.' },
  }),
  conversationExtras: question('none', {
    'conversation-extras': { is: 'some', description: 'Conversations carry fields that newer pages name.' },
  }),
  participantExtras: question('none', {
    'participant-extras': { is: 'some', description: 'Participants carry joinedAt and readUntil.' },
  }),
  messageExtras: question('none', {
    'message-extras': { is: 'some', description: 'Messages carry content and reactions.' },
  }),
  userExtras: question('none', {
    'user-extras': { is: 'some', description: 'Users carry fields that no page names.' },
  }),
  inboxExtras: question('isUnread', {
    'inbox-without-is-unread': {
      is: 'none',
      description: 'Items of a user list carry no field of their own.',
    },
    'inbox-unread-count': { is: 'count', description: 'Items of a user list also count unread messages.' },
  }),
  envelopeExtras: question('none', {
    'envelope-extras': { is: 'some', description: 'Lists carry hasMore beside data.' },
  }),
  topicId: question('empty', {
    'topic-id-is-conversation-id': { is: 'id', description: 'topicId is the id of the conversation.' },
    'topic-id-constant': { is: 'constant', description: 'topicId is the same word everywhere.' },
  }),
  errorBody: question('reasons', {
    'error-reasons-as-list': { is: 'list', description: 'Errors have their reasons as a list.' },
    'error-problem-json': { is: 'problem', description: 'Errors are application/problem+json.' },
    'error-string': { is: 'string', description: 'Errors are a JSON string.' },
    'error-empty-object': { is: 'empty', description: 'Errors are {}.' },
    'error-like-a-list': { is: 'data', description: 'Errors carry an empty data list and an id.' },
    'error-large': { is: 'large', description: 'Errors carry 20 kB of details.' },
  }),
  keyOrder: question('documented', {
    'keys-sorted': { is: 'sorted', description: 'The keys of all objects are sorted.' },
    'keys-reversed': { is: 'reversed', description: 'The keys of all objects come backwards.' },
    'keys-shuffled': {
      is: 'shuffled',
      description: 'The keys of all objects come in another order each time.',
    },
  }),
  jsonSpace: question('none', {
    'json-indented': { is: 'indented', description: 'JSON is indented.' },
    'json-amid-white-space': { is: 'around', description: 'JSON is preceded and followed by white space.' },
  }),
  jsonEscapes: question('few', {
    'json-ascii': { is: 'ascii', description: 'All characters outside of ASCII are escaped.' },
    'json-escaped-slashes': { is: 'slashes', description: 'Slashes are escaped.' },
  }),
  jsonNumbers: question('plain', {
    'numbers-with-exponent': { is: 'exponent', description: 'Timestamps are written with an exponent.' },
    'numbers-with-fraction': { is: 'fraction', description: 'Timestamps are written with .0.' },
  }),
  contentType: question('application/json; charset=utf-8', {
    'content-type-bare': { is: 'application/json', description: 'The content type has no parameter.' },
    'content-type-upper-case': {
      is: 'Application/JSON; Charset="UTF-8"',
      description: 'It is in another case.',
    },
  }),
  messageIds: question('letters', {
    'message-ids-uuid': { is: 'uuid', description: 'Message ids are UUIDs.' },
    'message-ids-decimal': { is: 'decimal', description: 'Message ids are decimal numbers, as strings.' },
    'message-ids-base64': { is: 'base64', description: 'Message ids have plus, slash and equals signs.' },
    'message-ids-unicode': { is: 'unicode', description: 'Message ids have letters outside of ASCII.' },
    'message-ids-long': { is: 'long', description: 'Message ids have 200 characters.' },
    'message-ids-count-per-conversation': {
      is: 'count',
      description: 'Message ids count from 1 in each conversation.',
    },
  }),
  // Companion 5 names the fields of a user and is silent about those never set.
  userDefaults: question('null', {
    'user-defaults-filled': {
      is: 'filled',
      description: 'Users have a photo, a locale and a role from the start.',
    },
  }),
  unsetContacts: question('null', {
    'unset-contacts-are-empty-lists': { is: 'empty', description: 'email and phone never set read as [].' },
  }),
  unsetPushTokens: question('empty', {
    'unset-push-tokens-are-null': { is: 'null', description: 'pushTokens never set read as null.' },
  }),
  participantOrder: question('joining', {
    'participants-sorted': { is: 'sorted', description: 'Participants come in the order of their ids.' },
    'participants-latest-first': { is: 'latest', description: 'Participants come latest joined first.' },
  }),
};

import { question } from './question.ts';

/**
 * How much is too much. No page states a size for ids, texts or maps (companion 7 and 8: unknown); it does
 * state 30 conversations a page, 100 messages a page and 10 messages a call (companion 2 and 3).
 * Lengths are in UTF-16 units unless said otherwise.
 */
export const sizes = {
  customKeysMax: question(Infinity, {
    'custom-keys-max-20': { is: 20, description: 'custom has at most 20 keys after the merge.' },
  }),
  customKeyMax: question(Infinity, {
    'custom-key-length-max-100': { is: 100, description: 'A key of custom has at most 100 characters.' },
  }),
  customValueMax: question(Infinity, {
    'custom-value-length-max-500': { is: 500, description: 'A value of custom has at most 500 characters.' },
  }),
  subjectMax: question(Infinity, {
    'subject-length-max-2000': { is: 2000, description: 'A subject has at most 2,000 characters.' },
  }),
  photoUrlMax: question(Infinity, {
    'photo-url-length-max-1000': { is: 1000, description: 'A photoUrl has at most 1,000 characters.' },
  }),
  welcomeCountMax: question(Infinity, {
    'welcome-messages-max-5': { is: 5, description: 'There are at most 5 welcome messages.' },
  }),
  welcomeTextMax: question(Infinity, {
    'welcome-message-length-max-2000': {
      is: 2000,
      description: 'A welcome message has at most 2,000 characters.',
    },
  }),
  conversationIdMax: question(Infinity, {
    'conversation-id-length-max-128': { is: 128, description: 'Longer conversation ids cannot be created.' },
  }),
  userIdMax: question(Infinity, {
    'user-id-length-max-100': { is: 100, description: 'Longer user ids cannot be created.' },
  }),
  textMax: question(Infinity, {
    'text-length-max-2000': { is: 2000, description: 'The text of a message has at most 2,000 characters.' },
  }),
  // The smallest group size that any plan was ever documented with is 10 (companion 4).
  participantsMax: question(Infinity, {
    'participants-max-10': { is: 10, description: 'A conversation has at most 10 participants.' },
  }),
  participantsPerCallMax: question(Infinity, {
    'participants-per-call-max-10': { is: 10, description: 'One PUT names at most 10 participants.' },
  }),
  filterMax: question(Infinity, {
    'filter-length-max-2000': { is: 2000, description: 'A decoded filter has at most 2,000 characters.' },
  }),
  filterOperandsMax: question(Infinity, {
    'filter-operands-max-10': { is: 10, description: 'oneOf takes at most 10 values.' },
  }),
  bodyBytesMax: question(Infinity, {
    'body-max-64-kib': { is: 65_536, description: 'Bodies of more than 64 KiB are answered with 413.' },
  }),
  urlMax: question(Infinity, {
    'url-length-max-8000': {
      is: 8000,
      description: 'URLs of more than 8,000 characters are answered with 414.',
    },
  }),
  pageMax: question(30, {
    'page-max-100': { is: 100, description: 'A limit of up to 100 is served, as it was until 2021.' },
  }),
  pageDefault: question(10, {
    'page-default-30': { is: 30, description: 'Without a limit a page has 30 conversations.' },
    'page-default-20': { is: 20, description: 'Without a limit a page has 20 conversations.' },
    'page-default-3': { is: 3, description: 'Without a limit a page has 3 conversations.' },
  }),
  messagePageMax: question(100, {
    'message-page-max-30': { is: 30, description: 'A page has at most 30 messages, as in the Data API.' },
  }),
  messagePageDefault: question(30, {
    'message-page-default-10': { is: 10, description: 'Without a limit a page has 10 messages.' },
    'message-page-default-100': { is: 100, description: 'Without a limit a page has 100 messages.' },
  }),
  messagesPerCallMax: question(10, {
    'messages-per-call-max-100': { is: 100, description: 'Up to 100 messages in one call are taken.' },
  }),
};

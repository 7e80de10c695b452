import { question } from './question.ts';

/** Clocks, delays, and reads that follow writes late; no page promises more than GET after PUT (page). */
export const timing = {
  clockResolution: question(1, {
    'timestamps-of-10-ms': { is: 10, description: 'Timestamps are cut to 10 ms.' },
    'timestamps-of-1-s': { is: 1000, description: 'Timestamps are cut to whole seconds, in milliseconds.' },
  }),
  clockTicks: question('shared', {
    'timestamps-unique': { is: 'unique', description: 'No two timestamps of an app are equal.' },
  }),
  clockSkew: question(0, {
    'clock-3-h-ahead': { is: 10_800_000, description: 'The clock is three hours ahead.' },
    'clock-2-d-behind': { is: -172_800_000, description: 'The clock is two days behind.' },
  }),
  messageClockSkew: question(0, {
    'message-clock-20-ms-behind': {
      is: -20,
      description: 'The clock of messages is 20 ms behind the other.',
    },
    'message-clock-20-ms-ahead': {
      is: 20,
      description: 'The clock of messages is 20 ms ahead of the other.',
    },
  }),
  latency: question('none', {
    'writes-take-30-ms': { is: 'writes', description: 'Writes take 30 ms.' },
    'lists-take-40-ms': { is: 'lists', description: 'Lists take 40 ms.' },
    'answers-take-up-to-30-ms': {
      is: 'random',
      description: 'Each answer takes up to 30 ms, others pass by.',
    },
  }),
  lag: question('none', {
    'lists-200-ms-late': { is: 'lists', description: 'Lists of all conversations are 200 ms late.' },
    'inboxes-200-ms-late': { is: 'inboxes', description: 'Lists of a user are 200 ms late.' },
    'filters-200-ms-late': { is: 'filters', description: 'Filtered lists are 200 ms late.' },
    'message-lists-150-ms-late': { is: 'messages', description: 'Lists of messages are 150 ms late.' },
    'last-message-150-ms-late': {
      is: 'last-message',
      description: 'lastMessage and isUnread follow 150 ms late.',
    },
    'marks-200-ms-late': { is: 'marks', description: 'Marks of read and unread show 200 ms late.' },
    'deletions-200-ms-late-in-lists': { is: 'deletions', description: 'Lists show the deleted for 200 ms.' },
    'every-other-list-150-ms-late': { is: 'replicas', description: 'Every other list is 150 ms late.' },
    'user-updates-150-ms-late': { is: 'users', description: 'GET of a user shows updates 150 ms late.' },
  }),
};

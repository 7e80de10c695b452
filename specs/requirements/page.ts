import { defineArea } from './requirement.ts';

const CURSOR = 'Conversations page: startingAfter';
const OFFSET = 'Conversations page: offsetTs';

export const page = defineArea(
  'PAGE',
  'Paging',
  'Reading a list page by page without losing or repeating anything.',
  [
    {
      id: 'PAGE-LIMIT-01',
      level: 'MUST',
      basis: 'companion',
      statement:
        'limit=k returns at most k items, and exactly k while more exist: each of k = 1, 2, n-1, n, n+1, 30, where n is the number of matching conversations.',
      title: 'The page size is kept',
      impact: 'Apps get more or fewer chats than they asked for.',
      source:
        'API documentation as quoted by others: limit is at most 30 conversations (an older sample on the Conversations page has 50); Conversations page: the list is paginated',
    },
    {
      id: 'PAGE-LIMIT-02',
      level: 'MUST',
      basis: 'implied',
      statement:
        'The limit also holds together with each of startingAfter, a filter, offsetTs, and in each order.',
      title: 'The page size holds with other parameters',
      impact: 'Filtered or sorted lists come in pages of a wrong size.',
      source: 'follows from: Conversations page: filters can be combined with limits and cursors',
      since: '2021-02-09',
    },
    {
      id: 'PAGE-LIMIT-03',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'What is the default page size? What does each of these return: limit of 0, -1, 31, 1000, 1.5, empty, abc, given twice?',
      source: 'documentation is silent',
    },
    {
      id: 'PAGE-LIMIT-04',
      level: 'MUST',
      basis: 'companion',
      statement:
        'A limit that is no positive integer is refused with 4xx or treated as some valid limit; never 5xx, never an unbounded page of a list with more than 30 matching conversations: each of 0, -1, abc.',
      title: 'A senseless page size does no harm',
      impact: 'A mistyped page size crashes the server or pulls every chat at once.',
      source:
        'API getting started page: bad arguments return 400; API documentation as quoted by others: limit is 1 to 30 conversations',
    },
    {
      id: 'PAGE-CURSOR-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'startingAfter=id starts with the item right after that one in the current order, and the item itself is not repeated: in each of the four orders, for each of the first, a middle and the last item.',
      title: 'The next page begins after the last one',
      impact: 'A chat at the edge of a page is repeated or skipped.',
      source: `${CURSOR}: results start with the conversation right after the selected one in the current sort order`,
      since: '2021-02-09',
      needs: ['messages'],
    },
    {
      id: 'PAGE-CURSOR-02',
      level: 'MUST',
      basis: 'page',
      statement:
        'Walking by startingAfter visits each conversation exactly once, in order, and ends: each of the page sizes 1, 2, n-1, n, n+1, 30 (n is the number of matching conversations), in each of the four orders.',
      title: 'Paging visits every conversation once',
      impact: 'People who scroll to the end miss chats or see some twice.',
      source: `${CURSOR}: it works with all currently supported sorting options`,
      since: '2021-02-09',
      needs: ['messages'],
    },
    {
      id: 'PAGE-CURSOR-03',
      level: 'MUST',
      basis: 'implied',
      statement: 'After the last item the page is data: [] with 200.',
      title: 'The page after the last one is empty',
      impact: 'Apps that scroll to the end run into an error, or never stop.',
      source: `follows from: ${CURSOR}: results start right after the selected conversation; data is an array`,
    },
    {
      id: 'PAGE-CURSOR-04',
      level: 'MUST',
      basis: 'implied',
      statement:
        'In createdAt order a walk is not disturbed by what happens between two pages: each of messages arriving, a conversation created, a conversation deleted behind the cursor.',
      title: 'Changes between pages do not disturb paging',
      impact: 'While people scroll, new messages make other chats disappear from the list.',
      source: 'follows from: Conversations page: ordering by creation date is for stable sorting',
      since: '2021-02-09',
      needs: ['messages'],
    },
    {
      id: 'PAGE-CURSOR-05',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'What does startingAfter return for each of an unknown id, a deleted id, an id excluded by the filter, an empty value? What does it return together with offsetTs?',
      source: 'documentation is silent',
    },
    {
      id: 'PAGE-CURSOR-06',
      level: 'MUST',
      basis: 'implied',
      statement:
        'startingAfter names exactly one conversation, even where another id differs in letter case only, and where an id needs percent-encoding: each of a space, a slash, a plus sign, a percent sign, an ampersand, a letter beyond ASCII.',
      title: 'Pages continue after exactly one conversation',
      impact: 'Scrolling goes on from the wrong chat where ids look alike or have special characters.',
      source: `follows from: ${CURSOR}: it is the id of the conversation to start after; the id is the caller's choice`,
    },
    {
      id: 'PAGE-OFFSET-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'offsetTs offsets the list by timestamp in the direction of the sort order: DESC returns only items at or before it, ASC only items at or after it: each of the four orders, compared with the timestamp of that order (createdAt or last activity).',
      title: 'Lists can start at a point in time',
      impact: 'A list that starts at a date shows chats from the wrong side of it.',
      source: `${OFFSET}: offsets the results according to the sort order`,
      since: '2021-02-09',
      needs: ['messages'],
    },
    {
      id: 'PAGE-OFFSET-02',
      level: 'MUST',
      basis: 'page',
      statement:
        'offsetTs loses nothing on the side of it that is asked for, with a margin of 1 ms before and after every item.',
      title: 'Starting at a point in time loses nothing',
      impact: 'Chats close to the chosen moment are missing.',
      source: `${OFFSET}: offsets the results according to the sort order`,
      since: '2021-02-09',
      needs: ['messages'],
    },
    {
      id: 'PAGE-OFFSET-03',
      level: 'MUST',
      basis: 'implied',
      statement:
        'A walk by offsetTs under lastActivity, with a conversation moving to the front between pages, loses no conversation that did not move.',
      title: 'Paging by time loses nothing',
      impact: 'While people scroll, chats that did not change disappear from the list.',
      source: `follows from: ${OFFSET}: meant for lastActivity sorting, where conversations move as new messages come`,
      since: '2021-02-09',
      needs: ['messages'],
    },
    {
      id: 'PAGE-OFFSET-04',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'Is offsetTs inclusive? What does it return for each of a timestamp in the future, 0, a negative one, one that is not a number, one in seconds?',
      source: 'documentation is silent',
      since: '2021-02-09',
    },
  ],
);

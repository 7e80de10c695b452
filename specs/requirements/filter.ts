import { defineArea } from './requirement.ts';

const BOUNDS = 'Conversations page: lastMessageBefore and lastMessageAfter';
const FILTER = 'Conversations page: filtering with URL-encoded JSON';
const SDK_FILTER = 'JavaScript SDK reference: conversation filter (the Conversations page refers to it)';
const COMBINE = 'Conversations page: filters can be combined together with limits and cursors';

export const filter = defineArea(
  'FILTER',
  'Filtering',
  'Filtering a list by last message or by custom data.',
  [
    {
      id: 'FILTER-LASTMESSAGE-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'lastMessageAfter returns only conversations whose last message is later, lastMessageBefore only earlier, in milliseconds; both together bound both sides, with a margin of 1 ms. The last message may be a SystemMessage.',
      title: 'Lists can be filtered by the last message',
      impact: 'Searching by date shows chats from outside of the period.',
      source: BOUNDS,
      needs: ['filters', 'messages'],
    },
    {
      id: 'FILTER-LASTMESSAGE-02',
      level: 'MUST',
      basis: 'implied',
      statement:
        'lastMessageAfter and lastMessageBefore look at the last message, a SystemMessage too, not at creation and not at the first message.',
      title: 'Only the time of the last message counts',
      impact: 'Searching by date goes by the wrong moment and misses active chats.',
      source: `follows from: ${BOUNDS}: filter by when the last message was sent`,
      needs: ['filters', 'messages'],
    },
    {
      id: 'FILTER-LASTMESSAGE-03',
      level: 'MUST',
      basis: 'implied',
      statement: 'An empty range (lastMessageAfter later than lastMessageBefore) returns data: [].',
      title: 'An impossible period finds nothing',
      impact: 'A search that can find nothing shows chats, or fails.',
      source: `follows from: ${BOUNDS}: together they bound both sides`,
      needs: ['filters', 'messages'],
    },
    {
      id: 'FILTER-LASTMESSAGE-04',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'Are lastMessageAfter and lastMessageBefore inclusive or exclusive? Are conversations without messages in the list under each of them? What does a value that is not a number return?',
      source: 'documentation is silent',
      needs: ['filters', 'messages'],
    },
    {
      id: 'FILTER-CUSTOM-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'The filter custom: {key: ["==", value]} returns exactly the conversations with that value: exact, case-sensitive, whole value; not those with the key missing.',
      title: 'Filtering finds exactly the right value',
      impact: 'Filtered lists lack chats that match, or show ones that do not.',
      source: `${FILTER}, example`,
      needs: ['filters'],
    },
    {
      id: 'FILTER-CUSTOM-02',
      level: 'SHOULD',
      basis: 'companion',
      statement:
        'The custom filter operator != returns conversations with another value and those without the key.',
      title: 'Lists can exclude a value',
      impact: 'Chats that should be left out are shown, or others are missing.',
      source: 'Tutorial on archiving conversations: != also matches a conversation that lacks the key',
      needs: ['filters'],
    },
    {
      id: 'FILTER-CUSTOM-03',
      level: 'SHOULD',
      basis: 'companion',
      statement:
        'The custom filter operator oneOf returns conversations with any of the values (each of first, middle, last of the list); !oneOf returns all others.',
      title: 'Lists can be filtered by several values',
      impact: 'Chats with one of the wanted values are missing, or others are shown.',
      source: SDK_FILTER,
      needs: ['filters'],
    },
    {
      id: 'FILTER-CUSTOM-04',
      level: 'SHOULD',
      basis: 'companion',
      statement: 'The custom filters "exists" and "!exists" look at the presence of the key.',
      title: 'Lists can be filtered by whether a key exists',
      impact: 'Chats with or without a certain custom value cannot be told apart.',
      source: SDK_FILTER,
      needs: ['filters'],
    },
    {
      id: 'FILTER-CUSTOM-05',
      level: 'MUST',
      basis: 'implied',
      statement: 'Two custom keys in one filter must both match.',
      title: 'Several conditions must all match',
      impact: 'A list with two conditions shows chats that meet only one.',
      source: `follows from: ${SDK_FILTER}: all keys of a filter have to match`,
      needs: ['filters'],
    },
    {
      id: 'FILTER-CUSTOM-06',
      level: 'MUST',
      basis: 'implied',
      statement: 'The filter {} filters nothing. A filter that matches nothing returns data: [].',
      title: 'An empty filter shows everything',
      impact: 'Without conditions, chats are hidden; or a search without results fails.',
      source: `follows from: ${FILTER}`,
      needs: ['filters'],
    },
    {
      id: 'FILTER-CUSTOM-07',
      level: 'MUST',
      basis: 'implied',
      statement: 'After custom is changed or removed, the filter follows.',
      title: 'Filters follow changes',
      impact: 'Chats are found by values that they no longer have, or not by new ones.',
      source: `follows from: ${FILTER}; a filter is about the conversation as it is`,
      needs: ['filters'],
    },
    {
      id: 'FILTER-CUSTOM-08',
      level: 'SHOULD',
      basis: 'companion',
      statement:
        'A compound filter ["any", [filters]] returns the conversations that any of its filters matches, and goes on with a cursor as every filter does; refusing compound filters with 4xx is no violation.',
      title: 'Filters can be joined by "any of"',
      impact: 'A search for one of several conditions shows the wrong chats.',
      source: SDK_FILTER,
      needs: ['filters'],
    },
    {
      id: 'FILTER-ENCODE-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'The filter is URL-encoded JSON. Values and keys round-trip exactly and match only the conversation that has them, with each of: space, plus, percent, percent-two-zero as text, ampersand, equals, hash, question mark, slash, semicolon, comma, double quote, single quote, backslash, brackets, braces, angle brackets, line break, tab, accented letters composed and decomposed, CJK, emoji with a modifier, right-to-left text, a zero-width joiner, __proto__, constructor, an empty string, a 500-character value.',
      title: 'Filters work with every character',
      impact: 'Chats whose values have special characters, such as % or emoji, are not found.',
      source: FILTER,
      needs: ['filters'],
    },
    {
      id: 'FILTER-ENCODE-02',
      level: 'MUST',
      basis: 'implied',
      statement:
        'A filter value is decoded once: a literal %20 in a value is not a space, and a literal plus is not a space.',
      title: 'Filter values are decoded once',
      impact: 'A value with % or + finds other chats than the right ones.',
      source: `follows from: ${FILTER}`,
      needs: ['filters'],
    },
    {
      id: 'FILTER-ENCODE-03',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'Equivalent encodings of a filter match alike: each of upper and lower case percent-escapes, JSON with white space, JSON escapes written as \\u sequences.',
      title: 'Equivalent spellings of a filter match alike',
      impact: 'The same search finds different chats, depending on the client library.',
      source: `follows from: ${FILTER}`,
      needs: ['filters'],
    },
    {
      id: 'FILTER-COMBINE-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'A filter combines with limit and startingAfter: a filtered walk visits every match exactly once for each page size, in each order.',
      title: 'Filtered lists can be paged',
      impact: 'People who scroll through a filtered list miss chats or see some twice.',
      source: COMBINE,
      since: '2021-02-09',
      needs: ['filters', 'messages'],
    },
    {
      id: 'FILTER-COMBINE-02',
      level: 'MUST',
      basis: 'page',
      statement:
        'A filter combines with each of lastMessageAfter and lastMessageBefore, orderBy and orderDirection, offsetTs.',
      title: 'Filters work with order and period',
      impact: 'A filtered list ignores its order or its period.',
      source: COMBINE,
      since: '2021-02-09',
      needs: ['filters', 'messages'],
    },
    {
      id: 'FILTER-REFUSE-01',
      level: 'MUST',
      basis: 'companion',
      statement:
        'A bad filter is refused with 4xx: each of one that is not JSON, one that is cut off, one that is not an object. It is never ignored (all conversations with 200) and never 5xx.',
      title: 'Bad filters are refused',
      impact: 'A mistyped filter shows every chat, also to those who should see only some.',
      source:
        'API getting started page: bad arguments return 400; Conversations page: the filter is a JSON formatted filter',
      needs: ['filters'],
    },
    {
      id: 'FILTER-REFUSE-02',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'A filter with an unknown operator or a wrong operand type is refused with 4xx: each of the two.',
      title: 'Unknown operators are refused',
      impact: 'A mistyped condition is ignored, and the list shows the wrong chats.',
      source: `follows from: API getting started page: bad arguments return 400; ${SDK_FILTER}`,
      needs: ['filters'],
    },
    {
      id: 'FILTER-SILENT-01',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'What does each of these filters return: subject, createdAt, lastMessageTs, hasMessages, the bounds of between, oneOf [], an unknown field, a filter given twice, unencoded braces and quotes in the raw query?',
      source: 'documentation is silent',
      needs: ['filters'],
    },
  ],
);

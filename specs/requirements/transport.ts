import { defineArea } from './requirement.ts';

export const transport = defineArea(
  'TRANSPORT',
  'What every response keeps: status, JSON body and documented shape.',
  [
    {
      id: 'TRANSPORT-STATUS-01',
      level: 'MUST',
      basis: 'companion',
      statement: 'Every successful call answers exactly 200 (not 201, 202 or 204), whatever the operation.',
      source: 'API getting started page: success is always HTTP 200',
    },
    {
      id: 'TRANSPORT-STATUS-02',
      level: 'MUST',
      basis: 'companion',
      statement:
        'Every successful response body is JSON with a JSON content type (parameters and letter case of the header do not matter).',
      source: 'API getting started page: response bodies are JSON',
    },
    {
      id: 'TRANSPORT-STATUS-04',
      level: 'SHOULD',
      basis: 'companion',
      statement:
        'A call with nothing to return answers {}: each of delete conversation, leave, join, modify, mark.',
      source: 'API getting started page: a success without data returns {}',
    },
    {
      id: 'TRANSPORT-STATUS-05',
      level: 'SHOULD',
      basis: 'ambiguous',
      statement: 'Error bodies are JSON too.',
      source:
        'official sources differ: API getting started page says that all bodies are JSON / the live service was seen to answer an error in plain text',
    },
    {
      id: 'TRANSPORT-STATUS-03',
      level: 'MUST',
      basis: 'implied',
      statement: 'No valid request is ever answered with 5xx.',
      source:
        'follows from: API getting started page: 5xx means that the server failed and the call may be repeated',
    },
    {
      id: 'TRANSPORT-SCHEMA-01',
      level: 'MUST',
      basis: 'page',
      statement:
        "Every successful response validates against the JSON Schema derived from the documented type of its operation, apart from the places where documentation and its own samples disagree: each of get conversation, list conversations, list a user's conversations, get user, list messages, get message, send messages, and the results of PUT, PATCH and DELETE.",
      source:
        'Conversations page: type Conversation and the type of the list response; for the other operations their own pages',
    },
    {
      id: 'TRANSPORT-SCHEMA-02',
      level: 'SHOULD',
      basis: 'ambiguous',
      statement:
        'Where documentation and samples disagree, responses follow the documented type: isUnread is present in list items too, and topicId is present and a string.',
      source:
        'documentation contradicts itself: Conversations page: type Conversation has isUnread for every participant / its list sample leaves it out; topicId is typed as a string / it was seen to be null',
    },
    {
      id: 'TRANSPORT-SCHEMA-03',
      level: 'SURVEY',
      basis: 'silent',
      statement: 'Which undocumented fields do responses have, by operation and JSON pointer?',
      source: 'documentation is silent',
    },
    {
      id: 'TRANSPORT-SCHEMA-04',
      level: 'MUST',
      basis: 'page',
      statement: 'Timestamps are integer Unix milliseconds (not seconds, not strings, not ISO dates).',
      source: 'Conversations page: type UnixMilliseconds = number, and the samples',
    },
    {
      id: 'TRANSPORT-CONTENT-01',
      level: 'MUST',
      basis: 'companion',
      statement: 'A write without Content-Type: application/json is refused with 4xx and writes nothing.',
      source:
        'API getting started page: only application/json is accepted, except for GET; bad arguments answer 400',
    },
    {
      id: 'TRANSPORT-CONTENT-02',
      level: 'MUST',
      basis: 'companion',
      statement: 'A write with malformed JSON is refused with 4xx and writes nothing.',
      source: 'API getting started page: request bodies are JSON; bad arguments answer 400',
    },
    {
      id: 'TRANSPORT-ROUTE-01',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'Which status and body answer an unknown route, an unsupported method and an unknown app id?',
      source: 'documentation is silent',
    },
  ],
);

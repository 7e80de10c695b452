import { defineArea } from './requirement.ts';

export const transport = defineArea(
  'TRANSPORT',
  'Responses',
  'Status, JSON body and documented form of every response.',
  [
    {
      id: 'TRANSPORT-STATUS-01',
      level: 'MUST',
      basis: 'companion',
      statement: 'Every successful call returns exactly 200 (not 201, 202 or 204), whatever the operation.',
      title: 'Success is always status 200',
      impact:
        'Clients that expect 200 treat calls that worked as failed, and may show errors or send them twice.',
      source: 'API getting started page: success is always HTTP 200',
    },
    {
      id: 'TRANSPORT-STATUS-02',
      level: 'MUST',
      basis: 'companion',
      statement:
        'Every successful response body is JSON with a JSON content type (parameters and letter case of the header do not matter).',
      title: 'Every successful response is JSON',
      impact: 'Clients cannot read the response and fail, although the call itself worked.',
      source: 'API getting started page: response bodies are JSON',
    },
    {
      id: 'TRANSPORT-STATUS-04',
      level: 'SHOULD',
      basis: 'companion',
      statement:
        'A call with nothing to return returns {}: each of delete conversation, leave, join, modify, mark.',
      title: 'Calls with nothing to return respond with {}',
      impact: 'Clients that parse the response of such a call may fail.',
      source: 'API getting started page: a success without data returns {}',
    },
    {
      id: 'TRANSPORT-STATUS-05',
      level: 'SHOULD',
      basis: 'ambiguous',
      statement: 'Error bodies are JSON too.',
      title: 'Errors are JSON too',
      impact: 'Clients cannot show what went wrong, because they cannot read the error.',
      source:
        'official sources differ: API getting started page says that all bodies are JSON / the live service was seen to return an error in plain text',
    },
    {
      id: 'TRANSPORT-STATUS-03',
      level: 'MUST',
      basis: 'implied',
      statement: 'No valid request ever causes a 5xx response.',
      title: 'Valid requests never cause a server error',
      impact: 'Ordinary actions fail at random for people, and clients keep on trying.',
      source:
        'follows from: API getting started page: 5xx means that the server failed and the call may be repeated',
    },
    {
      id: 'TRANSPORT-SCHEMA-01',
      level: 'MUST',
      basis: 'page',
      statement:
        "Every successful response validates against the JSON Schema derived from the documented type of its operation, apart from the places where documentation and its own samples disagree: each of get conversation, list conversations, list a user's conversations, get user, list messages, get message, send messages, and the results of PUT, PATCH and DELETE.",
      title: 'Responses have the documented form',
      impact: 'Clients that follow the documentation crash if a field is missing or has another type.',
      source:
        'Conversations page: type Conversation and the type of the list response; for the other operations their own pages',
    },
    {
      id: 'TRANSPORT-SCHEMA-02',
      level: 'SHOULD',
      basis: 'ambiguous',
      statement:
        'Where documentation and samples disagree, responses follow the documented type: isUnread is present in list items too, and topicId is present and a string.',
      title: 'Read marks and topics are in every response',
      impact: 'Clients that rely on the documented type miss a field in lists.',
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
      title: 'Times are in milliseconds',
      impact: 'Chats and messages show wrong dates, such as the year 1970.',
      source: 'Conversations page: type UnixMilliseconds = number, and the samples',
    },
    {
      id: 'TRANSPORT-CONTENT-01',
      level: 'MUST',
      basis: 'companion',
      statement: 'A write without Content-Type: application/json is refused with 4xx and writes nothing.',
      title: 'Writes without a JSON content type are refused',
      impact: 'Mistakes of a client go unnoticed here, and then fail against the real service.',
      source:
        'API getting started page: only application/json is accepted, except for GET; bad arguments return 400',
    },
    {
      id: 'TRANSPORT-CONTENT-02',
      level: 'MUST',
      basis: 'companion',
      statement: 'A write with malformed JSON is refused with 4xx and writes nothing.',
      title: 'Malformed JSON is refused',
      impact: 'Broken requests seem to work, and what people typed may be lost or stored in part.',
      source: 'API getting started page: request bodies are JSON; bad arguments return 400',
    },
    {
      id: 'TRANSPORT-ROUTE-01',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'Which status and body are returned for an unknown route, an unsupported method and an unknown app id?',
      source: 'documentation is silent',
    },
  ],
);

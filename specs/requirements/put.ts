import { defineArea } from './requirement.ts';

const MERGES = 'Conversations page: PUT merges with existing data';

export const put = defineArea(
  'PUT',
  'Creating a conversation, and updating it without losing what is already there.',
  [
    {
      id: 'PUT-CREATE-01',
      level: 'MUST',
      basis: 'page',
      statement: 'PUT of a new id creates the conversation, and GET then finds it.',
      source: 'Conversations page: PUT creates or updates a conversation, which can then be fetched with GET',
    },
    {
      id: 'PUT-CREATE-02',
      level: 'MUST',
      basis: 'page',
      statement:
        'Every attribute is optional on creation: each of {} alone, participants alone, each single attribute alone.',
      source: 'Conversations page: type RequestBody, every field is optional',
    },
    {
      id: 'PUT-CREATE-03',
      level: 'MUST',
      basis: 'page',
      statement: 'All attributes given at creation are stored.',
      source: 'Conversations page: type RequestBody and the sample request',
    },
    {
      id: 'PUT-MERGE-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'Updating one attribute leaves all the others as they were: each of subject, photoUrl, welcomeMessages, custom, participants as the one updated.',
      source:
        'Conversations page: only the subset of fields to update needs to be sent; PUT merges with existing data',
    },
    {
      id: 'PUT-MERGE-02',
      level: 'MUST',
      basis: 'page',
      statement: 'PUT of an empty body {} changes nothing.',
      source: MERGES,
    },
    {
      id: 'PUT-MERGE-03',
      level: 'MUST',
      basis: 'page',
      statement:
        'null clears an attribute and leaves the others: each of subject, photoUrl, welcomeMessages (to null), custom (to {}).',
      source:
        'Conversations page: types RequestBody (the four fields may be null) and Conversation (custom is never null)',
    },
    {
      id: 'PUT-MERGE-04',
      level: 'MUST',
      basis: 'page',
      statement:
        'A missing attribute and a null attribute are different: the first keeps the value, the second clears it: each of subject, photoUrl, welcomeMessages, custom.',
      source:
        'Conversations page: PUT merges with existing data; type RequestBody: optional and nullable fields',
    },
    {
      id: 'PUT-MERGE-05',
      level: 'SHOULD',
      basis: 'implied',
      statement: 'custom merges by key: keys sent are set, keys not sent are kept.',
      source: `follows from: ${MERGES}; SDK reference: custom is patched by key`,
    },
    {
      id: 'PUT-MERGE-06',
      level: 'SHOULD',
      basis: 'companion',
      statement: 'A null value inside custom removes that key and only that key.',
      source: 'SDK reference: setting the parameters of a conversation, null removes a custom key',
    },
    {
      id: 'PUT-MERGE-07',
      level: 'MUST',
      basis: 'companion',
      statement: 'welcomeMessages is replaced as a whole by a new list.',
      source:
        'Conversations page: fields are updated by name; seen on the live service: lists are replaced as a whole',
    },
    {
      id: 'PUT-MERGE-08',
      level: 'MUST',
      basis: 'implied',
      statement:
        "PUT also merges in every later state: each of after messages, after being marked unread or read, after a participant's settings were changed, and after earlier merges.",
      source: `follows from: ${MERGES}`,
    },
    {
      id: 'PUT-MERGE-09',
      level: 'MUST',
      basis: 'implied',
      statement: "PUT leaves messages, lastMessage and every participant's isUnread as they were.",
      source: `follows from: ${MERGES}`,
      needs: ['messages'],
    },
    {
      id: 'PUT-MERGE-10',
      level: 'SHOULD',
      basis: 'implied',
      statement: 'The same PUT twice gives the same state as once.',
      source: `follows from: ${MERGES}`,
    },
    {
      id: 'PUT-MERGE-11',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'Attributes that the server manages cannot be set through the body, which is ignored there or refused: each of id, createdAt, lastMessage.',
      source: 'follows from: Conversations page: type RequestBody does not have them',
    },
    {
      id: 'PUT-MERGE-12',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'Concurrent PUTs of different attributes all take effect (no lost update), and so do concurrent PUTs that add different participants.',
      source: `follows from: ${MERGES}`,
    },
    {
      id: 'PUT-MERGE-13',
      level: 'SHOULD',
      basis: 'implied',
      statement:
        'Changing attributes is not activity: a conversation that has messages does not move in the lastActivity order.',
      source:
        'follows from: Conversations page: conversations move to the front of the list as new messages come',
      needs: ['messages'],
    },
    {
      id: 'PUT-MERGE-14',
      level: 'SHOULD',
      basis: 'implied',
      statement: 'PUT with custom: {} names no key, so it keeps all of them.',
      source: `follows from: ${MERGES}; SDK reference: custom is patched by key`,
    },
    {
      id: 'PUT-KEEP-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'A participants list that leaves out existing participants removes none of them: each of one left out, all left out, a list of only a new one.',
      source: 'Conversations page: participants cannot be removed by a PUT whose list excludes them',
    },
    {
      id: 'PUT-KEEP-02',
      level: 'MUST',
      basis: 'page',
      statement:
        'PUT of an empty participants list removes nobody; nor does null in its place, whether it is refused or not.',
      source: 'Conversations page: participants cannot be removed by a PUT whose list excludes them',
    },
    {
      id: 'PUT-KEEP-03',
      level: 'MUST',
      basis: 'page',
      statement: 'New ids in the participants list are added, and the existing participants stay.',
      source: MERGES,
    },
    {
      id: 'PUT-KEEP-04',
      level: 'MUST',
      basis: 'implied',
      statement: "Listing an existing participant again keeps that person's access, notify and isUnread.",
      source: `follows from: ${MERGES}`,
    },
    {
      id: 'PUT-KEEP-05',
      level: 'MUST',
      basis: 'implied',
      statement:
        'Another order of the participants list makes no difference; duplicates in it are collapsed or refused, and never remove or double anybody.',
      source: `follows from: ${MERGES}; participants reads back as a map keyed by user id`,
    },
    {
      id: 'PUT-KEEP-06',
      level: 'MUST',
      basis: 'implied',
      statement:
        'A PUT removes no participant in any of these states: each of 1, 2, 3 and up to 10 participants in all, after messages, and after another participant has left.',
      source:
        'follows from: Conversations page: participants cannot be removed by a PUT whose list excludes them',
    },
    {
      id: 'PUT-KEEP-07',
      level: 'MUST',
      basis: 'implied',
      statement:
        'A participant who left is not brought back by a PUT that does not name that person, and is by one that does.',
      source: `follows from: ${MERGES}`,
    },
    {
      id: 'PUT-REFUSE-01',
      level: 'MUST',
      basis: 'page',
      statement:
        'A body that breaks the documented type is refused with 4xx and changes nothing: each of subject as number, photoUrl as object, welcomeMessages as string, welcomeMessages with a number, custom as array, custom as string, participants as string, participants as object, participants with a number.',
      source: 'Conversations page: type RequestBody; API getting started page: bad arguments answer 400',
    },
    {
      id: 'PUT-REFUSE-02',
      level: 'MUST',
      basis: 'implied',
      statement: 'A refused update is refused whole: valid attributes beside the bad one are not written.',
      source: 'follows from: API getting started page: the status code alone says whether a call succeeded',
    },
    {
      id: 'PUT-REFUSE-03',
      level: 'SHOULD',
      basis: 'ambiguous',
      statement: 'A body that is an array is refused with 4xx and changes nothing.',
      source:
        'official sources differ: Conversations page: type RequestBody is an object / published clients send an array',
    },
    {
      id: 'PUT-SCOPE-01',
      level: 'MUST',
      basis: 'implied',
      statement: 'PUT of one conversation changes no other conversation, and no user.',
      source: 'follows from: Conversations page: PUT creates or updates a conversation',
    },
    {
      id: 'PUT-SCOPE-02',
      level: 'MUST',
      basis: 'implied',
      statement: 'The same PUT as an earlier one, with another one between, takes effect again.',
      source: `follows from: ${MERGES}`,
    },
    {
      id: 'PUT-SILENT-01',
      level: 'SURVEY',
      basis: 'silent',
      statement:
        'What does PUT answer, and what does it write, for each of an unknown participant id, participants: null, unknown attributes, welcomeMessages: [], a custom value that is no string (number, boolean, nested object), an empty subject or photoUrl, a photoUrl that is no URL, an id of 1,000 characters? What is the body of a successful PUT?',
      source: 'documentation is silent',
    },
  ],
);

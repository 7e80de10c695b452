import { expect, test } from '@playwright/test';
import { changed, nothing } from '../../../../schemas/examples/change.ts';
import { invalidExamples, validExamples } from '../../../../schemas/examples.ts';
import { operationIds, operations } from '../../../../schemas/operations.ts';
import { responseTypeNames } from '../../../../schemas/types.ts';
import {
  describeIssue,
  isTimestampIssue,
  requestIssues,
  responseIssues,
  typeIssues,
} from '../../../../schemas/validators.ts';

const conversation = validExamples.Conversation.full;
const list = validExamples.ConversationList.onePage;
const describeAll = (...args: Parameters<typeof responseIssues>) =>
  responseIssues(...args).map(describeIssue);

/** An issue names the place, what it has to be and what it is, once for each place. */
test('a union gives one issue that lists its branches', () => {
  expect(describeAll('getConversation', changed(conversation, '/subject', 5))).toEqual([
    '/subject: expected string or null, received 5',
  ]);
  expect(describeAll('getConversation', changed(conversation, '/participants/alice/notify', 'all'))).toEqual([
    '/participants/alice/notify: expected boolean or "MentionsOnly", received "all"',
  ]);
});

test('an issue inside a nullable object is reported there, not at the object', () => {
  expect(describeAll('getConversation', changed(conversation, '/lastMessage/text', 5))).toEqual([
    '/lastMessage/text: expected string or null, received 5',
  ]);
});

test('a missing property is received as nothing, and so is a missing body', () => {
  expect(
    describeAll('getConversation', changed(conversation, '/participants/alice/isUnread', nothing)),
  ).toEqual(['/participants/alice/isUnread: expected boolean, received nothing']);
  expect(describeAll('getConversation', undefined)).toEqual(['body: expected object, received nothing']);
});

test('pointers are escaped as RFC 6901 asks', () => {
  const participants = { 'team/a~b': { access: 'Write', notify: true, isUnread: false } };
  expect(describeAll('getConversation', { ...conversation, participants })).toEqual([
    '/participants/team~1a~0b/access: expected "ReadWrite" or "Read", received "Write"',
  ]);
});

/** Exactly two places are ambiguous (TRANSPORT-SCHEMA-02). */
test('anything about topicId is ambiguous, in one conversation and in lists', () => {
  for (const value of [nothing, null, 7]) {
    expect(responseIssues('getConversation', changed(conversation, '/topicId', value))).toMatchObject([
      { pointer: '/topicId', ambiguous: true },
    ]);
    for (const operation of ['listConversations', 'listUserConversations'] as const) {
      expect(responseIssues(operation, changed(list, '/data/1/topicId', value))).toMatchObject([
        { pointer: '/data/1/topicId', ambiguous: true },
      ]);
    }
  }
});

test('a missing isUnread is ambiguous in lists only, a wrong one nowhere', () => {
  const place = '/participants/bob/isUnread';
  const judge = (operation: 'getConversation' | 'listConversations', value: unknown) => {
    const inList = operation === 'listConversations';
    const body = inList ? changed(list, `/data/0${place}`, value) : changed(conversation, place, value);
    return responseIssues(operation, body).map(({ ambiguous }) => ambiguous);
  };
  expect(judge('listConversations', nothing)).toEqual([true]);
  expect(judge('listConversations', null)).toEqual([false]);
  expect(judge('getConversation', nothing)).toEqual([false]);
  expect(judge('getConversation', 'no')).toEqual([false]);
});

test('names that only look like the ambiguous ones are not', () => {
  const misleading = { topicId: 5, isUnread: null };
  const issues = [
    ...responseIssues('getConversation', { ...conversation, custom: misleading }),
    ...responseIssues('getConversation', { ...conversation, participants: misleading }),
    ...responseIssues('listConversations', { data: [{ ...conversation, custom: misleading }] }),
  ];
  expect(issues).toHaveLength(6);
  expect(issues.filter(({ ambiguous }) => ambiguous)).toEqual([]);
});

/** Timestamps are judged by a requirement of their own (TRANSPORT-SCHEMA-04). */
test('an issue concerns a timestamp exactly where the documented type is one', () => {
  for (const name of responseTypeNames) {
    for (const { body, pointer } of invalidExamples[name]) {
      const isTimestamp = /\/(createdAt|editedAt)$/.test(pointer);
      expect(typeIssues(name, body).map(isTimestampIssue), pointer).toEqual([isTimestamp]);
    }
  }
});

test('milliseconds are accepted within their bounds', () => {
  for (const createdAt of [1e12, 1718438400123, 1e13 - 1]) {
    expect(responseIssues('getConversation', { ...conversation, createdAt })).toEqual([]);
  }
});

/** Requests are strict: a wrong name in a body of ours is found before the target is accused. */
test('a request with an unknown property is refused', () => {
  expect(requestIssues('putConversation', { subjct: 'Wheel' }).map(describeIssue)).toEqual([
    '/subjct: expected no such property, received "Wheel"',
  ]);
});

test('of a list of messages each item is held to its own type', () => {
  const items = [
    { type: 'SystemMessage', text: 'x', sender: 'bob' },
    { type: 'UserMessage', text: 'x' },
    { type: 'Other' },
  ];
  expect(requestIssues('sendMessages', items).map(describeIssue)).toEqual([
    '/0/sender: expected no such property, received "bob"',
    '/1/sender: expected string, received nothing',
    '/2/type: expected "UserMessage" or "SystemMessage", received "Other"',
  ]);
});

test('an operation that takes no body refuses one', () => {
  for (const id of operationIds.filter((name) => !('request' in operations[name]))) {
    expect(requestIssues(id, undefined)).toEqual([]);
    expect(requestIssues(id, {})).toMatchObject([{ pointer: '', expected: 'no body', received: '{}' }]);
  }
});

test('a participant without access is judged nowhere, for how that is shown is not documented', () => {
  const hidden = changed(conversation, '/participants/alice/access', 'None');
  expect(responseIssues('getConversation', hidden)).toEqual([]);
  expect(responseIssues('listConversations', { data: [hidden] })).toEqual([]);
});

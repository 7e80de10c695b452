import { expect, test } from '@playwright/test';
import { validExamples } from '../../../../schemas/examples.ts';
import { operationIds, operations } from '../../../../schemas/operations.ts';
import type { ResponseTypeName } from '../../../../schemas/types.ts';
import { responseIssues, undocumentedFields } from '../../../../schemas/validators.ts';

/** Undocumented response fields are listed (TRANSPORT-SCHEMA-03) and never an issue. */
test('no documented body has undocumented fields', () => {
  for (const id of operationIds) {
    const name: ResponseTypeName = operations[id].response;
    for (const body of Object.values(validExamples[name]))
      expect(undocumentedFields(id, body), id).toEqual([]);
  }
});

test('indexes and map keys read *, repeated fields are listed once, in order', () => {
  const { full } = validExamples.Conversation;
  const alice = { access: 'Read', notify: true, isUnread: false, joinedAt: 1718438400123 };
  const item = {
    ...full,
    everyoneReadUntil: 1718438400123,
    participants: { alice, bob: alice },
    lastMessage: { ...validExamples.Message.fromUser, content: [{ type: 'text' }], reactions: {} },
  };
  const body = { data: [item, item], hasMore: false };

  expect(undocumentedFields('listConversations', body)).toEqual([
    '/data/*/everyoneReadUntil',
    '/data/*/lastMessage/content',
    '/data/*/lastMessage/reactions',
    '/data/*/participants/*/joinedAt',
    '/hasMore',
  ]);
  expect(responseIssues('listConversations', body)).toEqual([]);
});

test('map keys, and members of open objects, are no drift', () => {
  const body = {
    ...validExamples.Message.fromUser,
    custom: { anything: 'goes' },
    attachment: { anything: { goes: true } },
    location: { latitude: 52 },
  };
  expect(undocumentedFields('getMessage', body)).toEqual([]);
});

test('members of an empty result are drift, those of an open result are not', () => {
  expect(undocumentedFields('deleteConversation', { ok: true })).toEqual(['/ok']);
  expect(responseIssues('deleteConversation', { ok: true })).toEqual([]);
  expect(undocumentedFields('putConversation', { ok: true })).toEqual([]);
});

test('a body of the wrong shape has no drift to report', () => {
  for (const body of [undefined, null, 5, 'text', []])
    expect(undocumentedFields('getUser', body)).toEqual([]);
});

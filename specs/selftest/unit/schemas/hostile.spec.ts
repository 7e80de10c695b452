import { expect, test } from '@playwright/test';
import { changed, nothing } from '../../../../schemas/examples/change.ts';
import { validExamples } from '../../../../schemas/examples.ts';
import { printableText, printableValue } from '../../../../schemas/printable.ts';
import {
  describeIssue,
  isTimestampIssue,
  responseIssues,
  undocumentedFields,
} from '../../../../schemas/validators.ts';

const conversation = validExamples.Conversation.full;
const megabyte = 1_000_000;
const repeated = (item: string) =>
  Array(Math.floor(megabyte / (item.length + 1)))
    .fill(item)
    .join(',');
const numbered = (item: string) =>
  Array.from({ length: megabyte / 20 }, (_, index) => `"${index}":${item}`).join(',');

/** A hostile body neither crashes a validator nor holds it up, and its issues are safe to print. */
const hostile: Record<string, string> = {
  'a list of numbers': `{"data":[${repeated('1')}]}`,
  'a list of empty objects': `{"data":[${repeated('{}')}]}`,
  'a map of numbers': `{"data":[{"participants":{${numbered('1')}}}]}`,
  'a map of empty objects': `{"data":[{"participants":{${numbered('{}')}}}]}`,
  'an object of unknown fields': `{${numbered('1')}}`,
  'a list in a list': `{"data":[{"lastMessage":{"readBy":[${repeated('1')}]}}]}`,
  'one long text': `{"data":"${'x'.repeat(megabyte)}"}`,
  'one long name': `{"data":[{"participants":{"${'x'.repeat(megabyte)}":1}}]}`,
  'lists nested deeply': '['.repeat(10_000) + ']'.repeat(10_000),
  'objects nested deeply': `{"data":[{"subject":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_001)}]}`,
};

for (const [title, text] of Object.entries(hostile)) {
  test(`${title} costs little`, () => {
    const body: unknown = JSON.parse(text);
    for (const operation of [
      'listConversations',
      'listMessages',
      'getConversation',
      'sendMessages',
    ] as const) {
      const start = performance.now();
      const issues = responseIssues(operation, body);
      const fields = undocumentedFields(operation, body);
      // What grows with the square of the body takes minutes.
      expect(performance.now() - start).toBeLessThan(10_000);
      expect(issues.length).toBeGreaterThan(0);
      expect(issues.length).toBeLessThanOrEqual(20);
      expect(fields.length).toBeLessThanOrEqual(100);
      for (const issue of issues) expect(describeIssue(issue).length).toBeLessThan(600);
    }
  });
}

test('names of object prototypes are ordinary names', () => {
  const body: unknown = JSON.parse(
    '{"__proto__":{"id":"x"},"constructor":1,"toString":2,"hasOwnProperty":3}',
  );
  expect(responseIssues('getConversation', body)).toHaveLength(9);
  expect(undocumentedFields('getConversation', body)).toEqual([
    '/__proto__',
    '/constructor',
    '/hasOwnProperty',
    '/toString',
  ]);
  const custom: unknown = JSON.parse('{"__proto__":"x","constructor":"y"}');
  expect(responseIssues('getConversation', { ...conversation, custom })).toEqual([]);
  const wrong: unknown = JSON.parse('{"__proto__":5}');
  expect(responseIssues('getConversation', { ...conversation, custom: wrong }).map(describeIssue)).toEqual([
    '/custom/__proto__: expected string, received 5',
  ]);
});

test('one fault behind many ambiguous ones is not crowded out', () => {
  const withoutTopic = changed(conversation, '/topicId', nothing);
  const last = { ...conversation, id: 5, createdAt: 1718438400 };
  const issues = responseIssues('listConversations', {
    data: [...Array<unknown>(100).fill(withoutTopic), last],
  });

  expect(issues).toHaveLength(20);
  expect(issues.filter(({ ambiguous }) => !ambiguous).map(({ pointer }) => pointer)).toEqual([
    '/data/100/id',
    '/data/100/createdAt',
  ]);
  expect(issues.filter(isTimestampIssue)).toHaveLength(1);
});

test('one fault behind many of another rule is not crowded out', () => {
  const silent = { access: 'Read', notify: 'never', isUnread: true };
  const participants = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`user-${index}`, silent]),
  );
  const items = [{ ...conversation, participants }, changed(conversation, '/subject', 5)];
  const pointers = responseIssues('listConversations', { data: items }).map(({ pointer }) => pointer);

  expect(pointers).toHaveLength(20);
  expect(pointers).toContain('/data/1/subject');
});

test('a timestamp and an ambiguous place behind 21 other faults are not crowded out', () => {
  const wrongThroughout = (body: object) => Object.fromEntries(Object.keys(body).map((name) => [name, 5]));
  const lastMessage = { ...wrongThroughout(validExamples.Message.fromUser), createdAt: 1e12, editedAt: null };
  const participants = { alice: wrongThroughout(conversation.participants['alice'] ?? {}) };
  const issues = responseIssues('getConversation', {
    ...wrongThroughout(conversation),
    lastMessage,
    participants,
  });

  expect(issues).toHaveLength(20);
  expect(issues.filter(({ ambiguous }) => ambiguous).map(({ pointer }) => pointer)).toEqual(['/topicId']);
  expect(issues.filter(isTimestampIssue).map(({ pointer }) => pointer)).toEqual(['/createdAt']);
});

test('a fault beyond what is searched completely is still found', () => {
  const readBy: unknown[] = [...Array<string>(50_000).fill('bob'), 5];
  expect(
    responseIssues('getMessage', { ...validExamples.Message.fromUser, readBy }).map(describeIssue),
  ).toEqual(['/readBy/50000: expected string, received 5']);
});

test('what was received is shown in one short, printable line', () => {
  const [issue] = responseIssues(
    'getConversation',
    changed(conversation, '/id', ['\u001b[31m', '\u202e', '\ud800', 'é🚲']),
  );
  expect(issue?.received).toBe(String.raw`["\u001b[31m", "\u202e", "\ud800", "é🚲"]`);
  expect(printableValue('x'.repeat(500))).toHaveLength(80);
  expect(printableValue(Array(500).fill(1))).toBe('[1, 1, 1, 1, 1, 1, 1, 1, …]');
  expect(printableText('line\nbreak')).toBe(String.raw`line\u000abreak`);
});

test('a hostile name is escaped in the pointer', () => {
  const custom = { 'a\u0007/b': 5 };
  expect(responseIssues('getConversation', { ...conversation, custom }).map(describeIssue)).toEqual([
    String.raw`/custom/a\u0007~1b: expected string, received 5`,
  ]);
});

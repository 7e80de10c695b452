/** What the page says to people who do not know HTTP, and how it sets expected and received side by side. */
import { expect, test } from '@playwright/test';
import { fixFirst } from '../../../../reports/fix-first.ts';
import { doingOf, impactOf, stepTold, statusTold } from '../../../../reports/plain.ts';
import { sidesOf, type Part } from '../../../../reports/writers/html/sides.ts';
import { operationIds } from '../../../../schemas/operations.ts';
import type { RequirementCheck } from '../../../../schemas/report/run-report.ts';
import { addressOf, documentation } from '../../../requirements/documentation.ts';
import { requirements } from '../../../requirements/index.ts';
import { sampleReport } from '../../support/sample.ts';

test('every operation has words, and none is named in the words of another', () => {
  const words = operationIds.map((id) => doingOf(id));
  expect(words.filter((one) => !/^[a-z]+ing( or [a-z]+ing)? /.test(one))).toEqual([]);
  expect(new Set(words).size).toBe(words.length);
  expect(stepTold('put')).toBe(doingOf('putConversation'));
});

test('a status is told by what it means', () => {
  const told = (status: number, expected: string): string =>
    statusTold('deleteConversation', { status }, expected);
  expect(told(404, '2xx')).toBe('Deleting a conversation is refused (404) but must work');
  expect(told(503, '2xx')).toBe('Deleting a conversation ends in a server error (503)');
  expect(told(200, '401')).toBe('Deleting a conversation works without a valid key');
  expect(told(200, '4xx')).toBe('Deleting a conversation is accepted (200) but must be refused');
  expect(told(200, '404')).toBe('Deleting a conversation succeeds (200) although nothing exists there');
  expect(told(201, '200')).toBe('Deleting a conversation returns 201 instead of 200');
  expect(statusTold('x\u001b[2J', { status: 0, failure: 'reset' }, '2xx')).toBe(
    'X\\u001b[2J gets no response',
  );
});

test('a cause says what it means for people, by the requirement that is about more than the form of answers', () => {
  const [group] = fixFirst(sampleReport({ failed: ['PUT-MERGE-01'] }));
  expect(group?.impact).toBe(impactOf({ id: 'PUT-MERGE-01' }));
  expect(group?.plain).toBe('Does not hold: Updating one attribute keeps the others');
});

test('a mistake of the suite, and what held as well, accuse nobody', () => {
  for (const wrong of [{ broken: ['PUT-MERGE-01'] }, { unstable: ['PUT-MERGE-01'] }]) {
    const [group] = fixFirst(sampleReport(wrong));
    expect(group?.impact).toBeUndefined();
    expect(group?.plain).toMatch(/^(The suite failed while testing|Failed once, then passed)/);
  }
});

test('what a requirement blocks is told by what that means', () => {
  const cause = { kind: 'requirement', requirement: 'PUT-CREATE-01' } as const;
  const [group] = fixFirst(sampleReport({ blocked: { 'READ-READ-01': 'creating failed' }, cause }));
  expect(group?.impact).toBe(impactOf({ id: 'PUT-CREATE-01' }));
  const lacking = { kind: 'capability', capability: 'inbox' } as const;
  expect(fixFirst(sampleReport({ blocked: { 'INBOX-LIST-01': 'no' }, cause: lacking }))[0]?.plain).toBe(
    "This server lacks lists of a user's conversations",
  );
});

test('every source leads to a page of the documentation', () => {
  expect(addressOf('follows from: Users page: x; Conversations page: y')).toBe(
    'https://talkjs.com/docs/REST_API/Users/',
  );
  expect(addressOf('API changelog page: z')).toBe('https://talkjs.com/docs/REST_API/');
  const own = requirements.filter(({ basis }) => basis === 'page').map(({ source }) => addressOf(source));
  expect(own.filter((one) => one === documentation.url).length).toBeGreaterThan(50);
});

const marked = (parts: readonly Part[] = []): string =>
  parts.map(({ text, differs }) => (differs ? `<${text}>` : text)).join('');
const shown = (check: Partial<RequirementCheck>): string[][] =>
  sidesOf(check as RequirementCheck).map(({ place = '', expected, received }) => [
    place,
    marked(expected),
    marked(received),
  ]);

test('expected and received show only what differs as different', () => {
  expect(shown({})).toEqual([]);
  expect(shown({ expected: 'subject "Hats"', received: 'subject null' })).toEqual([
    ['', 'subject <"Hats">', 'subject <null>'],
  ]);
  expect(shown({ expected: '["a","b"]', received: '["a","c"]' })).toEqual([
    ['', '[\n  "a",\n<  "b"\n>]', '[\n  "a",\n<  "c"\n>]'],
  ]);
  expect(shown({ expected: 'not "b"', received: '["a", "b"]' })).toEqual([
    ['', 'not "b"', '[\n  "a",\n  <"b">\n]'],
  ]);
  const differences = [{ path: ['custom', 'state'], expected: '"open"' }];
  expect(shown({ expected: 'x', received: 'y', differences })).toEqual([
    ['custom.state', '<"open">', '<nothing>'],
  ]);
});

test('long texts are cut, and take no time', () => {
  const text = (letter: string): string =>
    Array.from({ length: 20_000 }, (_, i) => `${letter}${i}`).join(' ');
  const began = performance.now();
  const [row] = shown({ expected: text('a'), received: text('b') });
  expect(performance.now() - began).toBeLessThan(2000);
  expect(row?.join('').length).toBeLessThan(9000);
  expect(row?.[1]).toContain('more characters, see results.json');
});

/** The terminal begins with what to mend first, tells what happened before the rule, and hides no requirement. */
import { expect, test } from '@playwright/test';
import { fixFirst, fixFirstEntries } from '../../../../reports/fix-first.ts';
import { rerunCommand } from '../../../../reports/exploration.ts';
import { missingRoute } from '../../../../reports/missing-route.ts';
import { consoleReport } from '../../../../reports/writers/console.ts';
import type { RunReport } from '../../../../schemas/report/run-report.ts';
import {
  scenarioKey,
  type CheckRecord,
  type ExchangeRecord,
} from '../../../../schemas/report/scenario-record.ts';
import { mustIds, sampleReport, type Sample } from '../../support/sample.ts';

const told = (report: RunReport, verbose = false): string =>
  consoleReport(report, { colour: false, reportDir: 'x', verbose });

/** A report in which what failed shows this, by a PUT with this body, of a conversation that was there, and a reading. */
function reportOf(
  sample: Sample,
  shown: Partial<CheckRecord>,
  {
    body = '{}',
    created = true,
    ...answer
  }: { body?: string; created?: boolean } & Partial<ExchangeRecord> = {},
): RunReport {
  const report = sampleReport(sample);
  const { scenarios, requirements } = structuredClone(report);
  for (const { exchanges } of scenarios) {
    const put = exchanges.find(({ method }) => method === 'PUT');
    if (put === undefined) continue;
    const path = answer.path ?? put.path;
    if (created) exchanges.unshift({ ...put, id: `${put.id} before`, number: 0, path });
    Object.assign(put, { purpose: 'scenario', requestBody: body }, answer);
  }
  for (const result of requirements)
    for (const check of result.checks) {
      const own = scenarios.find(({ checks }) => checks.some((one) => one.requirement === result.id));
      const [put, ...others] = own?.exchanges.slice(created ? 1 : 0) ?? [];
      const exchanges = [put?.id ?? '', others.at(-1)?.id ?? ''];
      if (check.verdict !== 'failed') continue;
      delete check.assertion;
      Object.assign(check, { exchanges }, shown);
      if (check.assertion) Object.assign(check.assertion, { exchange: put?.id });
    }
  return { ...report, scenarios, requirements };
}

const erased: Partial<CheckRecord> = {
  differences: [
    { path: ['subject'], expected: '"Dinner"', received: 'null' },
    { path: ['custom', 'state'], expected: '"open"' },
  ],
};

test('what one write did is one cause, whatever requirements show it', () => {
  const failed = ['PUT-MERGE-01', 'PUT-MERGE-02', 'RETRIEVE-FOUND-01'];
  const [group, ...others] = fixFirst(reportOf({ failed }, erased, { body: '{"custom":{"other":"x"}}' }));
  expect(others).toEqual([]);
  expect(group?.title).toBe(
    'PUT /conversations/{conversationId} erases fields that the request does not contain',
  );
  expect(group?.wrong.map(({ result }) => result.id)).toEqual(expect.arrayContaining(failed));
});

test('programs read the same causes, in the same order', () => {
  const failed = ['PUT-MERGE-01', 'PUT-MERGE-02'];
  const report = reportOf({ failed }, erased, { body: '{"custom":{"other":"x"}}' });
  const put = report.scenarios.flatMap(({ exchanges }) => exchanges).filter(({ method }) => method === 'PUT');
  const [entry, ...others] = fixFirstEntries(report);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    title: 'PUT /conversations/{conversationId} erases fields that the request does not contain',
    ids: failed,
    blocked: [],
  });
  expect(put.map(({ id }) => id)).toContain(entry?.exchange);
  expect(fixFirstEntries(sampleReport())).toEqual([]);
});

test('what a join leaves out has to be reset, and is not told as changed', () => {
  const kept: Partial<CheckRecord> = {
    differences: [{ path: ['participants', 'bob', 'notify'], expected: 'true', received: 'false' }],
  };
  const join = { body: '{"access":"Read"}', operation: 'joinConversation' } as const;
  expect(told(reportOf({ failed: ['PARTICIPANT-JOIN-02'] }, kept, join))).toContain(
    'participants.bob.notify was not reset by a PUT that did not contain it',
  );
});

test('what is demanded of every answer is run again with the scenario that showed it', () => {
  const report = reportOf({ failed: ['TRANSPORT-STATUS-01'] }, {});
  const elsewhere = report.scenarios.map((one) => ({ ...one, declared: ['PUT-MERGE-05'] }));
  expect(rerunCommand({ ...report, scenarios: elsewhere }, 'TRANSPORT-STATUS-01')).toContain(
    '--only TRANSPORT-STATUS-01,PUT-MERGE-05 ',
  );
  expect(rerunCommand(report, 'TRANSPORT-STATUS-01')).toContain('--only TRANSPORT-STATUS-01 ');
});

test('what failed is run again in the scenario that showed it, whatever its title', () => {
  const report = reportOf({ failed: ['PUT-MERGE-01'] }, {});
  const wrong = report.requirements.find(({ id }) => id === 'PUT-MERGE-01')?.checks[0]?.scenario;
  const titled = (title: string): RunReport => ({
    ...report,
    scenarios: report.scenarios.map((one) => (scenarioKey(one) === wrong ? { ...one, title } : one)),
    requirements: report.requirements.map((one) => ({
      ...one,
      checks: one.checks.map((check) =>
        check.scenario === wrong
          ? { ...check, scenario: check.scenario.replace(/› .*$/, `› ${title}`) }
          : check,
      ),
    })),
  });
  expect(rerunCommand(titled('merging'), 'PUT-MERGE-01')).toContain(
    '--only PUT-MERGE-01 --scenario merging ',
  );
  expect(rerunCommand(titled("a person's name"), 'PUT-MERGE-01')).toContain(
    `--scenario 'a person'\\''s name' `,
  );
  expect(rerunCommand(report, 'PUT-MERGE-02')).not.toContain('--scenario');
  const cleanUp = { ...report, scenarios: report.scenarios.map((one) => ({ ...one, declared: [] })) };
  expect(rerunCommand(cleanUp, 'PUT-MERGE-01')).not.toContain('--scenario');
});

test('a write that names it has not erased it', () => {
  const report = reportOf({ failed: ['PUT-MERGE-01'] }, erased, { body: '{"subject":"Dinner"}' });
  expect(fixFirst(report)[0]?.title).toContain('stores the wrong custom, subject');
});

test('what it blocked stands with the requirement that is violated, and what holds up most comes first', () => {
  const failed = ['PUT-MERGE-01', 'READ-READ-01'];
  const others = mustIds(20).filter((id) => !failed.includes(id));
  const blocked = Object.fromEntries(others.map((id) => [id, 'reading failed']));
  const cause = { kind: 'requirement', requirement: 'READ-READ-01' } as const;
  const groups = fixFirst(sampleReport({ failed, blocked, cause }));
  expect(groups[0]?.blocked).toHaveLength(others.length);
  expect(groups[0]?.wrong.map(({ result }) => result.id)).toEqual(['READ-READ-01']);
});

test('a failure tells what happened first, then the request with its body, then the rule, in 12 lines', () => {
  const attempts = [1, 2, 3].map((number) => ({ number, atMs: number * 100, saw: 'null' }));
  const report = reportOf({ failed: ['PUT-MERGE-01'] }, { ...erased, attempts }, { body: '{"custom":{}}' });
  const text = told(report);
  const [failure = ''] = text
    .trim()
    .split('\n\n')
    .filter((part) => part.startsWith('PUT-MERGE-01'));
  const order = [
    'were erased by a PUT that did not contain them',
    '{"custom":{}}',
    'read 3 times within 300 ms',
  ];
  const places = [...order, 'rule', 'source', 'rerun'].map((part) => failure.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThan(0);
  expect(failure.split('\n').length).toBeLessThanOrEqual(12);
  expect(failure).not.toContain('attempts');
  expect(told(report, true)).toContain('3. after 300 ms: null');
});

test('what creates a conversation changes nothing, and what is refused writes nothing', () => {
  const failed = ['PUT-MERGE-01'];
  expect(told(reportOf({ failed }, erased, { created: false }))).toContain(
    'subject and custom.state were wrong after the PUT that created the conversation',
  );
  expect(told(reportOf({ failed }, erased, { status: 401 }))).toContain(
    'subject and custom.state were changed by a PUT that was refused with 401',
  );
});

test('a request line shows what its headers have or lack that matters, and its query decoded', () => {
  const filter = '{"custom":{"a":["==","b"]}}';
  const path = `/v1/app/conversations?filter=${encodeURIComponent(filter)}&startingAfter=a%26b`;
  const line = (requestHeaders: Record<string, string>): string | undefined =>
    /request .*/.exec(told(reportOf({ failed: ['PUT-MERGE-01'] }, erased, { path, requestHeaders })))?.[0];
  expect(line({ 'talkjs-rest-version': '2021-01-01' })).toContain(
    `/conversations?filter=${filter}&startingAfter=a%26b (version 2021-01-01, no Authorization header)`,
  );
  expect(line({ authorization: '(malformed, not shown)' })).toContain('(malformed Authorization header)');
  expect(line({ authorization: 'Bearer $TARGET_SECRET_KEY' })).not.toContain('header)');
});

test('many differences are counted, unless all are asked for', () => {
  const differences = Array.from({ length: 30 }, (_, index) => ({
    path: ['custom', `key${index}`],
    expected: '1',
  }));
  const report = reportOf({ failed: ['PUT-MERGE-01'] }, { differences });
  expect(told(report)).toMatch(/… and \d+ more lines: --verbose/);
  expect(told(report)).not.toContain('custom.key29  ');
  expect(told(report, true)).toContain('custom.key29  ');
});

test('a list tells which items it lacks, adds and repeats, and where the story wrote to them', () => {
  const compared = (expected: unknown, received: unknown): Partial<CheckRecord> => ({
    differences: [{ path: [], expected: JSON.stringify(expected), received: JSON.stringify(received) }],
    expected: JSON.stringify(expected),
    received: JSON.stringify(received),
  });
  const listing = (expected: unknown, received: unknown, verbose = false): string => {
    const report = reportOf({ failed: ['LIST-ALL-02'] }, compared(expected, received), {
      path: '/v1/app/conversations/made',
    });
    return told(report, verbose);
  };

  const set = listing(['made', 'kept'], ['kept', 'kept', 'foreign']);
  expect(set).toMatch(/the list lacks "made" \(created in #\d+\); must not show "foreign"; repeats "kept"/);
  expect(set).toMatch(
    /^ {2}missing {3}1 of 2: "made" \(created in #\d+\)\n {2}extra {5}1: "foreign"\n {2}repeated {2}1: "kept"$/m,
  );
  expect(set).not.toMatch(/^ {2}received/m);
  expect(listing(['made'], [], true)).toMatch(/^ {2}expected {2}\["made"\]\n {2}received {2}\[\]$/m);
  expect(listing([], ['foreign'])).toContain('extra     1 (none is expected): "foreign"');
  expect(listing([[]], [['foreign']])).toContain('the list must not show "foreign"');

  const order = listing(['made', 'kept'], ['kept', 'made']);
  expect(order).toContain('the list is in the wrong order');
  expect(order).toMatch(/^ {2}expected {2}\["made","kept"\]\n {2}received {2}\["kept","made"\]$/m);

  // What is no list of names is not told as one.
  expect(listing([], [{ orderBy: 'createdAt' }])).toContain('this does not hold: ');
  const lines = listing([], ['subject: "Dinner" → null', 'custom.state: nothing → "open"']);
  expect(lines).toMatch(
    /^ {2}differs {3}subject +expected "Dinner", received null\n +custom.state +expected nothing, received "open"$/m,
  );
  expect(lines).not.toContain('the list must not');
});

test('a whole resource that answers 404 is one cause, with the capability to disclaim', () => {
  const failed = ['MESSAGE-SEND-01', 'MESSAGE-LAST-01'];
  const blocked = { 'READ-UNREAD-01': 'sending a message failed' };
  const report = reportOf({ failed, blocked }, { assertion: { exchange: '', status: '2xx' } });
  const [first, ...others] = report.scenarios.flatMap(({ exchanges }) => exchanges);
  for (const exchange of [first, ...others])
    Object.assign(exchange ?? {}, {
      operation: exchange?.method === 'GET' ? 'listMessages' : 'sendMessages',
      status: 404,
    });
  for (const { checks } of report.requirements)
    for (const check of checks)
      if (check.verdict === 'blocked') check.cause = { kind: 'precondition', exchange: others[0]?.id ?? '' };

  const [group, ...otherGroups] = fixFirst(report);
  expect(otherGroups).toEqual([]);
  expect(group?.title).toContain('The messages resource is missing');
  expect(group?.wrong).toHaveLength(failed.length);
  expect(group?.blocked.map(({ id }) => id)).toEqual(Object.keys(blocked));
  expect(group?.advice).toContain('--capabilities -messages');

  Object.assign(first ?? {}, { status: 200 });
  const answered = fixFirst(report);
  expect(answered.map(({ title }) => title).join()).not.toContain('resource is missing');
  expect(answered.map(({ advice }) => advice)).toEqual(answered.map(() => undefined));
});

test('no requirement is hidden without its id', () => {
  const failed = mustIds(60);
  const blocked = Object.fromEntries(['READ-READ-01', 'LIST-ALL-01'].map((id) => [id, 'cause']));
  const text = told(sampleReport({ failed: failed.filter((id) => !(id in blocked)), blocked }));
  for (const id of [...failed, ...Object.keys(blocked)]) expect(text).toContain(id);
});

for (const [responseBody, type, page] of [
  ['<pre>Cannot PUT /v1/app/conversations/x</pre>', 'text/html', /Express/],
  ['404 page not found\n', 'text/plain', /Go/],
  ['{"detail":"Not Found"}', 'application/json', /FastAPI/],
  [
    '{"message":"Route PUT:/v1/x not found","error":"Not Found","statusCode":404}',
    'application/json',
    /Fastify/,
  ],
  ['<html></html>', 'text/html; charset=utf-8', /an HTML page/],
  ['{"errorCode":"CONVERSATION_NOT_FOUND"}', 'application/json', undefined],
  ['{"errorCode":"USER_NOT_FOUND"}', 'text/html', undefined],
] as const)
  test(`404 with ${responseBody}: ${String(page ?? 'an answer of the API')}`, () => {
    const answer = { status: 404, responseBody, responseHeaders: { 'content-type': type } };
    const report = reportOf(
      { failed: ['PUT-CREATE-01'] },
      { assertion: { exchange: '', status: '2xx' } },
      answer,
    );
    const put = report.scenarios
      .flatMap(({ exchanges }) => exchanges)
      .find(({ method, purpose }) => method === 'PUT' && purpose === 'scenario');
    expect(put && missingRoute(put)).toEqual(page === undefined ? undefined : expect.stringMatching(page));
    const words = page === undefined ? 'returns 404 instead of a success (2xx)' : 'is missing: 404 with';
    expect(fixFirst(report)[0]?.title).toContain(words);
  });

/** Each of these does one thing that no scenario should do. Judged by `scenarios.spec.ts`. */
import { Violation } from '../../../../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../../../../fixtures/test.ts';

test('a check throws a TypeError', covers('PUT-CREATE-01'), async ({ check }) => {
  await check('PUT-CREATE-01', 'holds', () => {
    (undefined as unknown as { missing: () => void }).missing();
  });
});

test('a declared requirement is not judged', covers('PUT-CREATE-02', 'PUT-CREATE-03'), async ({ check }) => {
  await check('PUT-CREATE-03', 'holds', () => undefined);
});

test('an undeclared requirement is judged', covers('PUT-MERGE-01'), async ({ check }) => {
  await check('PUT-MERGE-02', 'holds', () => undefined);
});

test('an assertion stands outside of a check', covers('PUT-MERGE-03'), () => {
  expect(1).toBe(2);
});

test(
  'a precondition of the scenario fails',
  covers('PUT-MERGE-04', 'PUT-MERGE-05'),
  async ({ api, check, given }) => {
    await check('PUT-MERGE-04', 'holds before', () => undefined);
    await given.done('reading', api.conversations.get(given.newId()));
    await check('PUT-MERGE-05', 'never reached', () => undefined);
  },
);

test(
  'a precondition of one check fails',
  covers('PUT-MERGE-06', 'PUT-MERGE-07'),
  async ({ api, check, given }) => {
    await check('PUT-MERGE-06', 'blocked', async () => {
      await given.done('reading', api.conversations.get(given.newId()));
    });
    await check('PUT-MERGE-07', 'holds after', () => undefined);
  },
);

test(
  'an answer without what is read from it is read outside of a check',
  covers('PUT-KEEP-04'),
  async ({ api, given }) => {
    const { status } = await api.conversations.get(given.newId());
    throw new Violation('a conversation', `status ${status}`);
  },
);

test('two checks fail and one holds', covers('PUT-KEEP-01', 'PUT-KEEP-02'), async ({ api, check, given }) => {
  const missing = await api.conversations.get(given.newId());

  await check('PUT-KEEP-01', 'first', () => expect(missing).toSucceed());
  await check('PUT-KEEP-02', 'second', () => expect(missing).toHaveStatus(404));
  await check('PUT-KEEP-01', 'third', () => expect(missing).toHaveStatus(200));
});

test('the suite sends a body that it did not mean', covers('PUT-KEEP-03'), async ({ api, check, given }) => {
  await check('PUT-KEEP-03', 'holds', async () => {
    await api.conversations.put(given.newId(), { subject: 5 as unknown as string });
  });
});

test('a SHOULD fails', covers('PUT-MERGE-10'), async ({ check }) => {
  await check('PUT-MERGE-10', 'holds', () => expect(1).toBe(2));
});

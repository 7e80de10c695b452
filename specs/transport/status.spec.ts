/**
 * What every success keeps: it answers 200, in JSON, and `{}` where there is nothing to return. API getting started page.
 */
import { operationIds, operations, type Operation } from '../../schemas/operations.ts';
import { claimOf } from '../../fixtures/scenario/transport.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { calledWithEffect } from './effects.ts';

for (const operation of operationIds) {
  const { returnsNothing }: Operation = operations[operation];
  const rows = [
    ...['TRANSPORT-STATUS-01', 'TRANSPORT-STATUS-02', 'TRANSPORT-STATUS-03'],
    ...(returnsNothing ? ['TRANSPORT-STATUS-04'] : []),
  ];

  test(`status and body of ${operation}`, covers(...rows), async ({ api, given, check, eventually }) => {
    const answer = await calledWithEffect({ api, given, eventually }, operation);

    for (const requirement of rows)
      await check(requirement, claimOf(requirement, operation), () => expect(answer).toKeep(requirement));
  });
}

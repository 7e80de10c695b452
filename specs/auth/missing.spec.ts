/** Without a credential nothing is told and nothing is done. Getting started page: 401 where Authorization is missing. */
import { operationIds, operations } from '../../schemas/operations.ts';
import { succeeded } from '../../fixtures/client/exchange.ts';
import { callable } from '../../fixtures/scenario/callable.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const of = (...resources: readonly string[]) =>
  operationIds.filter((one) => one !== 'markRead' && resources.includes(operations[one].resource));

const groups = {
  conversations: of('conversations'),
  participants: of('participants'),
  messages: of('messages'),
  'read state': of('readState'),
  'the deprecated read state': ['markRead'],
  users: of('users'),
  'the conversations of a user': of('inbox'),
} as const;

for (const [what, group] of Object.entries(groups))
  test(`calling without a credential: ${what}`, covers('AUTH-MISSING-01'), async ({ api, given, check }) => {
    const { calls } = await callable(given, ...group);
    const call = (caller: typeof api, operation: (typeof group)[number]) =>
      caller.call(operation, calls[operation].parameters, calls[operation].options);

    const anonymous = api.with({ authorization: null, deliberate: true });
    const answers = await Promise.all(group.map((operation) => call(anonymous, operation)));

    for (const answer of answers)
      await check('AUTH-MISSING-01', `${answer.operation} answers 401`, async () => {
        // Where nobody gets a success, it is not for want of a credential.
        if (!succeeded(answer)) await given.offered(await call(api, answer.operation));
        expect(answer).toHaveStatus(401);
      });
  });

for (const operation of operationIds.filter((one) => operations[one].method !== 'GET' && one !== 'putUser'))
  test(
    `${operation} without a credential`,
    covers('AUTH-MISSING-02'),
    async ({ api, given, check, eventually }) => {
      const { conversationId, before, calls } = await callable(given, operation);

      const { parameters, options } = calls[operation];
      await api.call(operation, parameters, { ...options, authorization: null, deliberate: true });

      await check('AUTH-MISSING-02', 'nothing is written', async () => {
        await eventually(async () => expect(await api.conversations.get(conversationId)).toBeAs(before));
      });
    },
  );

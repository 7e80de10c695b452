/** Without a credential nothing is told and nothing is done. Getting started page: 401 where Authorization is missing. */
import { operationIds, type OperationId } from '../../schemas/operations.ts';
import { callsOf } from '../../fixtures/builders/calls.ts';
import { succeeded } from '../../fixtures/client/exchange.ts';
import { capabilityOf } from '../requirements/index.ts';
import type { Target } from '../../fixtures/target/target.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'calling every operation without a credential',
  covers('AUTH-MISSING-01', 'AUTH-MISSING-02'),
  async ({ api, given, check, eventually, target }) => {
    const people = await given.users('alice', 'bob', 'carol');
    const conversation = await given.conversation({ with: [people.alice, people.bob] });
    const { id: conversationId } = conversation;
    const greeting = { from: people.alice, text: 'Hello' };
    const sent: string[] = [];
    // On a target without messages any id will do, for the calls have to be refused.
    await given.optional(async () => sent.push(...(await given.messages(conversation, greeting))));
    const before = await given.read(conversation);
    const [messageId = given.newId()] = sent;
    const calls = callsOf({ conversationId, people, messageId, marker: given.newId() });

    const call = (one: OperationId, caller = api) =>
      caller.call(one, calls[one].parameters, calls[one].options);
    const claimed = operationIds.filter((one) => isClaimed(one, target));
    const anonymous = api.with({ authorization: null, deliberate: true });
    const answers = await Promise.all(claimed.map((one) => call(one, anonymous)));

    await check('AUTH-MISSING-02', 'nothing is written', async () => {
      await eventually(async () => expect(await api.conversations.get(conversationId)).toBeAs(before));
    });
    for (const answer of answers)
      await check('AUTH-MISSING-01', `${answer.operation} answers 401`, async () => {
        // An operation that fails with the credential as well cannot be judged.
        if (answer.status !== 401 && !succeeded(answer)) await given.offered(await call(answer.operation));
        expect(answer).toHaveStatus(401);
      });
  },
);

/** Whether the target may have an operation. */
function isClaimed(operation: OperationId, { capabilities }: Target): boolean {
  const capability = capabilityOf(operation);
  return capability === undefined || capabilities[capability] !== 'disclaimed';
}

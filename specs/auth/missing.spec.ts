/** Without a credential nothing is told and nothing is done. Getting started page: 401 where Authorization is missing. */
import { operationIds, operations } from '../../schemas/operations.ts';
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Api } from '../../fixtures/client/api.ts';
import { fieldIn } from '../../fixtures/reading/read.ts';
import { callable } from '../../fixtures/scenario/callable.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const operation of operationIds) {
  // What a PUT of a user writes is looked for below: all runs share the users that the calls are about.
  const writes = operations[operation].method !== 'GET' && operation !== 'putUser';

  test(
    `calling ${operation} without a credential`,
    covers('AUTH-MISSING-01', ...(writes ? ['AUTH-MISSING-02'] : [])),
    async ({ api, given, check, eventually }) => {
      const { conversationId, before, calls } = await callable(given, operation);
      const { parameters, options } = calls[operation];
      const call = (caller: Api): Promise<Exchange> => caller.call(operation, parameters, options);

      const answer = await call(api.with({ authorization: null, deliberate: true }));

      if (writes)
        await check('AUTH-MISSING-02', 'nothing is written', async () => {
          await eventually(async () => expect(await api.conversations.get(conversationId)).toBeAs(before));
        });
      await check('AUTH-MISSING-01', 'it answers 401', async () => {
        // An operation that fails with the credential as well cannot be judged.
        if (answer.status !== 401 && !succeeded(answer)) await given.offered(await call(api));
        expect(answer).toHaveStatus(401);
      });
    },
  );
}

test(
  'renaming a user without a credential',
  covers('AUTH-MISSING-02'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('users');
    const id = given.newId();
    await given.done('creating a user', api.users.put(id, { name: 'Before' }), 'USER-PUT-01');
    const nameIs = async (name: string) => expect(fieldIn(await api.users.get(id), 'name')).toBe(name);
    await given.holds('the user can be read', () => nameIs('Before'), 'USER-PUT-01');

    await api.with({ authorization: null, deliberate: true }).users.put(id, { name: 'After' });

    await check('AUTH-MISSING-02', 'the name is as before', () => eventually(() => nameIs('Before')));
  },
);

test(
  'asking for a conversation that does not exist, without a credential',
  covers('AUTH-MISSING-01'),
  async ({ api, given, check }) => {
    const anonymous = api.with({ authorization: null, deliberate: true });

    const answer = await anonymous.conversations.get(given.newId());

    await check('AUTH-MISSING-01', 'it answers 401, and not whether there is one', () => {
      expect(answer).toHaveStatus(401);
    });
  },
);

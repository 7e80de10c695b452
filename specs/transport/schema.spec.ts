/** What an operation answers has its documented type. Conversations page and the pages of the other operations: types. */
import { operationIds, operations } from '../../schemas/operations.ts';
import { claimOf } from '../../fixtures/scenario/transport.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { calledWithEffect } from './effects.ts';

/** Types that hold a conversation: the documentation contradicts itself about two places of them. */
const conversations: readonly string[] = ['Conversation', 'ConversationList', 'UserConversationList'];
/** Types that certainly hold a timestamp. */
const timed: readonly string[] = [...conversations, 'Message', 'MessageList'];

for (const operation of operationIds) {
  const { response } = operations[operation];
  const rows = [
    'TRANSPORT-SCHEMA-01',
    ...(conversations.includes(response) ? ['TRANSPORT-SCHEMA-02'] : []),
    ...(timed.includes(response) ? ['TRANSPORT-SCHEMA-04'] : []),
  ];

  test(
    `type of what ${operation} answers`,
    covers(...rows, 'TRANSPORT-SCHEMA-03'),
    async ({ api, given, check, survey, eventually }) => {
      const answer = await calledWithEffect({ api, given, eventually }, operation);

      for (const requirement of rows)
        await check(requirement, claimOf(requirement, operation), () => expect(answer).toKeep(requirement));
      await survey('TRANSPORT-SCHEMA-03', `undocumented fields of ${operation}`, () =>
        Promise.resolve(answer.drift.join(', ') || 'none'),
      );
    },
  );
}

/** Without a credential nothing is told and nothing is done. Getting started page: 401 without Authorization. */
import { operations, type OperationId } from '../../schemas/operations.ts';
import { routeIsAbsent } from '../../fixtures/client/exchange.ts';
import { Blocked, NotApplicable } from '../../fixtures/outcome.ts';
import { conversationIn, type ConversationState } from '../../fixtures/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { callsOf, lacks, reads, writes } from './calls.ts';

/** Operations that need no control of their own: others show that their route is there. */
const shown: readonly OperationId[] = ['getConversation', 'listMessages'];

test('calls without a credential', covers('AUTH-MISSING'), async ({ api, given, check, data }) => {
  const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
  const subject = data.subject();
  const { id: conversationId } = await given.conversation({ with: [alice, bob], subject });
  let messageId = given.newId();
  const sent = await given.optional(async () => {
    [messageId = ''] = await given.messages({ id: conversationId }, { from: alice, text: data.text() });
  });
  const people = { alice, bob, carol };
  const calls = callsOf({ conversationId, people, messageId, marker: data.subject() });
  const anonymous = api.with({ authorization: null, deliberate: true });
  const look = async () => conversationIn(await given.api.conversations.get(conversationId));
  const before = await given.holds('the conversation is shown', look);

  const refuses = (operation: OperationId, control?: () => Promise<unknown>) =>
    check('AUTH-MISSING-01', operation, async () => {
      if (operations[operation].resource === 'messages') sent();
      const call = calls[operation];
      await control?.();
      const answer = await anonymous.call(operation, call.parameters, call.options);
      if (routeIsAbsent(answer) && (await lacks(api, operation, call)))
        throw new NotApplicable(`the target has no ${operation}`);
      expect(answer).toHaveStatus(401);
    });

  for (const operation of reads)
    await refuses(operation, async () => {
      if (shown.includes(operation)) return;
      const told = await given.api.call(operation, calls[operation].parameters, calls[operation].options);
      if (routeIsAbsent(told)) throw new NotApplicable(`the target has no ${operation}`);
      await given.done('the same with the secret key', told);
    });
  for (const operation of writes) await refuses(operation);

  const after = await given.holds('the conversation is still shown', look);
  const writesNothing = (
    operation: OperationId,
    expected: unknown,
    seenBy: (state: ConversationState) => unknown,
  ) =>
    check('AUTH-MISSING-02', operation, () => {
      if (seenBy(before) !== expected) throw new Blocked(`the state before does not show ${operation}`);
      expect(seenBy(after)).toEqual(expected);
    });

  await writesNothing('putConversation', subject, (state) => state.subject);
  await writesNothing('joinConversation', false, (state) => Object.hasOwn(state.participants, carol.id));
  await writesNothing('leaveConversation', true, (state) => Object.hasOwn(state.participants, bob.id));
  await writesNothing('modifyParticipation', true, (state) => state.participants[alice.id]?.notify);
  await writesNothing('setReadState', false, (state) => state.participants[alice.id]?.isUnread);
  await writesNothing('sendMessages', messageId, (state) => {
    sent();
    return state.lastMessage?.id;
  });

  await refuses('deleteMessage');
  const kept = await refuses('deleteConversation');

  await check('AUTH-MISSING-02', 'deleteConversation', async () => {
    expect(await api.conversations.get(conversationId)).toSucceed();
  });
  // An answer that claims to have deleted it does not end the duty to delete it.
  if (!kept) await given.api.conversations.remove(conversationId);
});

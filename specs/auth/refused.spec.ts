/**
 * Without a credential, or with one that is not the key, nothing is told and nothing is done. Getting started page: 401
 * where Authorization is missing or wrong.
 */
import { credentialFor } from '../../fixtures/client/credential.ts';
import { operations, type OperationId } from '../../schemas/operations.ts';
import { routeIsAbsent } from '../../fixtures/client/exchange.ts';
import { Blocked, NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { conversationIn, type ConversationState } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { callsOf, lacks, reads, writes } from './calls.ts';

test(
  'calls without the right credential',
  covers('AUTH-MISSING', 'AUTH-WRONG'),
  async ({ api, given, check, eventually, data, target }) => {
    const { alice, bob, carol, dave, erin } = await given.users('alice', 'bob', 'carol', 'dave', 'erin');
    const subject = data.subject();
    const { id: conversationId } = await given.conversation({ with: [alice, bob, erin], subject });
    let messageId = given.newId();
    let known = false;
    const sent = await given.optional(async () => {
      [messageId = ''] = await given.messages({ id: conversationId }, { from: alice, text: data.text() });
      known = true;
    });
    const people = { alice, bob, carol };
    const calls = callsOf({ conversationId, people, messageId, marker: data.subject() });
    const anonymous = api.with({ authorization: null, deliberate: true });
    /** Waits for the message, if there is one; the last reading counts, whatever it shows. */
    const look = async () => {
      const read = await lastReading(
        eventually,
        () => given.api.conversations.get(conversationId),
        (reading) => {
          const { lastMessage } = conversationIn(reading);
          if (lastMessage) expect(lastMessage.id).toBe(messageId);
          else expect(known).toBe(false);
        },
      );
      return given.holds('the conversation is shown', () => Promise.resolve(conversationIn(read)));
    };
    const before = await look();

    const refuses = (operation: OperationId) =>
      check('AUTH-MISSING-01', `${operation} without a credential`, async () => {
        if (operations[operation].resource === 'messages') sent();
        const call = calls[operation];
        const answer = await anonymous.call(operation, call.parameters, call.options);
        if (routeIsAbsent(answer) && (await lacks(api, operation, call)))
          throw new NotApplicable(`the target has no ${operation}`);
        expect(answer).toHaveStatus(401);
      });

    for (const operation of [...reads, ...writes]) await refuses(operation);

    const as = (authorization: string) => api.with({ authorization, deliberate: true });
    const wrongKey = as(`Bearer wrong-${given.newId()}`);
    const noToken = as('Bearer');
    // What the run signs in with, be it the key or a token, opens nothing without the scheme.
    const noScheme = as(await credentialFor(target, target));
    for (const [claim, call] of Object.entries({
      'reading with a wrong key': () => wrongKey.conversations.get(conversationId),
      'writing with a wrong key': () =>
        wrongKey.conversations.put(conversationId, { photoUrl: data.photoUrl() }),
      'reading with a malformed header': () => noToken.conversations.list({ limit: 1 }),
      'writing with a malformed header': () => noToken.participants.join(conversationId, dave.id),
      'reading with the credential without the scheme': () => noScheme.conversations.get(conversationId),
      'writing with the credential without the scheme': () =>
        noScheme.participants.leave(conversationId, erin.id),
    }))
      await check('AUTH-WRONG-01', claim, async () => {
        expect(await call()).toHaveStatus(401);
      });

    const after = await look();
    const writesNothing = (
      operation: OperationId,
      what: string,
      expected: unknown,
      seenBy: (state: ConversationState) => unknown,
    ) =>
      check('AUTH-MISSING-02', `${operation} without a credential writes nothing`, () => {
        if (seenBy(before) !== expected)
          throw new Blocked(`what ${operation} would change was another before: ${what}`);
        expect(seenBy(after), what).toEqual(expected);
      });

    await writesNothing('putConversation', 'subject', subject, (state) => state.subject);
    await writesNothing('joinConversation', 'carol takes part', false, (state) =>
      Object.hasOwn(state.participants, carol.id),
    );
    await writesNothing('leaveConversation', 'bob takes part', true, (state) =>
      Object.hasOwn(state.participants, bob.id),
    );
    await writesNothing(
      'modifyParticipation',
      'notify of alice',
      true,
      (state) => state.participants[alice.id]?.notify,
    );
    await writesNothing(
      'setReadState',
      'isUnread of alice',
      false,
      (state) => state.participants[alice.id]?.isUnread,
    );
    await writesNothing('sendMessages', 'id of lastMessage', messageId, (state) => {
      sent();
      return state.lastMessage?.id;
    });

    await check('AUTH-WRONG-02', 'PUT with a wrong key writes nothing', () => {
      expect(after.photoUrl, 'photoUrl').toEqual(before.photoUrl);
    });

    await refuses('deleteMessage');
    const kept = await refuses('deleteConversation');

    await check('AUTH-MISSING-02', 'deleteConversation without a credential deletes nothing', async () => {
      await eventually(async () => expect(await api.conversations.get(conversationId)).toSucceed());
    });
    // An answer that claims to have deleted it does not end the duty to delete it.
    if (!kept) await given.api.conversations.remove(conversationId);
  },
);

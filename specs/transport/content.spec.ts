/**
 * A write is JSON, and says so. API getting started page: only application/json is accepted, except for GET; bad
 * arguments answer 400.
 */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { CallOptions } from '../../fixtures/client/send.ts';
import { Violation } from '../../fixtures/outcome.ts';
import { conversationIn, isObject, type ConversationState } from '../../fixtures/read.ts';
import { show } from '../../fixtures/show.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import type { OperationId } from '../../schemas/operations.ts';

/** Turns a valid JSON body into what goes out instead. */
type Fault = (json: string) => Pick<CallOptions, 'bytes' | 'contentType'>;

const untyped: Fault = (bytes) => ({ bytes, contentType: null });
const plain: Fault = (bytes) => ({ bytes, contentType: 'text/plain' });
const cutOff: Fault = (json) => ({ bytes: json.slice(0, -1) });
const singleQuoted: Fault = (json) => ({ bytes: json.replaceAll('"', "'") });
const trailingComma: Fault = (json) => ({ bytes: json.replace(/}$/, ',}') });

const cases = [
  ['TRANSPORT-CONTENT-01', 'attribute', 'without a content type', untyped],
  ['TRANSPORT-CONTENT-01', 'attribute', 'as plain text', plain],
  ['TRANSPORT-CONTENT-01', 'access', 'as plain text', plain],
  ['TRANSPORT-CONTENT-01', 'message', 'without a content type', untyped],
  ['TRANSPORT-CONTENT-02', 'attribute', 'cut off', cutOff],
  ['TRANSPORT-CONTENT-02', 'attribute', 'in single quotes', singleQuoted],
  ['TRANSPORT-CONTENT-02', 'attribute', 'with a trailing comma', trailingComma],
  ['TRANSPORT-CONTENT-02', 'notify', 'cut off', cutOff],
  ['TRANSPORT-CONTENT-02', 'message', 'cut off', cutOff],
] as const;

interface Write {
  readonly operation: OperationId;
  /** The same write without a fault, which has succeeded. */
  readonly control: () => unknown;
  readonly body: (value: string) => object;
  readonly isIn: (state: ConversationState, value: string) => boolean;
}

test(
  'writes that are not JSON, or do not say so',
  covers('TRANSPORT-CONTENT'),
  async ({ api, given, check, data }) => {
    const { alice } = await given.users('alice');
    const { id } = await given.conversation({ with: [alice], custom: data.custom() });
    const message = (text: string) => ({ type: 'UserMessage' as const, sender: alice.id, text });
    const modified = await given.optional(() => {
      const settings = { access: 'ReadWrite', notify: 'MentionsOnly' } as const;
      return given.done('modifying', api.participants.modify(id, alice.id, settings));
    });
    const sent = await given.optional(() => {
      given.claimed('messages');
      return given.done('sending', api.messages.send(id, [message(data.value())]));
    });
    const writes: Readonly<Record<(typeof cases)[number][1], Write>> = {
      attribute: {
        operation: 'putConversation',
        control: () => id,
        body: (value) => ({ custom: { [value]: value } }),
        isIn: ({ custom }, value) => isObject(custom) && Object.hasOwn(custom, value),
      },
      access: {
        operation: 'modifyParticipation',
        control: modified,
        body: () => ({ access: 'Read' }),
        isIn: ({ participants }) => participants[alice.id]?.access === 'Read',
      },
      notify: {
        operation: 'modifyParticipation',
        control: modified,
        body: () => ({ notify: false }),
        isIn: ({ participants }) => participants[alice.id]?.notify === false,
      },
      message: {
        operation: 'sendMessages',
        control: sent,
        body: (value) => [message(value)],
        isIn: ({ lastMessage }, value) => lastMessage?.text === value,
      },
    };

    const calls: [claim: string, value: string, write: Write, call: () => Exchange][] = [];
    for (const [, name, how, fault] of cases) {
      const [write, value] = [writes[name], data.value()];
      const call = await given.optional(() => {
        write.control();
        const options = { ...fault(JSON.stringify(write.body(value))), deliberate: true };
        return api.call(write.operation, { conversationId: id, userId: alice.id }, options);
      });
      calls.push([`${write.operation} ${how}`, value, write, call]);
    }
    const after = await api.conversations.get(id);

    for (const [index, [claim, value, write, call]] of calls.entries())
      await check(
        cases[index]?.[0] ?? '',
        claim,
        () => {
          expect(call()).toBeRefused();
          if (write.isIn(conversationIn(after), value))
            throw new Violation('nothing to be written', `${show(write.body(value))} was`);
        },
        [after],
      );
  },
);

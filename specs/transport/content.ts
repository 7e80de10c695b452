/**
 * A write is JSON, and says so. API getting started page: only application/json is accepted, except for GET; bad
 * arguments answer 400.
 */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { CallOptions } from '../../fixtures/client/send.ts';
import { Violation } from '../../fixtures/scenario/outcome.ts';
import { conversationIn, isObject, type ConversationState } from '../../fixtures/reading/read.ts';
import { show } from '../../fixtures/reading/show.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import type { Walk, World } from '../message/walk.ts';
import type { OperationId } from '../../schemas/operations.ts';

/** Turns a valid JSON body into what goes out instead. */
type Fault = (json: string) => Pick<CallOptions, 'bytes' | 'contentType'>;

const untyped: Fault = (bytes) => ({ bytes, contentType: null });
const plain: Fault = (bytes) => ({ bytes, contentType: 'text/plain' });
/** Begins like the documented type, and is another one. */
const patch: Fault = (bytes) => ({ bytes, contentType: 'application/json-patch+json' });
const cutOff: Fault = (json) => ({ bytes: json.slice(0, -1) });
const singleQuoted: Fault = (json) => ({ bytes: json.replaceAll('"', "'") });
const trailingComma: Fault = (json) => ({ bytes: json.replace(/}$/, ',}') });

const cases = [
  ['TRANSPORT-CONTENT-01', 'attribute', 'without a content type', untyped],
  ['TRANSPORT-CONTENT-01', 'attribute', 'as plain text', plain],
  ['TRANSPORT-CONTENT-01', 'access', 'as a JSON patch', patch],
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

/** Tries writes on this conversation, in which alice takes part with the default settings. */
export async function judgeContent(
  { api, given, check, data }: World,
  { id, put, joined, modified, sent }: Walk,
  alice: Person,
): Promise<void> {
  const message = (text: string) => ({ type: 'UserMessage' as const, sender: alice.id, text });
  const control = (what: string, call: () => Exchange) => given.optional(() => given.done(what, call()));
  const controls = {
    attribute: await control('creating', () => put),
    joining: await control('joining', () => joined),
    settings: await control('modifying', () => modified),
    message: await control('sending', sent[0]),
  };
  const writes: Readonly<Record<(typeof cases)[number][1], Write>> = {
    attribute: {
      operation: 'putConversation',
      control: controls.attribute,
      body: (value) => ({ custom: { [value]: value } }),
      isIn: ({ custom }, value) => isObject(custom) && Object.hasOwn(custom, value),
    },
    access: {
      operation: 'modifyParticipation',
      control: controls.settings,
      body: () => ({ access: 'Read' }),
      isIn: ({ participants }) => participants[alice.id]?.access === 'Read',
    },
    // May be called without a body, so that a body that cannot be read is easily taken for none.
    notify: {
      operation: 'joinConversation',
      control: controls.joining,
      body: () => ({ notify: false }),
      isIn: ({ participants }) => participants[alice.id]?.notify === false,
    },
    message: {
      operation: 'sendMessages',
      control: controls.message,
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
}

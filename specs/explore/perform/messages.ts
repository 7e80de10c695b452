import { describeExchange, refused, succeeded, type Exchange } from '../../../fixtures/client/exchange.ts';
import { isObject } from '../../../fixtures/reading/read.ts';
import { show } from '../../../fixtures/reading/show.ts';
import type { RequestBody } from '../../../schemas/types.ts';
import { messageDifference, settleMessages } from '../../model/differences.ts';
import type { Conversation, Message } from '../../model/conversation.ts';
import * as model from '../../model/calls.ts';
import { messagesAsked, type Sequence } from '../sequence.ts';
import { changed, withConversation, type Slot } from '../state.ts';
import type { Draft, EditStep, MessageStep, SendStep, UnsendStep } from '../steps.ts';
import { deadAfter } from './conversations.ts';
import { isPlainCustom, isPlainText } from '../texts.ts';
import { idOf } from './order.ts';

export async function send(sequence: Sequence, step: SendStep): Promise<void> {
  const { slot, drafts } = step;
  const before = sequence.conversation(slot);
  const answered = before?.messages.at(-1)?.id;
  const body = drafts.map((draft) => asJson(draft, answered));
  const exchange = await sequence.api.messages.send(sequence.id(slot), body);
  if (before === undefined) return deadAfter(sequence, slot, exchange);
  const senders = drafts.flatMap(({ from }) => (from === null ? [] : [before.participants.get(from)]));
  if (senders.includes(undefined)) {
    sequence.mustBeRefused(exchange, ['MESSAGE-SEND-02'], 'sending by somebody who does not take part');
    return sequence.remain(step, slot);
  }
  // Whether somebody who may only read can be a sender is open.
  if (refused(exchange) && senders.some((one) => one?.access === 'Read')) return sequence.remain(step, slot);
  if (refused(exchange) && !isPlain(drafts)) return sequence.remain(step, slot);
  sequence.mustSucceed(exchange, ['MESSAGE-SEND-01']);
  const ids = idsOf(exchange.body);
  if (ids.length !== drafts.length || new Set(ids).size !== ids.length)
    throw sequence.contradiction(
      ['MESSAGE-SEND-01'],
      'sending answers an id for each message',
      `${drafts.length} ids`,
      exchange,
      show(exchange.body),
    );
  const sent = drafts.map((draft, index) => newMessage(draft, ids[index] ?? ''));
  await sequence.become(
    step,
    slot,
    changed(sequence.state, slot, (one) => model.send(one, sent)),
  );
}

/** Whether messages hold nothing that a target may refuse: which texts it takes is not documented. */
function isPlain(messages: readonly Pick<EditStep['change'], 'text' | 'custom'>[]): boolean {
  return messages.every(({ text, custom }) => isPlainText(text) && isPlainCustom(custom));
}

/** @param answered id of the message that a reply answers */
export function asJson(
  { from, text, custom, isReply }: Draft,
  answered?: string,
): RequestBody<'sendMessages'>[number] {
  const data = custom === undefined ? {} : { custom };
  const reference = isReply && answered !== undefined ? { referencedMessageId: answered } : {};
  return from === null
    ? { type: 'SystemMessage', text, ...data }
    : { type: 'UserMessage', sender: from, text, ...data, ...reference };
}

export function newMessage({ from, text, custom = {} }: Draft, id: string): model.NewMessage {
  return { id, type: from === null ? 'SystemMessage' : 'UserMessage', senderId: from, text, custom };
}

export function idsOf(body: unknown): string[] {
  if (!Array.isArray(body)) return [];
  return (body as unknown[]).flatMap((one) =>
    isObject(one) && typeof one['id'] === 'string' ? [one['id']] : [],
  );
}

/** The message that stands so far before the newest one. */
export function messageAt(conversation: Conversation | undefined, back: number): Message | undefined {
  return conversation?.messages.at(-1 - back);
}

export async function edit(sequence: Sequence, step: EditStep): Promise<void> {
  const { slot, change } = step;
  const message = messageAt(sequence.conversation(slot), step.back);
  if (message === undefined) return;
  const exchange = await sequence.api.messages.edit(sequence.id(slot), message.id, change);
  // Whether a SystemMessage can be edited is not documented.
  const mayRefuse = message.senderId === null || !isPlain([change]);
  if (refused(exchange) && mayRefuse) return sequence.remain(step, slot);
  sequence.mustSucceed(exchange, ['MESSAGE-LAST-01']);
  await sequence.become(
    step,
    slot,
    changed(sequence.state, slot, (one) => model.editMessage(one, message.id, change)),
  );
}

export async function unsend(sequence: Sequence, step: UnsendStep): Promise<void> {
  const { slot } = step;
  const message = messageAt(sequence.conversation(slot), step.back);
  if (message === undefined) return;
  const exchange = await sequence.api.messages.remove(sequence.id(slot), message.id);
  sequence.mustSucceed(exchange, ['MESSAGE-LAST-01']);
  await sequence.become(
    step,
    slot,
    changed(sequence.state, slot, (one) => model.deleteMessage(one, message.id)),
  );
}

/** Pages of messages that are read at most: more than a conversation has. */
const mostPages = 4;

/** The list of messages shows exactly those that were sent, newest first; that of a deleted conversation none. */
export async function listed(sequence: Sequence, slot: Slot): Promise<void> {
  let exchange: Exchange | undefined;
  let shown: readonly unknown[] = [];
  const wrong = await sequence.session.look(async () => {
    ({ exchange, shown } = await allMessages(sequence, slot));
    return judge(exchange, shown.filter(isObject), sequence, slot);
  });
  if (exchange === undefined) return;
  if (wrong !== undefined)
    throw sequence.contradiction(wrong.ids, wrong.claim, wrong.expected, exchange, wrong.received);
  const { messages } = sequence.conversation(slot) ?? { messages: [] };
  const conversation = sequence.conversation(slot);
  if (conversation !== undefined)
    sequence.state = withConversation(sequence.state, slot, {
      ...conversation,
      messages: settleMessages(shown, messages),
    });
}

/** Every page of the list, and the last answer. */
async function allMessages(
  sequence: Sequence,
  slot: Slot,
): Promise<{ readonly exchange: Exchange; readonly shown: readonly unknown[] }> {
  const shown: unknown[] = [];
  let startingAfter: string | undefined;
  for (let page = 1; ; page++) {
    const query = { limit: messagesAsked, startingAfter };
    const exchange = await sequence.api.messages.list(sequence.id(slot), query);
    const items = dataOf(exchange.body);
    shown.push(...items);
    const last = idOf(items.at(-1));
    if (items.length < messagesAsked || page === mostPages || typeof last !== 'string')
      return { exchange, shown };
    startingAfter = last;
  }
}

/** One message alone shows what the model says; a message of a deleted conversation is not found, then and later. */
export async function single(sequence: Sequence, { slot, back }: MessageStep): Promise<void> {
  const living = messageAt(sequence.conversation(slot), back);
  const dead = sequence.state.deleted.get(slot)?.messageIds.at(-1 - back);
  const id = living?.id ?? dead;
  if (id === undefined) return;
  const requirement = living
    ? 'MESSAGE-SEND-01'
    : sequence.conversation(slot)
      ? 'DELETE-REBIRTH-03'
      : 'DELETE-GONE-03';
  let exchange: Exchange | undefined;
  const wrong = await sequence.session.look(async () => {
    exchange = await sequence.api.messages.get(sequence.id(slot), id);
    const received = describeExchange(exchange).replace(/^#\d+ /, '');
    if (living === undefined)
      return succeeded(exchange) && idOf(exchange.body) === id
        ? { expected: 'no such message', received }
        : undefined;
    if (!succeeded(exchange) || !isObject(exchange.body)) return { expected: 'the message', received };
    return messageDifference(exchange.body, living);
  });
  if (wrong !== undefined && exchange !== undefined)
    throw sequence.contradiction([requirement], 'one message', wrong.expected, exchange, wrong.received);
}

interface Wrong {
  readonly ids: readonly string[];
  readonly claim: string;
  readonly expected: string;
  readonly received: string;
}

function judge(
  exchange: Exchange,
  shown: readonly Readonly<Record<string, unknown>>[],
  sequence: Sequence,
  slot: Slot,
): Wrong | undefined {
  const conversation = sequence.conversation(slot);
  const ids = shown.map((one) => one['id']);
  if (conversation === undefined) {
    const dead = succeeded(exchange) && ids.length > 0;
    if (!dead) return undefined;
    return {
      ids: ['DELETE-GONE-03'],
      claim: 'messages of a deleted conversation',
      expected: 'no messages',
      received: show(ids),
    };
  }
  const old = sequence.state.deleted.get(slot)?.messageIds ?? [];
  const claim = 'the list of messages';
  if (!succeeded(exchange))
    return {
      ids: ['MESSAGE-SEND-01'],
      claim,
      expected: 'a success (200)',
      received: String(exchange.status),
    };
  const { messages } = conversation;
  const wanted = messages.map(({ id }) => id).reverse();
  if ([...ids].sort().join('\n') !== [...wanted].sort().join('\n')) {
    const again = ids.some((id) => old.includes(String(id)));
    const requirements = again
      ? ['DELETE-REBIRTH-03']
      : [messages.length > 0 ? 'MESSAGE-SEND-01' : 'MESSAGE-LAST-01'];
    return { ids: requirements, claim, expected: show(wanted), received: show(ids) };
  }
  const known = settleMessages(shown, messages);
  for (const [index, message] of known.entries()) {
    const earlier = known[index - 1];
    const [at = 0, before = 0] = [message.createdAt, earlier?.createdAt];
    if (
      earlier !== undefined &&
      (at < before || (at > before && ids.indexOf(message.id) > ids.indexOf(earlier.id)))
    )
      return {
        ids: ['MESSAGE-SEND-01'],
        claim: 'messages stand newest first',
        expected: show(wanted),
        received: show(ids),
      };
    const difference = messageDifference(shown.find(({ id }) => id === message.id) ?? {}, message);
    if (difference !== undefined) {
      const { expected, received, surplus } = difference;
      const requirement =
        difference.aspect !== 'readBy' ? 'MESSAGE-SEND-01' : surplus ? 'READ-READ-03' : 'READ-READ-02';
      return { ids: [requirement], claim: `a listed message: ${difference.aspect}`, expected, received };
    }
  }
  return undefined;
}

/** Items of a list; none where the answer is no list. */
export function dataOf(body: unknown): readonly unknown[] {
  return isObject(body) && Array.isArray(body['data']) ? body['data'] : [];
}

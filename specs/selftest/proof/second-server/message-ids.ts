import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Entry, ConversationEvent } from './events.ts';
import type { Choices } from './switches/index.ts';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const random = (length: number): string =>
  Array.from({ length }, () => letters[randomInt(letters.length)]).join('');

const makers: Readonly<Record<Exclude<Choices['messageIds'], 'count'>, () => string>> = {
  letters: () => `msg_${random(22)}`,
  uuid: () => randomUUID(),
  decimal: () => String(randomInt(1e14)),
  base64: () => `+/${randomBytes(16).toString('base64')}`,
  unicode: () => `сообщение_${random(12)}`,
  long: () => `msg_${random(196)}`,
};

/** A new message id. Counted ids go on after a deletion, so that an old id never names a new message. */
export const newMessageId = (
  choices: Choices,
  entries: readonly Entry<ConversationEvent>[],
  index: number,
): string => {
  if (choices.messageIds !== 'count') return makers[choices.messageIds]();
  return String(entries.filter(({ event }) => event.type === 'MessageSent').length + index + 1);
};

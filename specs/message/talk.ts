import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import type { Query } from '../../fixtures/client/url.ts';
import type { Conversation } from '../../fixtures/scenario/given.ts';
import { Blocked, Violation } from '../../fixtures/scenario/outcome.ts';
import { conversationsIn, type ConversationState, type MessageState } from '../../fixtures/reading/read.ts';
import { show } from '../../fixtures/reading/show.ts';
import { eachOnce, walkUntil } from '../../fixtures/reading/walk.ts';

/** The listed message with this text. */
export function saying({ text }: { text: string }, list: readonly MessageState[]): MessageState {
  const found = list.find((message) => message.text === text);
  if (!found) throw new Violation(`a listed message with the text ${show(text)}`, 'none');
  return found;
}

/**
 * What a list that is newest first has in the wrong order. Messages with equal timestamps may stand either way.
 *
 * @param sent in the order of sending
 */
export function outOfOrder(
  sent: readonly { readonly text: string }[],
  list: readonly MessageState[],
): string[] {
  const places = sent.map((message) => list.indexOf(saying(message, list)));
  return places.flatMap((place, index) =>
    places.slice(0, index).flatMap((earlier) => {
      const [before, after] = [list[earlier], list[place]];
      if (earlier > place || before?.createdAt === after?.createdAt) return [];
      return [`${show(before?.text)} before ${show(after?.text)}, which was sent later`];
    }),
  );
}

/**
 * What the list of all conversations says about these, which have messages, in the order of the list.
 *
 * @param pages where the pages that were looked at are kept
 */
export async function listing(
  api: Api,
  pages: Exchange[],
  ...conversations: readonly Conversation[]
): Promise<readonly ConversationState[]> {
  const wanted = conversations.map(({ id }) => id);
  const list = async (query: Query): Promise<Exchange> => {
    const page = await api.conversations.list(query);
    pages.push(page);
    return page;
  };
  const { exchanges } = await walkUntil(list, {}, (ids) => wanted.every((id) => ids.includes(id)));
  const found = eachOnce(exchanges.flatMap(conversationsIn)).filter(({ id }) => wanted.includes(String(id)));
  if (found.length < wanted.length || found.some(({ lastMessage }) => !lastMessage))
    throw new Blocked('a conversation or its last message is not listed');
  return found;
}

import type { Check } from '../../fixtures/scenario/check.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { conversationIn, timestamp, type ConversationState } from '../../fixtures/reading/read.ts';
import type { Life } from './life.ts';

/** Claims about what was read, and listed, while a conversation got messages and was changed. */
export async function judgeReadings(
  check: Check,
  life: Life,
  sender: { readonly id: string },
): Promise<void> {
  const { id, first, texts, sent, readings, lists, steps } = life;
  const [talked, again] = readings;

  await check('RETRIEVE-FOUND-06', 'createdAt is the same after all that', () => {
    const createdAt = timestamp(conversationIn(first).createdAt, 'createdAt');
    for (const { read } of Object.values(steps)) expect(conversationIn(read).createdAt).toBe(createdAt);
  });

  await check('RETRIEVE-FOUND-07', 'lastMessage is null while there is none', () =>
    expect(first).toShow({ lastMessage: null }),
  );
  await check('RETRIEVE-FOUND-07', 'lastMessage is the newest message of this conversation', async () => {
    const { here } = sent();
    const { lastMessage } = conversationIn(talked);
    const newest = (await life.newest(lastMessage?.id)).find((one) => one === lastMessage?.id) ?? here.at(-1);
    const text = texts[here.findIndex((one) => one === newest)];
    const shown = { id: newest, text, senderId: sender.id, conversationId: id };
    expect({ ...lastMessage }).toMatchObject(shown);
  });

  await check('RETRIEVE-FOUND-08', 'a second reading equals the first', () =>
    expect(conversationIn(again)).toEqual(conversationIn(talked)),
  );
  await check('RETRIEVE-FOUND-08', 'reading leaves the conversation as it is listed', () => {
    const [before, after] = [lists.unread(), lists.read()];
    for (const item of before) expect(after.find((one) => one.id === item.id)).toEqual(item);
  });
  await check('RETRIEVE-FOUND-08', 'reading does not move it in the list', () =>
    expect(places(lists.read())).toEqual(places(lists.unread())),
  );
  await check('PUT-MERGE-13', 'PUT does not move it in the list', () => {
    if (!steps.messages.after.lastMessage)
      throw new Blocked('the conversation shows no last message, so PUT could not move it');
    expect(steps.messages.put).toSucceed();
    expect(places(lists.changed())).toEqual(places(lists.read()));
  });
}

/** Ids in the order of a list; sorted where equal timestamps leave the order open. */
function places(items: readonly ConversationState[]): unknown[] {
  const times = new Set(items.map(({ lastMessage }) => lastMessage?.createdAt));
  const ids = items.map(({ id }) => String(id));
  return times.size === items.length ? ids : ids.sort();
}

import type { Check } from '../../fixtures/scenario/check.ts';
import type { Given } from '../../fixtures/scenario/given.ts';
import { conversationIn } from '../../fixtures/reading/read.ts';
import { expect } from '../../fixtures/test.ts';
import type { Scene } from './scene.ts';
import { isUnread, readStates } from './states.ts';

/** Judges what the first messages of a conversation do, and a mark before there are any. */
export async function judgeFirstMessages(
  { given, check }: { given: Given; check: Check },
  { alice, bob, carol, dave, early, start }: Scene,
): Promise<void> {
  const others = [alice, bob, dave];
  const newIsRead = () =>
    given.holds('a new conversation is not unread', () =>
      Promise.resolve(
        expect(readStates(conversationIn(early.read), others)).toEqual({
          Alice: false,
          Bob: false,
          Dave: false,
        }),
      ),
    );

  await check('READ-UNREAD-03', 'a conversation without messages is marked as unread', async () => {
    await newIsRead();
    expect(early.marked).toSucceed();
    expect(isUnread(conversationIn(early.read), carol)).toBe(true);
  });
  await check('READ-MESSAGE-01', 'a message makes it unread for all but the sender', async () => {
    await newIsRead();
    const states = readStates(start, [alice, bob, carol, dave]);
    expect(states).toEqual({ Alice: false, Bob: true, Carol: true, Dave: true });
  });
}

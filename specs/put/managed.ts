import { refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { conversationIn, fieldIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import type { Step, World } from './steps.ts';

/** Claims about attributes that the server manages. The last thing to happen to a conversation: its id may change. */
export async function judgeManaged({ api, given, check, eventually, data }: World, { after: before }: Step) {
  const conversationId = String(before.id);
  const subject = data.subject();
  const stranger = given.newId();
  const managed = { id: stranger, createdAt: 1, lastMessage: { id: stranger, text: subject } };
  const send = (body: object): Promise<Exchange> =>
    api.call('putConversation', { conversationId }, { body, deliberate: true });
  const together = await send({ subject, ...managed });
  // A target that refuses one of them may still take another.
  const alone = refused(together)
    ? await Promise.all(Object.entries(managed).map(([name, value]) => send({ subject, [name]: value })))
    : [together];
  const read = await lastReading(
    eventually,
    () => api.conversations.get(conversationId),
    (reading) => expect(reading).toShow(alone.some(succeeded) ? { subject } : {}),
  );

  const sole = await check('PUT-MERGE-11', 'id cannot be set', () => {
    for (const put of alone) if (!refused(put)) expect(put).toSucceed();
    expect(fieldIn(read, 'id'), 'id').toBe(conversationId);
    if (alone.some(succeeded)) expect(read).toShow({ subject });
  });
  if (!sole) await given.api.conversations.remove(stranger);
  for (const name of ['createdAt', 'lastMessage'] as const)
    await check('PUT-MERGE-11', `${name} cannot be set`, () =>
      expect(conversationIn(read)[name]).toEqual(before[name]),
    );
}

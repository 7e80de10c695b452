import type { Check } from '../../fixtures/scenario/check.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { expect } from '../../fixtures/test.ts';
import type { Scene, Tools } from './scene.ts';
import { requireAbsent, requireNoMessage, type Sighting } from './sightings.ts';

/** Judges that the conversation is in none of the lists in which it was. */
export async function judgeLists(
  check: Check,
  row: string,
  { id }: Scene,
  places: Readonly<Record<string, () => Sighting>>,
): Promise<void> {
  for (const [place, seen] of Object.entries(places))
    await check(row, `gone from ${place}`, async () => {
      await seen().shows((now) => requireAbsent(now, id));
    });
}

/** Two ways to read messages, of which the conversation had shown the last one before. */
export async function readingsOfMessages({ api, given }: Tools, { id, controls, seen }: Scene) {
  const sent = await given.optional(() =>
    given.holds('the conversation shows a message before it is deleted', () => {
      // Sent in one call, they may have one timestamp: which of them is the last one is not documented.
      const last = String(seen.lastMessage?.id);
      expect(controls.send()).toContain(last);
      return Promise.resolve(last);
    }),
  );
  return {
    'the list of messages': () => {
      sent();
      return (): Promise<Exchange> => api.messages.list(id);
    },
    'a single message': () => {
      const messageId = sent();
      return (): Promise<Exchange> => api.messages.get(id, messageId);
    },
  };
}

export type Readings = Awaited<ReturnType<typeof readingsOfMessages>>;

/** Judges that no way to read messages shows one. */
export async function judgeMessages(
  { eventually }: Tools,
  check: Check,
  row: string,
  readings: Readings,
): Promise<void> {
  for (const [what, reading] of Object.entries(readings))
    await check(row, `${what} holds none of the old messages`, async () => {
      const read = reading();
      await eventually(async () => requireNoMessage(await read()));
    });
}

/** Judges that calls which succeeded before are refused now and do not bring the conversation back. */
export async function judgeCalls(
  { api, eventually, given, data }: Tools,
  check: Check,
  scene: Scene,
): Promise<void> {
  const { id, alice, bob, grace, later, controls } = scene;
  const message = { type: 'UserMessage' as const, sender: alice.id, text: data.text() };
  const calls: Record<string, { control: () => Promise<unknown>; call: () => Promise<Exchange> }> = {
    'sending a message': {
      control: () => Promise.resolve(controls.send()),
      call: () => api.messages.send(id, [message]),
    },
    'marking as read': {
      control: async () => {
        if ([404, 405, 501].includes(controls.mark().status)) await given.readState(later, bob);
        await given.done('marking as unread', controls.mark());
      },
      call: () => api.readState.set(bob.id, id, { isUnread: false }),
    },
    'changing the settings of a participant': {
      control: () => given.done('changing settings', controls.modify),
      call: () => api.participants.modify(id, bob.id, { notify: true }),
    },
  };
  for (const [what, { control, call }] of Object.entries(calls)) {
    const held = await check('DELETE-GONE-05', `${what} is refused`, async () => {
      await control();
      await eventually(async () => expect(await call()).toBeRefused());
    });
    // The next claim stands on a deleted conversation, whatever became of this one.
    if (!held) await given.api.conversations.remove(id);
  }
  // Leaving is idempotent, so its answer is not judged.
  await api.participants.leave(id, grace.id);
  await check('DELETE-GONE-05', 'neither these calls nor leaving bring it back', async () => {
    await eventually(async () => expect(await api.conversations.get(id)).toBeRefused());
  });
}

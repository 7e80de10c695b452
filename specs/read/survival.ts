import type { Data } from '../../fixtures/builders/data.ts';
import type { Check } from '../../fixtures/scenario/check.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { Given, Person } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/test.ts';
import type { Scene } from './scene.ts';
import { isUnread } from './states.ts';

/**
 * Judges that an unread mark of bob survives what has nothing to do with it.
 *
 * @param newcomer somebody who does not take part yet
 * @param stands whether bob has read all messages and marked the conversation as unread
 */
export async function judgeThatMarkSurvives(
  { api, given, data }: { api: Api; given: Given; data: Data },
  check: Check,
  { conversation: { id }, view, alice, bob, dave }: Scene,
  newcomer: Person,
  stands: () => Promise<void>,
): Promise<void> {
  const update = { subject: data.subject(), participants: [newcomer.id] };
  const held = await check(
    'READ-MESSAGE-03',
    'the mark survives a PUT, others who leave, and their settings',
    async () => {
      await stands();
      await given.done('updating', api.conversations.put(id, update));
      await given.done('leaving', api.participants.leave(id, dave.id));
      await given.done('changing settings', api.participants.modify(id, alice.id, { notify: false }));
      await given.holds('the changes are visible', async () => {
        const { subject, participants } = await view.read();
        expect(subject).toBe(update.subject);
        expect(Object.keys(participants)).toContain(newcomer.id);
        expect(Object.keys(participants)).not.toContain(dave.id);
        expect(participants[alice.id]?.notify).toBe(false);
      });
      expect(isUnread(view.last, bob)).toBe(true);
    },
  );
  // What comes next has to know who is left.
  if (!held) await given.optional(() => given.holds('the conversation can be read', () => view.read()));
}

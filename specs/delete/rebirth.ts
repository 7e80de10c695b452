import type { Check } from '../../fixtures/scenario/check.ts';
import { differences } from '../../fixtures/reading/differences.ts';
import { timestamp, type ConversationState } from '../../fixtures/reading/read.ts';
import { expect } from '../../fixtures/test.ts';
import type { View } from '../../fixtures/reading/view.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { Blocked, NotApplicable } from '../../fixtures/scenario/outcome.ts';
import type { Scene, Tools } from './scene.ts';
import { holding, listed, orderOf, type Sighting } from './sightings.ts';

/**
 * Judges that a conversation that was created again is like one that has never been there.
 *
 * @param fresh a conversation that was created in the same way under an id that was new
 */
export async function judgeRebirth(
  { given }: Tools,
  check: Check,
  { bob, seen }: Scene,
  reborn: View,
  fresh: () => ConversationState,
): Promise<void> {
  for (const name of ['subject', 'photoUrl', 'welcomeMessages', 'custom'] as const)
    await check('DELETE-REBIRTH-01', `no old ${name}`, async () => {
      const never = { [name]: fresh()[name] };
      await given.holds(`${name} was set`, () =>
        Promise.resolve(expect({ [name]: seen[name] }).not.toEqual(never)),
      );
      await reborn.shows((now) =>
        expect(differences(never, { [name]: now[name] }), 'differences').toEqual([]),
      );
    });
  await check('DELETE-REBIRTH-02', 'no old participants', async () => {
    await given.holds('there were more participants', () =>
      Promise.resolve(expect(Object.keys(seen.participants)).not.toEqual([bob.id])),
    );
    await reborn.shows((now) => expect(Object.keys(now.participants)).toEqual([bob.id]));
  });
  for (const name of ['access', 'notify', 'isUnread'] as const)
    await check('DELETE-REBIRTH-02', `no old ${name} of a person who is added again`, async () => {
      const never = { [name]: fresh().participants[bob.id]?.[name] };
      await given.holds(`bob has another ${name} than the default before the deletion`, () =>
        Promise.resolve(expect({ [name]: seen.participants[bob.id]?.[name] }).not.toEqual(never)),
      );
      await reborn.shows((now) =>
        expect(differences(never, { [name]: now.participants[bob.id]?.[name] }), 'differences').toEqual([]),
      );
    });
  await check('DELETE-REBIRTH-03', 'no old last message', async () => {
    const { lastMessage } = fresh();
    await given.holds('the conversation shows a last message before the deletion', () =>
      Promise.resolve(expect(seen.lastMessage).toBeTruthy()),
    );
    await reborn.shows((now) =>
      expect(differences({ lastMessage }, { lastMessage: now.lastMessage }), 'differences').toEqual([]),
    );
  });
}

/** Judges that it has a createdAt of its own, and stands where a conversation of that time stands. */
export async function judgePlace(
  tools: Tools,
  check: Check,
  scene: Scene,
  reborn: View,
  laterNow: View,
  listBefore: () => Sighting,
): Promise<void> {
  const { api, given, eventually, data } = tools;
  const { id, later, bob } = scene;
  const between = () => timestamp(laterNow.last.createdAt, 'createdAt');

  /** The ids of the two, the later conversation and the one that was created again, as far as the list tells. */
  const order = async (query: Query): Promise<string[]> => {
    const { conversations } = await listed(
      (asked) => api.conversations.list(asked),
      query,
      holding(later.id),
    );
    const ids = orderOf(conversations, [id, later.id]);
    if (!ids.includes(later.id)) throw new Blocked('another conversation is not listed');
    return ids;
  };

  await check('DELETE-REBIRTH-04', 'its createdAt is not the old one', async () => {
    await given.holds('the clock of the target told the two apart', () =>
      Promise.resolve(expect(between()).toBeGreaterThan(scene.createdAt())),
    );
    await reborn.shows((now) =>
      expect(timestamp(now.createdAt, 'createdAt')).toBeGreaterThanOrEqual(between()),
    );
  });
  await check('DELETE-REBIRTH-04', 'it stands by its own createdAt', async () => {
    await reborn.shows((now) => {
      if (now.createdAt === between()) throw new NotApplicable('the clock of the target is too coarse');
    });
    await eventually(async () => expect(await order({ orderBy: 'createdAt' })).toEqual([id, later.id]));
  });
  await check('DELETE-REBIRTH-04', 'it stands by its own last activity', async () => {
    const before = orderOf(listBefore().before, [id, later.id]);
    await given.holds('the order of last activity told the two apart', () =>
      Promise.resolve(expect(before).toEqual([later.id, id])),
    );
    await given.messages({ id }, { from: bob, text: data.text() });
    await eventually(async () => expect(await order({})).toEqual([id, later.id]));
  });
}

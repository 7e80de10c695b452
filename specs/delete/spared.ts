import type { Check } from '../../fixtures/scenario/check.ts';
import { differences } from '../../fixtures/reading/differences.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { fieldIn, type ConversationState } from '../../fixtures/reading/read.ts';
import { expect } from '../../fixtures/test.ts';
import type { View } from '../../fixtures/reading/view.ts';
import type { Scene, Tools } from './scene.ts';
import { orderOf, type Sighting } from './sightings.ts';

const userFields = [
  'id',
  'name',
  'photoUrl',
  'welcomeMessage',
  'custom',
  'email',
  'phone',
  'role',
  'createdAt',
];

/** The data of a user. */
export async function profileOf({ api }: Tools, userId: string): Promise<Record<string, unknown>> {
  const read = await api.users.get(userId);
  return Object.fromEntries(userFields.map((name) => [name, fieldIn(read, name)]));
}

/** Judges that those who took part are users as before. */
export async function judgeUsers(
  tools: Tools,
  check: Check,
  { grace, dave }: Scene,
  profile: () => Record<string, unknown>,
): Promise<void> {
  const { eventually } = tools;
  await check('DELETE-SPARE-01', 'a participant is a user with the same data', async () => {
    const before = profile();
    await eventually(async () =>
      expect(differences(before, await profileOf(tools, grace.id)), 'differences').toEqual([]),
    );
  });
  await check('DELETE-SPARE-01', 'a former participant is a user', async () => {
    await eventually(async () => expect((await profileOf(tools, dave.id))['name']).toBe(dave.name));
  });
}

/**
 * The later conversation before the other one was deleted, as the list shows it; read by itself only where the list does
 * not show it with its message and with what each participant has read.
 */
export async function laterBefore({ given }: Tools, scene: Scene, view: View, list: () => Sighting) {
  const { later, laterMessages } = scene;
  const [message] = laterMessages();
  const item = find(whereSeen(list)?.before ?? [], later.id);
  const reads = Object.values(item?.participants ?? {});
  const isWhole = reads.length > 0 && reads.every(({ isUnread }) => isUnread !== undefined);
  if (item && isWhole && item.lastMessage?.id === message) return { state: item, isListed: true };
  return given.holds('another conversation shows its message', async () => {
    if ((await view.read()).lastMessage?.id !== message) throw new Blocked('it does not');
    return { state: view.last, isListed: false };
  });
}

export type LaterBefore = Awaited<ReturnType<typeof laterBefore>>;

/** Judges that other conversations of the same people are as they were and where they were. */
export async function judgeOthers(
  check: Check,
  { earlier, later }: Scene,
  before: () => LaterBefore,
  laterNow: View,
  lists: Readonly<Record<'the list of all conversations' | 'the list of a person', () => Sighting>>,
): Promise<void> {
  await check('DELETE-SPARE-02', 'another conversation of the same people is as before', async () => {
    const { state, isListed } = before();
    const same = (now: ConversationState | undefined): void =>
      expect(differences(state, now), 'differences').toEqual([]);
    if (isListed) await lists['the list of all conversations']().shows((now) => same(find(now, later.id)));
    else await laterNow.shows(same);
  });
  const both = [earlier.id, later.id];
  for (const [list, seen] of Object.entries(lists))
    await check('DELETE-SPARE-02', `others are as before in ${list}`, async () => {
      const sighting = seen();
      const { before } = sighting;
      if (orderOf(before, both).length < both.length) throw new Blocked('others were not listed before');
      await sighting.shows((now) => {
        expect(placesOf(now, both)).toEqual(placesOf(before, both));
        expect(differences(find(before, earlier.id), find(now, earlier.id)), 'differences').toEqual([]);
      });
    });
}

/** Ids in the order listed; sorted where equal timestamps leave the order open. */
function placesOf(conversations: readonly ConversationState[], ids: readonly string[]): string[] {
  const order = orderOf(conversations, ids);
  const times = order.map((id) => find(conversations, id)?.lastMessage?.createdAt);
  return new Set(times).size < times.length ? order.sort() : order;
}

function find(conversations: readonly ConversationState[], id: string): ConversationState | undefined {
  return conversations.find((one) => one.id === id);
}

/**
 * Judges that conversations with similar ids are still there.
 *
 * @param list a list in which the earlier conversation was seen as well
 */
export async function judgeLookAlikes(
  check: Check,
  { bob, earlier }: Scene,
  now: { readonly earlier: View; readonly later: View; readonly variant: View },
  list: () => Sighting,
): Promise<void> {
  const takesPart = (view: View): Promise<void> =>
    view.shows((state) => expect(state.participants[bob.id]).toBeDefined());
  await check('DELETE-SPARE-03', 'an id that is a prefix and a suffix of the deleted one', async () => {
    const sighting = whereSeen(list);
    // No further request where the list tells it.
    if (!sighting || find(sighting.before, earlier.id) === undefined) return takesPart(now.earlier);
    await sighting.shows((all) => expect(orderOf(all, [earlier.id])).toEqual([earlier.id]));
  });
  await check('DELETE-SPARE-03', 'an id that begins with the deleted one', () => takesPart(now.later));
  await check('DELETE-SPARE-03', 'an id that differs in letter case only', () => takesPart(now.variant));
}

function whereSeen(list: () => Sighting): Sighting | undefined {
  try {
    return list();
  } catch (error) {
    if (error instanceof Blocked) return undefined;
    throw error;
  }
}

import type { Query } from '../../fixtures/client/url.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { conversationsIn, type ConversationState } from '../../fixtures/read.ts';
import { pageSize } from '../../fixtures/walk.ts';
import { isAssertion } from '../../fixtures/judgement.ts';
import { makeSighting, sighting, type Sighting } from './sightings.ts';
import { requires, type Scene, type Tools } from './scene.ts';

/** Where a conversation was seen, by place; asking for a place where it was not blocks. */
export type Places<Name extends string = string> = Readonly<Record<Name, () => Sighting>>;

/** An API version in which a conversation stays in the list of a person who has left it. */
const keepsFormer = '2021-02-09';

type Settled = (conversations: readonly ConversationState[]) => boolean;

/** Whether the others are listed with their messages. */
function othersAreIn({ earlier, later, controls }: Scene): Settled {
  return (conversations) =>
    [earlier, later].every(({ id }) => {
      const other = conversations.find((one) => one.id === id);
      return other !== undefined && (other.lastMessage !== null || !controls.talks);
    });
}

/** Looks for the conversation in the list of all conversations, narrowed so that foreign ones do not matter. */
export async function placesInLists(tools: Tools, scene: Scene) {
  const { api, target } = tools;
  const look = (query: () => Query, settled?: Settled): Promise<() => Sighting> =>
    sighting(tools, scene.id, (asked) => api.conversations.list(asked), query, settled);
  return {
    'the default order': await look(() => ({}), othersAreIn(scene)),
    'createdAt DESC, starting after an earlier one': await look(() => ({
      orderBy: 'createdAt',
      startingAfter: scene.later.id,
    })),
    'createdAt ASC': await look(() => ({
      orderBy: 'createdAt',
      orderDirection: 'ASC',
      offsetTs: scene.createdAt() - 1,
    })),
    'lastActivity ASC with lastMessageAfter': await look(() => ({
      orderDirection: 'ASC',
      lastMessageAfter: scene.lastMessageAt() - 1,
    })),
    'a custom filter': await look(() => {
      requires(target, 'filters');
      const category = scene.attributes.custom?.['category'];
      return { filter: JSON.stringify({ custom: { category: ['==', category] } }) };
    }),
  } satisfies Places;
}

/** Looks for the conversation in the list of each person who takes part. */
export async function placesInInboxes(tools: Tools, scene: Scene) {
  const { api, target } = tools;
  const look = (userId: string): Promise<() => Sighting> =>
    sighting(
      tools,
      scene.id,
      (query) => api.inbox.list(userId, query),
      () => {
        requires(target, 'inbox');
        return {};
      },
      othersAreIn(scene),
    );
  return {
    'the list of alice': await look(scene.alice.id),
    'the list of bob': await look(scene.bob.id),
    'the list of grace': await look(scene.grace.id),
  } satisfies Places;
}

/**
 * Looks for the conversation in the list of the person who has left it, which shows it in old API versions. Where it
 * does not, the list of the target's own version has to do.
 */
export async function placeOfFormer({ api, given, eventually, target }: Tools, { id, dave }: Scene) {
  const look = async (): Promise<Sighting> => {
    requires(target, 'inbox');
    const then = api.with({ apiVersion: keepsFormer });
    const before = await conversationsOf(() => then.inbox.list(dave.id, { limit: pageSize }));
    const { inbox } = before.some((one) => one.id === id) ? then : api;
    const again = (): Promise<readonly ConversationState[]> =>
      conversationsOf(() => inbox.list(dave.id, { limit: pageSize }));
    return makeSighting(eventually, before, again);
  };
  return { 'the list of dave, who had left': await given.optional(look) } satisfies Places;
}

/** What a list shows; nothing where it answers no list. */
async function conversationsOf(list: () => Promise<Exchange>): Promise<readonly ConversationState[]> {
  try {
    return conversationsIn(await list());
  } catch (error) {
    if (!isAssertion(error)) throw error;
    return [];
  }
}

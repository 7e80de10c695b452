import type { Query } from '../../fixtures/client/url.ts';
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Conversation, Person } from '../../fixtures/scenario/given.ts';
import { conversationsIn, type ConversationState } from '../../fixtures/reading/read.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { makeSighting, placeBefore, sighting, type Sighting } from './sightings.ts';
import { requires, type Scene, type Tools } from './scene.ts';

/** Where a conversation was, by place; asking for a place where it was looked for and not seen blocks. */
export type Places<Name extends string = string> = Readonly<Record<Name, () => Sighting>>;

/** An API version in which a conversation stays in the list of a person who has left it. */
const keepsFormer = '2021-02-09';

type List = (query: Query) => Promise<Exchange>;
type Settled = (conversations: readonly ConversationState[]) => boolean;

/** Whether the others are listed with their messages. */
function othersAreIn({ earlier, later, controls }: Scene): Settled {
  return (conversations) =>
    [earlier, later].every(({ id }) => {
      const other = conversations.find((one) => one.id === id);
      return other !== undefined && (other.lastMessage !== null || !controls.talks);
    });
}

/** The lists of all conversations: the default one as it was before, and the place that it had in others. */
export async function placesInLists(tools: Tools, scene: Scene) {
  const { api, target } = tools;
  const list: List = (asked) => api.conversations.list(asked);
  const at = (neighbour: Conversation, query: () => Query): (() => Sighting) =>
    placeBefore(tools, neighbour.id, list, query);
  return {
    'the default order': await sighting(tools, scene.id, list, () => ({}), othersAreIn(scene)),
    'createdAt DESC, starting after a later one': at(scene.earlier, () => ({
      orderBy: 'createdAt',
      startingAfter: scene.later.id,
    })),
    'createdAt ASC': at(scene.later, () => ({
      orderBy: 'createdAt',
      orderDirection: 'ASC',
      offsetTs: scene.createdAt() - 1,
    })),
    'lastActivity ASC with lastMessageAfter': at(scene.later, () => ({
      orderDirection: 'ASC',
      lastMessageAfter: scene.lastMessageAt() - 1,
    })),
    // The later one has the same category.
    'a custom filter': at(scene.later, () => {
      requires(target, 'filters');
      const category = scene.attributes.custom?.['category'];
      return { filter: JSON.stringify({ custom: { category: ['==', category] } }) };
    }),
  } satisfies Places;
}

/** The list of each person who takes part: of one as it was before, and the place that it had in the others. */
export async function placesInInboxes(tools: Tools, scene: Scene) {
  const { api, target } = tools;
  const listOf =
    ({ id }: Person): List =>
    (query) =>
      api.inbox.list(id, query);
  const query = (asked: Query) => (): Query => {
    requires(target, 'inbox');
    return asked;
  };
  const at = (person: Person): (() => Sighting) =>
    placeBefore(tools, scene.earlier.id, listOf(person), query({ orderBy: 'createdAt' }));
  return {
    'the list of alice': await sighting(tools, scene.id, listOf(scene.alice), query({}), othersAreIn(scene)),
    'the list of bob': at(scene.bob),
    'the list of grace': at(scene.grace),
  } satisfies Places;
}

/**
 * The list of the person who has left it, which shows it in old API versions. Where that cannot be read, the list of the
 * target's own version has to do.
 */
export function placeOfFormer({ api, eventually, target }: Tools, { dave }: Scene) {
  const then = api.with({ apiVersion: keepsFormer });
  const look = async (): Promise<readonly ConversationState[]> => {
    requires(target, 'inbox');
    const list = await then.inbox.list(dave.id, { limit: pageSize });
    return conversationsIn(succeeded(list) ? list : await api.inbox.list(dave.id, { limit: pageSize }));
  };
  const seen = makeSighting(eventually, [], look);
  return { 'the list of dave, who had left': () => seen } satisfies Places;
}

/** Simpler forms of a step: each leaves one thing out, or says it in plainer words. Pure. */
import type { Attributes } from '../model/calls.ts';
import type { Draft, InboxStep, ListStep, Step } from './steps.ts';

const plainText = 'Shoes';

/**
 * In the order in which they are tried; their positions are part of what `--replay` takes. Of a call that changes
 * something, the reading comes first that follows it: where it shows the same alone, an earlier call is to blame.
 */
export function simpler(step: Step): readonly Step[] {
  const plainer = simplerForms(step);
  return changes.has(step.do) && 'slot' in step ? [{ do: 'get', slot: step.slot }, ...plainer] : plainer;
}

const changes: ReadonlySet<Step['do']> = new Set([
  ...(['put', 'join', 'modify', 'leave', 'mark', 'send', 'edit', 'unsend', 'delete', 'wrong'] as const),
  'wrongKey',
  'putUser',
]);

function simplerForms(step: Step): readonly Step[] {
  switch (step.do) {
    case 'put':
      return [
        ...(step.marker ? [{ ...step, marker: false }] : []),
        ...simplerBodies(step.body).map((body) => ({ ...step, body })),
      ];
    case 'join':
    case 'modify':
      return withoutOne(step.settings).map((settings) => ({ ...step, settings }));
    case 'send':
      return simplerLists(step.drafts, simplerDrafts)
        .filter((drafts) => drafts.length > 0)
        .map((drafts) => ({ ...step, drafts }));
    case 'edit':
      return withoutOne(step.change).map((change) => ({ ...step, change }));
    case 'list':
      return simplerQuestions(step);
    case 'inbox':
      return simplerInboxes(step);
    default:
      return [];
  }
}

/** The object without each of its members in turn. */
function withoutOne<Whole extends object>(whole: Whole): Whole[] {
  return Object.keys(whole).map(
    (name) => Object.fromEntries(Object.entries(whole).filter(([other]) => other !== name)) as Whole,
  );
}

/** The list without each of its items in turn, then with each of them simpler. */
function simplerLists<Item>(
  items: readonly Item[],
  simplerItems: (item: Item) => readonly Item[] = () => [],
): Item[][] {
  return [
    ...items.map((_, position) => items.toSpliced(position, 1)),
    ...items.flatMap((item, position) => simplerItems(item).map((other) => items.with(position, other))),
  ];
}

function simplerBodies(body: Attributes): Attributes[] {
  const { participants, custom, welcomeMessages } = body;
  return [
    // An empty body is another matter.
    ...(Object.keys(body).length > 1 ? withoutOne(body) : []),
    ...simplerLists(participants ?? []).map((list) => ({ ...body, participants: list })),
    ...simplerMaps(custom ?? {}).map((map) => ({ ...body, custom: map })),
    ...simplerLists(welcomeMessages ?? [], simplerTexts).map((list) => ({ ...body, welcomeMessages: list })),
    ...simplerTexts(body.subject).map((subject) => ({ ...body, subject })),
  ];
}

function simplerMaps<Value extends string | null>(
  map: Readonly<Record<string, Value>>,
): Record<string, Value>[] {
  return simplerLists(Object.entries(map), ([key, value]) =>
    simplerTexts(value).map((text): [string, Value] => [key, text as Value]),
  ).map((entries) => Object.fromEntries(entries));
}

/** Only letters are plain, and null and nothing cannot be said plainer. */
function simplerTexts(text: string | null | undefined): string[] {
  return typeof text !== 'string' || /^[A-Za-z]*$/.test(text) ? [] : [plainText];
}

function simplerDrafts(draft: Draft): Draft[] {
  const { custom, ...withoutCustom } = draft;
  const { isReply, ...withoutAnswer } = draft;
  return [
    ...(custom === undefined ? [] : [withoutCustom]),
    ...(isReply === undefined ? [] : [withoutAnswer]),
    ...simplerTexts(draft.text).map((text) => ({ ...draft, text })),
  ];
}

function simplerQuestions(step: ListStep): ListStep[] {
  const { markerLast, ...bare } = step;
  return [
    ...withFewer(step, 'tests'),
    ...withFewer(step, 'bounds'),
    ...(markerLast ? [bare] : []),
    ...(step.limit === 30 ? [] : [{ ...step, limit: 30 }]),
    ...withoutOne(step.order).map((order) => ({ ...step, order })),
  ];
}

function simplerInboxes(step: InboxStep): InboxStep[] {
  const { then, ...alone } = step;
  return [
    ...(then === undefined ? [] : [{ ...alone, user: then }, alone]),
    ...(step.unreadsOnly ? [{ ...step, unreadsOnly: false }] : []),
    ...withFewer(step, 'bounds'),
    ...(step.limit === 30 ? [] : [{ ...step, limit: 30 }]),
    ...(step.order.orderBy === 'createdAt' && step.order.orderDirection === undefined
      ? []
      : [{ ...step, order: { orderBy: 'createdAt' as const } }]),
  ];
}

/** The step without each item of one of its lists; without the list where it would be empty. */
function withFewer<
  Name extends 'tests' | 'bounds',
  Whole extends { readonly [Key in Name]?: readonly unknown[] },
>(step: Whole, name: Name): Whole[] {
  const items: readonly unknown[] = step[name] ?? [];
  return items.map((_, position) => {
    const fewer = items.toSpliced(position, 1);
    const { [name]: _all, ...bare } = step;
    return (fewer.length === 0 ? bare : { ...step, [name]: fewer }) as Whole;
  });
}

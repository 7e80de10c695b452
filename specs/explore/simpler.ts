/** Simpler forms of a step: each leaves one thing out, or says it in plainer words. Pure. */
import type { Attributes } from '../model/calls.ts';
import type { Draft, ListStep, Step } from './steps.ts';

const plainText = 'Shoes';

/** In the order in which they are tried; their positions are part of what `--replay` takes. */
export function simpler(step: Step): readonly Step[] {
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
      return [
        ...(step.unreadsOnly ? [{ ...step, unreadsOnly: false }] : []),
        ...(step.limit === 30 ? [] : [{ ...step, limit: 30 }]),
      ];
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
    ...withoutOne(body),
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
  const { custom, ...bare } = draft;
  return [
    ...(custom === undefined ? [] : [bare]),
    ...simplerTexts(draft.text).map((text) => ({ ...draft, text })),
  ];
}

function simplerQuestions(step: ListStep): ListStep[] {
  const { filter, bound, ...bare } = step;
  return [
    ...(filter === undefined ? [] : [{ ...bare, ...(bound && { bound }) }]),
    ...(bound === undefined ? [] : [{ ...bare, ...(filter && { filter }) }]),
    ...(step.limit === 30 ? [] : [{ ...step, limit: 30 }]),
    ...withoutOne(step.order).map((order) => ({ ...step, order })),
  ];
}

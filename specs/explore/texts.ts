/** Texts, keys and values for random steps: plain ones first, and those of the tables of hard texts. */
import { hardTexts, inheritedNames, mistakableTexts } from '../../fixtures/builders/hard-text.ts';

export const plainTexts = ['Shoes', 'Boots', 'Hats'] as const;
export const plainKeys = ['color', 'size', 'kind'] as const;

/** Longest text: how long one may be is not documented. */
const longest = 200;

/** Hard texts with what a mistake takes each of them for, which it must not. */
export const lookAlikes: readonly (readonly [text: string, lookAlike: string])[] = hardTexts.flatMap(
  ({ text, lookAlike }) => {
    const [one, other] = [text('v'), lookAlike('v')];
    return other === undefined || one.length > longest ? [] : [[one, other] as const];
  },
);

/** Hard values: each text, what it may be taken for, and nothing at all. */
export const hardValues: readonly string[] = [...new Set([...lookAlikes.flat(), ...mistakableTexts, ''])];

/** Hard texts for places where an empty one is another matter. */
export const hardNonEmpty: readonly string[] = [...hardValues.filter((text) => text !== ''), ' a  b '];

/** Keys of custom data that a mistake takes for the attribute of that name. */
const attributeNames = ['id', 'subject', 'photoUrl', 'createdAt', 'participants'] as const;

/** Hard keys of custom data. */
export const hardKeys: readonly string[] = [
  ...hardTexts.filter(({ valueOnly }) => !valueOnly).map(({ text }) => text('k')),
  ...mistakableTexts.filter((text) => text.trim() !== ''),
  ...inheritedNames,
  ...attributeNames,
];

/** Printable ASCII, letters and digits first: no target has a reason to refuse it. */
const ordinary = /^[A-Za-z0-9][\x20-\x7e]*$/;
const ordinaryKey = /^[A-Za-z]\w*$/;

/** Whether every target takes a text; nothing at all is one. */
export function isPlainText(text: string | null | undefined): boolean {
  return text === null || text === undefined || ordinary.test(text);
}

/** Whether every target takes keys and values of custom; `null` for a value is one. */
export function isPlainCustom(custom: Readonly<Record<string, string | null>> | null | undefined): boolean {
  return Object.entries(custom ?? {}).every(
    ([key, value]) =>
      ordinaryKey.test(key) && !inheritedNames.some((name) => name === key) && isPlainText(value),
  );
}

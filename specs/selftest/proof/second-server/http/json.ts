import type { Refusal } from '../refusal.ts';
import type { Choices } from '../switches/index.ts';

const reorder = (value: unknown, order: Choices['keyOrder']): unknown => {
  if (Array.isArray(value)) return value.map((one) => reorder(one, order));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, reorder(one, order)] as const);
  const random = new Map(entries.map(([key]) => [key, Math.random()]));
  if (order === 'sorted') entries.sort(([one], [other]) => (one < other ? -1 : 1));
  if (order === 'shuffled')
    entries.sort(([one], [other]) => (random.get(one) ?? 0) - (random.get(other) ?? 0));
  return Object.fromEntries(order === 'reversed' ? entries.reverse() : entries);
};

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Another spelling of the same numbers. Keys end in `":` outside of strings alone, where quotes are bare. */
const respell = (json: string, form: Choices['jsonNumbers']): string => {
  if (form === 'plain') return json;
  const ending = form === 'fraction' ? '.0' : 'e0';
  return json.replaceAll(/("(?:createdAt|editedAt|joinedAt)": ?\d+)/g, `$1${ending}`);
};

/** JSON text of an answer; all spellings mean the same value. */
export const toJson = (value: unknown, choices: Choices): string => {
  const ordered = choices.keyOrder === 'documented' ? value : reorder(value, choices.keyOrder);
  const plain = JSON.stringify(ordered, null, choices.jsonSpace === 'indented' ? 2 : 0);
  const escaped = {
    few: () => plain,
    ascii: () => plain.replaceAll(/[^\x00-\x7F]/g, escapeUnit),
    slashes: () => plain.replaceAll('/', '\\/'),
  }[choices.jsonEscapes]();
  const numbers = respell(escaped, choices.jsonNumbers);
  return choices.jsonSpace === 'around' ? `\n  ${numbers}\r\n` : numbers;
};

/** The body of a refusal: errorCode and reasons (companion 6), or another shape, as none is documented. */
export const refusalBody = ({ status, code, reasons }: Refusal, choices: Choices): unknown =>
  ({
    reasons: { errorCode: code, reasons },
    list: {
      errorCode: code,
      reasons: Object.entries(reasons).map(([field, reason]) => `${field}: ${reason}`),
    },
    problem: { type: 'about:blank', title: code, status, detail: JSON.stringify(reasons) },
    string: code,
    empty: {},
    data: { id: code, data: [], errorCode: code },
    large: { errorCode: code, reasons: { ...reasons, details: 'at handler\n'.repeat(1800) } },
  })[choices.errorBody];

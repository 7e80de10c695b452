import { badRequest } from '../refusal.ts';
import type { Choices } from '../switches/index.ts';

/** The dated versions of the API (companion 4). */
export const versions = ['2021-01-01', '2021-02-09', '2021-07-30', '2024-01-01'] as const;

/** The version of a call: its header, else the app's default, else the latest (companion 4). */
export const readVersion = (header: string | undefined, standard: string, choices: Choices): string => {
  const usual = choices.defaultVersion || standard;
  if (header === undefined) return usual;
  const exact = versions.find((version) => version === header);
  if (exact) return exact;
  if (choices.unknownVersion === 'default') return usual;
  const before = versions.findLast((version) => version < header);
  if (choices.unknownVersion === 'before' && /^\d{4}-\d\d-\d\d$/.test(header) && before) return before;
  throw badRequest('TalkJS-REST-Version', 'unknown version');
};

/** Expected and received side by side, with what differs marked. */
import { diffLines, diffWordsWithSpace, type ChangeObject } from 'diff';
import type { RequirementCheck } from '../../../schemas/report/run-report.ts';
import { placedDifferences } from '../../differences.ts';
import { placeOf } from '../../fault.ts';
import { clip } from '../../text.ts';

/** A stretch of text that both sides have, or that only this one has. */
export interface Part {
  readonly text: string;
  readonly differs: boolean;
}

/** One place where two values are compared. */
export interface SideBySide {
  /** `custom.state`; none for the whole. */
  readonly place: string | undefined;
  readonly expected: readonly Part[];
  readonly received: readonly Part[];
}

/** Places that are shown at most. */
const placesShown = 12;
const textLimit = 4000;
/** Longest search for the shortest difference, in ms; what takes longer is marked as a whole. */
const timeout = 100;

/** What a check compared: place by place where it tells them, else the two texts. None where it compared nothing. */
export function sidesOf(check: RequirementCheck): SideBySide[] {
  const { differences = [], expected, received } = check;
  const placed = placedDifferences(check);
  if (placed.length > 0)
    return placed
      .slice(0, placesShown)
      .map((one) => ({ place: placeOf(one), ...compared(one.expected, one.received) }));
  if (expected === undefined) return [];
  const [whole] = differences;
  return [{ place: undefined, ...compared(whole?.expected ?? expected, whole?.received ?? received) }];
}

function compared(
  expected: string | undefined,
  received: string | undefined,
): Pick<SideBySide, 'expected' | 'received'> {
  const [before, after] = [expected ?? 'nothing', received ?? 'nothing'].map(pretty);
  const unwanted = /^not (.+)$/s.exec(before ?? '')?.[1];
  if (unwanted !== undefined) return { expected: plain(before), received: marked(after ?? '', unwanted) };
  const changes = differenceOf(before ?? '', after ?? '');
  if (changes === undefined || changes.every(({ added, removed }) => added || removed))
    return { expected: whole(before), received: whole(after) };
  return {
    expected: changes.filter(({ added }) => !added).map((one) => ({ text: one.value, differs: one.removed })),
    received: changes
      .filter(({ removed }) => !removed)
      .map((one) => ({ text: one.value, differs: one.added })),
  };
}

function plain(text = ''): Part[] {
  return [{ text, differs: false }];
}

/** Wherever what was not to be there stands; all of it where that is not found as it is. */
function marked(text: string, unwanted: string): Part[] {
  const pieces = text.split(unwanted);
  if (pieces.length === 1) return whole(text);
  return pieces.flatMap((piece, index) => [
    ...(index === 0 ? [] : [{ text: unwanted, differs: true }]),
    { text: piece, differs: false },
  ]);
}

function whole(text = ''): Part[] {
  return [{ text, differs: true }];
}

/** Lines of JSON in several lines, else words. */
function differenceOf(before: string, after: string): ChangeObject<string>[] | undefined {
  const lines = before.includes('\n') || after.includes('\n');
  return lines ? diffLines(before, after, { timeout }) : diffWordsWithSpace(before, after, { timeout });
}

/** JSON with a line for each item; anything else as it came. Cut where it is long. */
function pretty(text: string): string {
  const { text: shown, omitted } = clip(text, textLimit);
  if (omitted > 0) return `${shown}\n… ${omitted} more characters, see results.json`;
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : text;
  } catch {
    return text;
  }
}

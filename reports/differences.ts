/** What a check compared, read for people: places that differ, and lists that lack, add or repeat items. */
import type { RequirementCheck } from '../schemas/report/run-report.ts';
import type { DifferenceRecord } from '../schemas/report/scenario-record.ts';

/** How a list that was read differs from the one that was expected. */
export interface ListDifference {
  readonly expected: readonly string[];
  readonly received: readonly string[];
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  /** Items that occur more often than expected; each once. */
  readonly repeated: readonly string[];
}

/** `custom.state: "open" → null`, as scenarios write down what differs between two readings. */
const line = /^([\w.-]+): (.+) → (.+)$/s;

/**
 * The places that differ. A check that compared two readings has them as lines of text, which are taken apart here.
 * Empty where the values as a whole were compared.
 */
export function placedDifferences({ differences = [] }: RequirementCheck): readonly DifferenceRecord[] {
  if (differences.every(({ path }) => path.length > 0)) return differences;
  const { expected = [], received = [] } = arraysIn(differences) ?? {};
  const lines = received.map((item) => (typeof item === 'string' ? line.exec(item) : null));
  if (expected.length > 0) return [];
  return lines.every((one) => one !== null)
    ? lines.map(([, place = '', before = '', after = '']) => ({
        path: place.split('.'),
        ...(before === 'nothing' ? {} : { expected: before }),
        ...(after === 'nothing' ? {} : { received: after }),
      }))
    : [];
}

/** Undefined where the check did not compare two lists of ids or names. */
export function listDifference(check: RequirementCheck): ListDifference | undefined {
  const arrays = arraysIn(check.differences ?? []);
  if (arrays === undefined || placedDifferences(check).length > 0) return undefined;
  // Pages are lists of lists.
  const expected: readonly unknown[] = arrays.expected.flat();
  const received: readonly unknown[] = arrays.received.flat();
  if (!areTexts(expected) || !areTexts(received)) return undefined;
  const count = (items: readonly string[], item: string): number =>
    items.filter((one) => one === item).length;
  return {
    expected,
    received,
    missing: expected.filter((item) => !received.includes(item)),
    extra: [...new Set(received)].filter((item) => !expected.includes(item)),
    repeated: [...new Set(received)].filter(
      (item) => count(received, item) > Math.max(1, count(expected, item)),
    ),
  };
}

function areTexts(items: readonly unknown[]): items is readonly string[] {
  return items.every((item) => typeof item === 'string');
}

function arraysIn(
  differences: readonly DifferenceRecord[],
): { expected: readonly unknown[]; received: readonly unknown[] } | undefined {
  const [only, ...others] = differences;
  if (only === undefined || others.length > 0 || only.path.length > 0) return undefined;
  const [expected, received] = [parsed(only.expected), parsed(only.received)];
  return Array.isArray(expected) && Array.isArray(received)
    ? { expected: expected as unknown[], received: received as unknown[] }
    : undefined;
}

/** Undefined where it is no JSON, or was cut. */
export function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Filters by custom data that are asked of the shared conversations; fixtures/lists/custom.ts lists what each of them has. */
import { filterBy } from '../../fixtures/client/filter.ts';
import type { Query } from '../../fixtures/client/url.ts';
import { setOf } from '../../fixtures/lists/answers.ts';
import { valueOf } from '../../fixtures/lists/custom.ts';
import type { SharedConversations } from '../../fixtures/lists/shared-lists.ts';
import { matchesFilter, type FilterTest } from '../model/lists.ts';

/** What a filter asks of each key. */
export type Tests = Readonly<Record<string, FilterTest>>;

/** A filter of which each value, or the key itself, is one that only the shared conversations have. */
export type TestsFor<Asked = Tests> = (value: (word: string) => string, marker: string) => Asked;

export function testsFor<Asked>({ marker }: SharedConversations, tests: TestsFor<Asked>): Asked {
  return tests((word) => valueOf(marker, word), marker);
}

/** That each of these keys has the value for its word. */
export function equal({ marker }: SharedConversations, words: Readonly<Record<string, string>>): Tests {
  return Object.fromEntries(
    Object.entries(words).map(([key, word]) => [key, ['==', valueOf(marker, word)]] as const),
  );
}

/** Names of the shared conversations that match any of these. */
export function matching(six: SharedConversations, ...parts: readonly Tests[]): string[] {
  const found = six.conversations.filter((one) => parts.some((part) => matchesFilter(one, part)));
  return setOf(
    six,
    found.map(({ id }) => id),
  );
}

/** A compound filter. */
export function anyOf(parts: readonly Tests[]): Query {
  return filterBy(['any', parts.map((custom) => ({ custom }))]);
}

/** A filter is URL-encoded JSON in which every text means itself. Conversations page: filter. */
import { hardEntries, type HardEntry } from '../../fixtures/builders/hard-entries.ts';
import { spellings } from '../../fixtures/builders/spellings.ts';
import { refused, succeeded } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { keyOf } from '../../fixtures/lists/custom.ts';
import { conversationsIn, idsIn, isObject } from '../../fixtures/reading/read.ts';
import type { Given } from '../../fixtures/scenario/given.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/**
 * Stores these entries in the custom data of one conversation, and what they may be taken for in that of another one. What the
 * target refuses to store together is stored one by one, and what it refuses then as well is left out: which texts it has to take
 * is not documented.
 *
 * @returns ids of the conversations that have the entries, by the names of these
 */
async function storeBesideLookAlikes(
  given: Given,
  entries: readonly HardEntry[],
): Promise<ReadonlyMap<string, string>> {
  const [id, lookAlikesId] = [given.newId(), given.newId()];
  const custom = Object.fromEntries(entries.map(({ key, value }) => [key, value]));
  const lookAlikes = Object.fromEntries(entries.flatMap((entry) => entry.lookAlikes));
  const puts = await Promise.all([
    given.api.conversations.put(id, { custom }),
    given.api.conversations.put(lookAlikesId, { custom: lookAlikes }),
  ]);
  if (!puts.some(refused)) {
    for (const put of puts) await given.done('storing custom data', put, 'PUT-CREATE-03');
    return new Map(entries.map(({ name }) => [name, id]));
  }
  // One of the two may have been stored, and would be found as well.
  for (const [index, one] of [id, lookAlikesId].entries())
    if (puts[index] && succeeded(puts[index])) await given.deleted({ id: one });
  if (entries.length === 1) return new Map();
  const oneByOne = await Promise.all(entries.map((entry) => storeBesideLookAlikes(given, [entry])));
  return new Map(oneByOne.flatMap((stored) => [...stored]));
}

/** The value that custom data has under a key of its own, not one that every object inherits. */
function valueUnder(key: string, custom: unknown): unknown {
  return isObject(custom) && Object.hasOwn(custom, key) ? custom[key] : undefined;
}

for (const [names, entriesFor] of Object.entries(hardEntries))
  test(
    `filtering by custom data with ${names}`,
    covers('FILTER-ENCODE-01'),
    async ({ api, given, check, eventually }) => {
      given.unlessDisclaimed('filters');
      const entries = entriesFor(given.newId());
      const ids = await storeBesideLookAlikes(given, entries);

      for (const { name, key, value } of entries)
        await check('FILTER-ENCODE-01', `${name} finds what has it, and no look-alike`, async () => {
          const id = ids.get(name);
          if (id === undefined) throw new NotApplicable('the target refuses to store it');
          await eventually(async () => {
            const answer = await api.conversations.list(byCustom({ [key]: ['==', value] }));
            expect(idsIn(answer)).toEqual([id]);
            const [found] = conversationsIn(answer);
            expect(valueUnder(key, found?.custom)).toBe(value);
          });
        });
    },
  );

/** The first is asked for; decoded twice, or not enough, it is one of the others. */
const literals = { '%20': ['a%20b', 'a b', 'a%2520b'], plus: ['a+b', 'a b', 'a%2Bb'] } as const;

for (const [what, values] of Object.entries(literals))
  test(
    `filtering by a value with a literal ${what}`,
    covers('FILTER-ENCODE-02'),
    async ({ api, given, check, eventually }) => {
      const key = keyOf(given.newId());
      const [wanted] = await Promise.all(
        values.map((value) => given.conversation({ custom: { [key]: value } })),
      );

      await check('FILTER-ENCODE-02', 'it is no space', () =>
        eventually(async () => {
          const answer = await api.conversations.list(byCustom({ [key]: ['==', values[0]] }));
          expect(idsIn(answer)).toEqual([wanted?.id]);
        }),
      );
    },
  );

for (const [name, spell] of Object.entries(spellings))
  test(
    `a filter in another spelling: ${name}`,
    covers('FILTER-ENCODE-03'),
    async ({ api, given, check, eventually }) => {
      const value = `${given.newId()}-Zo\u00eb`;
      const { id } = await given.conversation({ custom: { name: value } });

      await check('FILTER-ENCODE-03', 'it finds the same', () =>
        eventually(async () => {
          const rawQuery = `?filter=${spell(byCustom({ name: ['==', value] }).filter)}`;
          expect(idsIn(await api.call('listConversations', {}, { rawQuery }))).toEqual([id]);
        }),
      );
    },
  );

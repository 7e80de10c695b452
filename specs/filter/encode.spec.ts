/** A filter is URL-encoded JSON in which every text means itself. Conversations page: filter. */
import { inheritedNames } from '../../fixtures/builders/hard-text.ts';
import { succeeded } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { isAssertion } from '../../fixtures/scenario/judgement.ts';
import { Blocked, Violation } from '../../fixtures/scenario/outcome.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { namesIn, nameOf, setOf } from '../../fixtures/lists/answers.ts';
import { culprits, customOf, equalTo, finds, findsEach, hardSet, joined, store } from './hard-set.ts';
import { spellings } from './spelling.ts';

test(
  'custom filters with any text',
  covers('FILTER-ENCODE-01', 'FILTER-ENCODE-02', 'FILTER-ENCODE-03'),
  async ({ api, check, eventually, given }) => {
    given.claimed('filters');
    const { alice } = await given.users('alice');
    const token = given.newId();
    const mark = { set: token };
    // The first of them is asked for; a value decoded twice, or not enough, is one of the others.
    const percent = ['a%20b', 'a b', 'a%2520b'].map((text) => ({ percent: `${token}-${text}` }));
    const plus = ['a+b', 'a b', 'a%2Bb'].map((text) => ({ plus: `${token}-${text}` }));
    const accented = { name: `${token}-Zo\u00eb` };
    const set = hardSet(
      given,
      token,
      [0, 1, 2, 3].map((index) =>
        joined(mark, percent[index] ?? {}, plus[index] ?? {}, index === 0 ? accented : {}),
      ),
    );

    const stored = await check('FILTER-ENCODE-01', 'any text is stored in custom data', () =>
      store(api, given, set, alice),
    );
    await given.holds('custom data with any text is stored and found by a plain value', async () => {
      if (!stored) throw new Blocked('it is not');
      const answer = await given.api.conversations.list({ ...byCustom(equalTo(mark)), limit: pageSize });
      const names = set.conversations.map((_, index) => nameOf(index));
      expect(setOf(set, idsIn(answer))).toEqual(names);
    });

    for (const group of set.groups) {
      const names = group.entries.map(({ name }) => name);
      await check('FILTER-ENCODE-01', `keys and values with ${names.join(', ')}`, async () => {
        try {
          await eventually(() => finds(api, set, customOf(group.entries)));
        } catch (error) {
          if (!isAssertion(error)) throw error;
          const found = await culprits(api, set, group);
          if (found.length > 0)
            throw new Violation('exactly the conversations that have it', `not so: ${found.join(', ')}`);
        }
      });
    }

    const literals = findsEach(eventually, api, [percent[0] ?? {}, plus[0] ?? {}], set);
    for (const [index, what] of ['%20', 'plus'].entries())
      await check('FILTER-ENCODE-02', `a literal ${what} is not a space`, () => literals(index));

    for (const [name, spell] of Object.entries(spellings))
      await check('FILTER-ENCODE-03', name, () =>
        eventually(async () => {
          const rawQuery = `?filter=${spell(byCustom(equalTo(accented)).filter)}&limit=${pageSize}`;
          const answer = await api.call('listConversations', {}, { rawQuery });
          expect(namesIn(set, idsIn(answer))).toEqual([nameOf(0)]);
        }),
      );

    // Last, for a target may stumble over them for good.
    const inherited = inheritedNames.map((name) =>
      joined({ [name]: `${token}-${name}`, [`${token}-${name}`]: name }),
    );
    const [first, ...others] = set.conversations;
    const id = first?.id ?? '';
    const before = first?.custom ?? {};
    const together = await api.conversations.put(id, { custom: joined(before, ...inherited) });
    const now = { ...set, conversations: [{ id, custom: joined(before, ...inherited) }, ...others] };
    const names = findsEach(eventually, api, inherited, now);
    for (const [index, custom] of inherited.entries())
      await check('FILTER-ENCODE-01', `keys and values named ${inheritedNames[index]}`, async () => {
        if (succeeded(together)) return names(index);
        const after = joined(before, custom);
        expect(await api.conversations.put(id, { custom: after })).toSucceed();
        const then = { ...set, conversations: [{ id, custom: after }, ...others] };
        await eventually(() => finds(api, then, custom));
      });
  },
);

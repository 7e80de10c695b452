/**
 * A list loses none of the conversations made at the same moment, and shows of one that has changed what reading it
 * shows; so does a filter. Conversations page: an array of Conversation objects; lists all conversations ever created.
 */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { byCustom } from '../../fixtures/client/filter.ts';
import { isAssertion } from '../../fixtures/scenario/judgement.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { idsIn, itemIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { makeListView } from '../../fixtures/lists/list-view.ts';
import { mustBeLike } from './item.ts';

test(
  'conversations made at the same moment, one of which changes',
  covers('LIST-ALL-03', 'LIST-ORDER-08', 'FILTER-CUSTOM-07'),
  async ({ api, check, data, eventually, given, shared }) => {
    const six = await shared();
    const { alice, bob } = six.people;
    const [before, after] = [given.newId('-before'), given.newId('-after')];
    const [full, plain] = await Promise.all([
      given.conversation({ with: [alice, bob], ...data.attributes(), custom: { set: before } }),
      given.conversation({ with: [alice, bob], custom: { set: before } }),
    ]);
    await Promise.all([
      given.messagesAtOnce(full, { from: alice, text: data.text() }, { from: bob, text: data.text() }),
      given.messages(plain, { from: alice, text: data.text() }),
    ]);
    const list: Parameters<typeof makeListView>[0] = (query) => api.conversations.list(query);
    const ids = [full, plain].map(({ id }) => id);
    /** What the filter showed before the change. */
    let found: readonly string[] = [];

    for (const name of ['createdAt DESC', 'lastActivity DESC'] as const)
      await check('LIST-ORDER-08', `${name}, one a page`, () =>
        eventually(async () => {
          const view = makeListView(list, ids, six.narrowTo({ set: before }), () => undefined);
          const through = (await view.through(orders[name], 1)).own();
          // What is repeated may come after the last of them.
          const seen = [...through, ...(await view.after(orders[name], through.at(-1) ?? '', 1)).own()];
          found = view.alone ? seen : [];
          expect(ids.map((id) => seen.filter((one) => one === id).length)).toEqual([1, 1]);
        }),
      );

    const { subject, photoUrl, welcomeMessages, custom } = data.attributes();
    const changed = { ...custom, set: after };
    await given.done(
      'updating',
      given.api.conversations.put(full.id, { subject, photoUrl, welcomeMessages, custom: changed }),
    );
    await given.done(
      'changing settings',
      given.api.participants.modify(full.id, bob.id, { access: 'Read', notify: 'MentionsOnly' }),
    );
    const matching = (value: string, wanted: readonly string[]): Promise<Exchange> =>
      lastReading(
        eventually,
        () => list({ ...byCustom({ set: ['==', value] }), limit: pageSize }),
        (answer) => expect(idsIn(answer)).toEqual(wanted),
      );
    /** Whether a filter follows is told only where it worked before, and where the change itself has happened. */
    const follows = async (now: Readonly<Record<string, string>>, judge: () => void): Promise<void> => {
      if (!found.includes(full.id)) throw new Blocked('a custom filter did not find the conversation before');
      try {
        judge();
      } catch (error) {
        if (!isAssertion(error)) throw error;
        await given.holds('custom data changes as asked for', async () => {
          expect(await given.api.conversations.get(full.id)).toShow({ custom: now });
        });
        throw error;
      }
    };

    let listed: Exchange | undefined;
    await check('FILTER-CUSTOM-07', 'after a change the new value matches', async () => {
      const answer = (listed = await matching(after, [full.id]));
      await follows(changed, () => expect(idsIn(answer)).toEqual([full.id]));
    });
    await check('FILTER-CUSTOM-07', 'after a change the old value does not match', async () => {
      const answer = await matching(before, [plain.id]);
      await follows(changed, () => expect(idsIn(answer)).toEqual([plain.id]));
    });
    const view = makeListView(list, [full.id], {}, () => undefined);
    await check('LIST-ALL-03', 'a conversation with everything', () =>
      eventually(async () => {
        const asFiltered = listed && itemIn(listed, full.id);
        listed = undefined;
        const item = asFiltered ?? (await view.through(orders['createdAt DESC'], pageSize)).item(full.id);
        mustBeLike(item, await api.conversations.get(full.id));
      }),
    );

    await check('FILTER-CUSTOM-07', 'after a removal the value does not match any more', async () => {
      await given.done('changing custom data', api.conversations.put(full.id, { custom: null }));
      const answer = await matching(after, []);
      await follows({}, () => expect(idsIn(answer)).toEqual([]));
    });
  },
);

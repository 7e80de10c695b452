/** Lists of messages are paged as all lists are. Getting started page: limit and startingAfter of lists. */
import { idsIn } from '../../fixtures/reading/read.ts';
import { walk } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [how, inOneCall, limit] of [
  ['sent one by one, two a page', false, 2],
  ['sent in one call, one a page', true, 1],
] as const)
  test(
    `walking through messages that were ${how}`,
    covers('MESSAGE-PAGE-01'),
    async ({ api, given, check, eventually }) => {
      given.unlessDisclaimed('messages');
      const { alice } = await given.users('alice');
      const conversation = await given.conversation({ with: [alice] });
      const texts = ['One', 'Two', 'Three', 'Four'].map((text) => ({ from: alice, text }));
      const sent = inOneCall
        ? await given.messagesAtOnce(conversation, ...texts)
        : await given.messages(conversation, ...texts);

      await check('MESSAGE-PAGE-01', 'each is listed once, and no page has more', () =>
        eventually(async () => {
          const { ids, pages } = await walk((page) => api.messages.list(conversation.id, page), { limit });
          expect(ids.filter((id) => sent.includes(id)).sort()).toEqual([...sent].sort());
          expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(limit);
        }),
      );
    },
  );

for (const [which, texts] of [
  ['the oldest of several messages', ['One', 'Two', 'Three']],
  ['the only message', ['One']],
] as const)
  test(`starting after ${which}`, covers('MESSAGE-PAGE-01'), async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const sent = await given.messages(conversation, ...texts.map((text) => ({ from: alice, text })));

    await check('MESSAGE-PAGE-01', 'there is nothing after it', () =>
      eventually(async () => {
        const page = await api.messages.list(conversation.id, { startingAfter: sent[0] });
        expect(idsIn(page)).toEqual([]);
      }),
    );
  });

/** Lists of messages are paged as all lists are. Getting started page: limit and startingAfter of lists. */
import { systemMessage, userMessage } from '../../fixtures/builders/messages.ts';
import { idsIn, sentIdsIn } from '../../fixtures/reading/read.ts';
import { walk } from '../../fixtures/reading/walk.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [how, inOneCall, limit] of [
  ['sent one by one, two a page', false, 2],
  ['sent in one call, one a page', true, 1],
] as const)
  test(
    `walking through messages that were ${how}`,
    covers('MESSAGE-PAGE-01'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('messages');
      const { alice } = await given.users('alice');
      const conversation = await given.conversation({ with: [alice] });
      const texts = [data.subject(), data.subject(), data.subject(), data.subject()];
      const send = () =>
        given.done(
          'sending messages',
          given.api.messages.send(
            conversation.id,
            texts.map((text) => userMessage(alice, text)),
          ),
          'MESSAGE-SEND-01',
        );
      const sent = inOneCall
        ? sentIdsIn(await send())
        : await given.messages(conversation, ...texts.map((text) => ({ from: alice, text })));

      await check('MESSAGE-PAGE-01', 'each is listed once, and no page has more', () =>
        eventually(async () => {
          const { ids, pages } = await walk((page) => api.messages.list(conversation.id, page), { limit });
          expect(ids.filter((id) => sent.includes(id)).sort()).toEqual([...sent].sort());
          expect(Math.max(...pages.map(({ length }) => length))).toBeLessThanOrEqual(limit);
        }),
      );
    },
  );

test(
  'starting after the oldest of several messages, and after the only one',
  covers('MESSAGE-PAGE-01'),
  async ({ api, given, check, eventually }) => {
    given.unlessDisclaimed('messages');
    const { alice } = await given.users('alice');
    const [several, single] = [
      await given.conversation({ with: [alice] }),
      await given.conversation({ with: [alice] }),
    ];
    const texts = ['One', 'Two', 'Three'].map((text) => ({ from: alice, text }));
    const [oldest = ''] = await given.messages(several, ...texts);
    const only = await given.done(
      'sending a message',
      given.api.messages.send(single.id, [systemMessage('Hello')]),
      'MESSAGE-SEND-01',
    );

    for (const [id, startingAfter] of [
      [several.id, oldest],
      [single.id, sentIdsIn(only)[0] ?? ''],
    ] as const)
      await check('MESSAGE-PAGE-01', 'there is nothing after it', () =>
        eventually(async () => expect(idsIn(await api.messages.list(id, { startingAfter }))).toEqual([])),
      );
  },
);

/**
 * A list shows of each conversation what reading it shows, and loses none of those made at the same moment.
 * Conversations page: an array of Conversation objects; lists all conversations ever created.
 */
import { differences } from '../../fixtures/differences.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { Blocked } from '../../fixtures/outcome.ts';
import { conversationIn, conversationState, fieldIn } from '../../fixtures/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/walk.ts';
import { orders } from '../../fixtures/world.ts';
import { makeListView, type Sight } from '../../fixtures/world/list-view.ts';

test(
  'conversations made at the same moment',
  covers('LIST-ALL-03', 'LIST-ORDER-08'),
  async ({ api, check, data, eventually, given, world }) => {
    const six = await world();
    const { alice, bob } = six.people;
    const set = given.newId();
    const [full, plain, lonely] = await Promise.all([
      given.conversation({ with: [alice, bob], ...data.attributes(), custom: { set } }),
      given.conversation({ with: [alice, bob], custom: { set } }),
      given.conversation({ custom: { set } }),
    ]);
    await Promise.all([
      given.messagesAtOnce(full, { from: alice, text: data.text() }, { from: bob, text: data.text() }),
      given.messages(plain, { from: alice, text: data.text() }),
    ]);
    const list: Parameters<typeof makeListView>[0] = (query) => api.conversations.list(query);
    const narrow = six.narrowTo({ set });
    const ids = [full, plain, lonely].map(({ id }) => id);

    // Where one without messages stands by last activity, nobody has defined.
    for (const [name, own] of [
      ['createdAt DESC', ids],
      ['lastActivity DESC', ids.slice(0, 2)],
    ] as const)
      await check('LIST-ORDER-08', `${name}, one a page`, () =>
        eventually(async () => {
          const view = makeListView(list, own, narrow, () => undefined);
          const seen = (await view.through(orders[name], 1)).own();
          expect(own.map((id) => seen.filter((one) => one === id).length)).toEqual(own.map(() => 1));
        }),
      );

    const { subject, photoUrl, welcomeMessages, custom } = data.attributes();
    await given.done(
      'updating',
      given.api.conversations.put(full.id, { subject, photoUrl, welcomeMessages, custom }),
    );
    await given.done(
      'changing settings',
      given.api.participants.modify(full.id, bob.id, { access: 'Read', notify: 'MentionsOnly' }),
    );
    const view = makeListView(list, [full.id, lonely.id], narrow, () => undefined);
    let sight: Sight | undefined;
    for (const [kind, { id }] of Object.entries({ 'with everything': full, 'with nothing': lonely }))
      await check('LIST-ALL-03', `a conversation ${kind}`, () =>
        eventually(async () => {
          const seen = sight ?? (await view.through(orders['createdAt DESC'], pageSize));
          sight = undefined;
          const item = seen.item(id);
          if (!item) throw new Blocked('the list does not show that conversation');
          expect(differing(item, await api.conversations.get(id))).toEqual([]);
          sight = seen;
        }),
      );
  },
);

/** What a list shows otherwise than the conversation itself; `isUnread` is compared only where the list shows it. */
function differing(item: Readonly<Record<string, unknown>>, read: Exchange): string[] {
  const listed = conversationState(item);
  const { participants, ...state } = conversationIn(read);
  const comparable = Object.entries(participants).map(
    ([id, { isUnread, ...settings }]): [string, unknown] => {
      const shown = listed.participants[id]?.isUnread !== undefined;
      return [id, { ...settings, isUnread: shown ? isUnread : undefined }];
    },
  );
  const topics = [item['topicId'], fieldIn(read, 'topicId')].filter((topic) => typeof topic === 'string');
  return [
    ...differences({ ...state, participants: Object.fromEntries(comparable) }, listed),
    ...(topics.length === 2 ? differences(topics[1], topics[0], 'topicId') : []),
  ];
}

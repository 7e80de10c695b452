/**
 * What happens between two pages disturbs no walk by creation, and moves a conversation to the front of the order by
 * last activity. Conversations page: ordering by creation is stable; conversations move to the front as messages come.
 */
import { succeeded } from '../../fixtures/client/exchange.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { conversationsIn, idsIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { answerOf, orderOf } from '../../fixtures/lists/list-view.ts';
import { makeTrip } from './trip.ts';

const byCreation = orders['createdAt DESC'];
const byActivity = orders['lastActivity DESC'];

test(
  'a list while its conversations change',
  covers(
    ...['PAGE-CURSOR-04', 'PAGE-CURSOR-05', 'PAGE-OFFSET-03'],
    ...['LIST-ORDER-05', 'LIST-ORDER-06', 'LIST-ORDER-09', 'DELETE-SILENT-01'],
  ),
  async ({ api, check, eventually, given, survey, target, shared }) => {
    const six = await shared();
    const { bob } = six.people;
    const { gone, cursor, next, mover, ...trip } = await makeTrip(api, given, six);
    const view = trip.viewOf(cursor, next, mover);
    // A page of two, for the conversation without messages may stand before all others.
    const firstPage = await lastReading(
      eventually,
      () => trip.list({ ...trip.narrow, ...byActivity, limit: view.alone ? 2 : pageSize }),
      (page) => expect(conversationsIn(page).find(({ id }) => id === cursor)?.lastMessage).toBeTruthy(),
    );

    await check('PAGE-CURSOR-04', 'a conversation deleted behind the cursor', async () => {
      await given.done('deleting a conversation', given.api.conversations.remove(gone));
      if (target.consistencyMs > 0)
        await given.holds('a deleted conversation leaves the list', async () => {
          const sight = await trip.viewOf(gone).start(byCreation, pageSize);
          if (sight.own().length > 0) throw new Blocked('it is still there');
        });
      await eventually(async () => {
        const { own } = await view.after(byCreation, cursor, 1, next);
        expect(trip.parts(own().slice(0, 1))).toEqual(['next']);
      });
    });

    await six.tick();
    const [news] = await given.messages({ id: mover }, { from: bob, text: 'News' });
    await check('PAGE-CURSOR-04', 'a message arriving', () =>
      eventually(async () => {
        const sight = await view.after(byCreation, next, 1, mover);
        expect(trip.parts(sight.own().slice(0, 1))).toEqual(['mover']);
        if (!sight.shows(mover, news)) throw new Blocked('the message is not listed');
      }),
    );
    await check('LIST-ORDER-05', 'to the front of lastActivity DESC', () =>
      eventually(async () => {
        const [front] = trip
          .parts(conversationsIn(firstPage).map(({ id }) => String(id)))
          .filter((part) => part !== 'gone');
        if (front === 'mover') throw new Blocked('the conversation stood at the front before');
        const { own } = await view.through(byActivity, pageSize);
        expect(trip.parts(own().slice(0, 1))).toEqual(['mover']);
      }),
    );
    await check('LIST-ORDER-05', 'to the end of lastActivity ASC', () =>
      eventually(async () => {
        const { own } = await view.through(orders['lastActivity ASC'], pageSize);
        expect(trip.parts(own().slice(-1))).toEqual(['mover']);
      }),
    );
    await check('PAGE-OFFSET-03', 'the page from the last timestamp of the page before', () =>
      eventually(async () => {
        const last = conversationsIn(firstPage).find(({ id }) => id === cursor);
        const lastAt = last?.lastMessage?.createdAt;
        if (typeof lastAt !== 'number')
          throw new Blocked('the list does not tell the time of the last message');
        const { own } = await view.start({ ...byActivity, offsetTs: lastAt - 1 }, pageSize);
        expect(trip.parts([next].filter((id) => !own().includes(id)))).toEqual([]);
      }),
    );

    const late = await given.conversation({ custom: trip.custom });
    const all = trip.viewOf(cursor, next, mover, late.id);
    await six.tick();
    const [more] = await given.messages({ id: next }, { from: bob, text: 'More news' });
    await check('LIST-ORDER-06', 'after two messages', () =>
      eventually(async () => {
        const sight = await all.through(byCreation, pageSize);
        const { seen, expected } = orderOf(
          sight.own().filter((id) => id !== late.id),
          [cursor, next, mover],
        );
        expect(trip.parts(seen)).toEqual(trip.parts(expected));
        if (!sight.shows(next, more)) throw new Blocked('the message is not listed');
        if (!sight.item(late.id)) throw new Blocked('the new conversation is not listed');
      }),
    );
    await check('PAGE-CURSOR-04', 'a conversation created', () =>
      eventually(async () => {
        const { own } = await all.after(byCreation, mover, 1);
        expect(trip.parts(own())).toEqual([]);
      }),
    );

    await survey('LIST-ORDER-09', 'where is a conversation without messages', async () => {
      const { own } = await all.through(byActivity, pageSize);
      const place = own().indexOf(late.id);
      return (
        ['before all others', 'by its creation', 'among the others', 'after all others'][place] ?? 'nowhere'
      );
    });
    const query = { ...trip.narrow, ...orders['createdAt ASC'], startingAfter: gone, limit: pageSize };
    const beyond = await api.call('listConversations', {}, { query, deliberate: true });
    await survey('DELETE-SILENT-01', 'a list that starts after the deleted id', () => {
      if (!succeeded(beyond)) return Promise.resolve(beyond.failure ?? String(beyond.status));
      const listed = idsIn(beyond).length === 0 ? 'nothing listed' : 'conversations listed';
      return Promise.resolve(`${beyond.status}, ${listed}`);
    });
    await survey('PAGE-CURSOR-05', 'startingAfter a deleted conversation', () => {
      if (!view.alone) return Promise.resolve('not asked, for lists cannot be narrowed');
      const own = [mover, next, cursor, late.id];
      const readings = { 'after its place': [late.id], 'from the start': own, nothing: [] };
      return Promise.resolve(answerOf(beyond, own, readings));
    });
  },
);

/**
 * Marking a conversation as read or unread for one person. Conversations page: the endpoint that takes `isUnread`, whose
 * route it does not state.
 */
import { covers, expect, test } from '../../fixtures/test.ts';
import { differences } from '../../fixtures/differences.ts';
import { makeScene } from './scene.ts';
import { judgeThatMarkSurvives } from './survival.ts';
import { isReader, isUnread, readStates, without, withoutReadState } from './states.ts';

const all = { first: true, middle: true, last: true };
const none = { first: false, middle: false, last: false };
const marks = [
  { row: 'READ-READ-01', word: 'read', unread: false },
  { row: 'READ-UNREAD-01', word: 'unread', unread: true },
] as const;

test(
  'marking a conversation as read, then as unread',
  covers(
    ...['READ-READ', 'READ-UNREAD-01', 'READ-UNREAD-02', 'READ-SCOPE', 'READ-REPEAT', 'READ-REFUSE-02'],
    'READ-MESSAGE-03',
  ),
  async ({ api, given, check, eventually, data }) => {
    const { dave } = await given.users('dave');
    const scene = await makeScene({ api, given, eventually, data });
    const { alice, bob, carol, conversation, other, view, otherView, messages } = scene;
    const stood = (unread: boolean, state = view.last) =>
      given.holds(`the conversation is ${unread ? 'unread' : 'read'} before`, () =>
        Promise.resolve(expect(isUnread(state, bob)).toBe(unread)),
      );
    const bobHasRead = () =>
      given.holds('bob has read the messages', () =>
        Promise.resolve(expect(isReader(messages.last(), bob)).not.toEqual(none)),
      );

    for (const { row, word, unread } of marks) {
      const before = view.last;
      const marked = await api.readState.set(bob.id, conversation.id, { isUnread: unread });

      await check(row, `${unread} marks as ${word}`, async () => {
        await stood(!unread, before);
        expect(marked).toSucceed();
        await eventually(async () => expect(isUnread(await view.read(), bob)).toBe(unread));
      });
      const after = view.last;
      await given.done(`marking as ${word}`, marked);
      await check('READ-SCOPE-01', `marking as ${word} leaves the others`, () => {
        scene.mixed();
        expect(readStates(after, [alice, carol])).toEqual(readStates(before, [alice, carol]));
      });
      await check('READ-SCOPE-03', `marking as ${word} leaves attributes and last message`, () => {
        expect(differences(withoutReadState(before), withoutReadState(after))).toEqual([]);
      });
      if (unread)
        await check('READ-UNREAD-02', 'no message becomes unread', async () => {
          await bobHasRead();
          const read = messages.last();
          await eventually(async () => expect(differences(read, await messages.read())).toEqual([]));
        });
      else {
        await check('READ-READ-02', 'each message is marked as read', async () => {
          messages.before();
          await eventually(async () => expect(isReader(await messages.read(), bob)).toEqual(all));
        });
        await check('READ-READ-03', 'nobody else becomes a reader', () => {
          const readers = without(messages.last(), bob);
          expect(differences(without(messages.before(), bob), readers)).toEqual([]);
        });
      }
      await check('READ-REPEAT-01', `marking as ${word} twice`, async () => {
        await stood(unread, after);
        expect(await api.readState.set(bob.id, conversation.id, { isUnread: unread })).toSucceed();
        await eventually(async () => expect(differences(after, await view.read())).toEqual([]));
      });
    }

    await check('READ-SCOPE-03', 'marking moves nothing in the order of last activity', async () => {
      const order = scene.order();
      await eventually(async () => expect(await scene.orderNow()).toEqual(order));
    });

    await judgeThatMarkSurvives({ api, given, data }, check, scene, dave, async () => {
      await bobHasRead();
      await stood(true);
    });

    const carolReads = await api.readState.set(carol.id, conversation.id, { isUnread: false });
    const missing = await api.readState.set(bob.id, given.newId(), { isUnread: true });
    const outsider = await api.readState.set(dave.id, other.id, { isUnread: true });
    const otherAfter = await given.optional(() =>
      given.holds('the other conversation can be read', () => otherView.read()),
    );

    await check('READ-READ-03', 'nobody ceases to be a reader when another person reads', async () => {
      await given.done('marking as read', carolReads);
      await bobHasRead();
      const read = messages.last();
      await eventually(async () => {
        const now = await messages.read();
        expect(isReader(now, carol)).not.toEqual(none);
        expect(differences(without(read, carol), without(now, carol))).toEqual([]);
      });
    });
    await check('READ-SCOPE-02', 'another conversation of the same people stays as it is', () => {
      const people = [alice, bob, carol];
      expect(readStates(otherAfter(), people)).toEqual(readStates(scene.elsewhere(), people));
    });
    await check('READ-REFUSE-02', 'a conversation that does not exist', () => {
      expect(missing).toBeRefused();
    });
    await check('READ-REFUSE-02', 'a person who does not take part', () => {
      expect(outsider).toBeRefused();
      expect(Object.keys(otherAfter().participants)).not.toContain(dave.id);
    });
  },
);

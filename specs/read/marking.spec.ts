/**
 * Marking a conversation as read or unread for one person. Conversations page: the endpoint that takes `isUnread`, whose
 * route it does not state.
 */
import { covers, expect, test } from '../../fixtures/test.ts';
import { differences } from '../../fixtures/reading/differences.ts';
import { judgeFirstMessages } from './first.ts';
import { makeScene } from './scene.ts';
import { judgeThatMarkSurvives } from './survival.ts';
import { isReader, isUnread, readStates, without, withoutReadState } from './states.ts';
import { judgeUnchanged } from './unchanged.ts';

const all = { first: true, middle: true, last: true };
const none = { first: false, middle: false, last: false };
const wrongTypes = { string: 'true', number: 1, object: { value: true } };
const marks = [
  { row: 'READ-READ-01', word: 'read', unread: false },
  { row: 'READ-UNREAD-01', word: 'unread', unread: true },
] as const;

test(
  'marking a conversation as read, then as unread',
  covers(
    ...['READ-READ', 'READ-UNREAD', 'READ-SCOPE', 'READ-REPEAT', 'READ-REFUSE', 'READ-MESSAGE'],
    'READ-NOCHANGE',
  ),
  async ({ api, given, check, eventually, data }) => {
    const { erin } = await given.users('erin');
    const world = { api, given, check, eventually, data };
    const scene = await makeScene(world);
    const { alice, bob, carol, dave, conversation, other, view, otherView, messages } = scene;
    const stood = (unread: boolean, state = view.last) =>
      given.holds(`the conversation is ${unread ? 'unread' : 'read'} before`, () =>
        Promise.resolve(expect(isUnread(state, bob)).toBe(unread)),
      );
    const bobHasRead = () =>
      given.holds('bob has read the messages', () =>
        Promise.resolve(expect(isReader(messages.last(), bob)).not.toEqual(none)),
      );

    await judgeFirstMessages(world, scene);

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
        expect(readStates(after, [alice, carol, dave])).toEqual(readStates(before, [alice, carol, dave]));
      });
      await check('READ-SCOPE-03', `marking as ${word} leaves attributes and last message`, () => {
        expect(differences(withoutReadState(before), withoutReadState(after)), 'differences').toEqual([]);
      });
      if (unread)
        await check('READ-UNREAD-02', 'no message becomes unread', async () => {
          await bobHasRead();
          const read = messages.last();
          await eventually(async () =>
            expect(differences(read, await messages.read()), 'differences').toEqual([]),
          );
        });
      else {
        await check('READ-READ-02', 'each message is marked as read', async () => {
          messages.before();
          await eventually(async () => expect(isReader(await messages.read(), bob)).toEqual(all));
        });
        await check('READ-READ-03', 'nobody else becomes a reader', () => {
          const readers = without(messages.last(), bob);
          expect(differences(without(messages.before(), bob), readers), 'differences').toEqual([]);
        });
      }
      await check('READ-REPEAT-01', `marking as ${word} twice`, async () => {
        await stood(unread, after);
        expect(await api.readState.set(bob.id, conversation.id, { isUnread: unread })).toSucceed();
        await eventually(async () =>
          expect(differences(after, await view.read()), 'differences').toEqual([]),
        );
      });
    }

    await check('READ-SCOPE-03', 'marking moves nothing in the order of last activity', async () => {
      const order = scene.order();
      await eventually(async () => expect(await scene.orderNow()).toEqual(order));
    });

    const marked = { missing: bob, nulled: dave, misled: carol };
    await judgeUnchanged(world, scene, true, marked, { number: 0 });

    // While the same people take part in both conversations.
    const carolReads = await api.readState.set(carol.id, conversation.id, { isUnread: false });

    await judgeThatMarkSurvives(world, check, scene, erin, async () => {
      await bobHasRead();
      await stood(true);
    });

    const missing = await api.readState.set(bob.id, given.newId(), { isUnread: true });
    const outsider = await api.readState.set(erin.id, other.id, { isUnread: true });
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
        expect(differences(without(read, carol), without(now, carol)), 'differences').toEqual([]);
      });
    });
    await check('READ-SCOPE-02', 'another conversation of the same people stays as it is', () => {
      const people = [alice, bob, carol, dave];
      expect(readStates(otherAfter(), people)).toEqual(readStates(scene.elsewhere(), people));
    });
    await check('READ-REFUSE-02', 'a conversation that does not exist', () => {
      expect(missing).toBeRefused();
    });
    await check('READ-REFUSE-02', 'a person who does not take part', () => {
      expect(outsider).toBeRefused();
      expect(Object.keys(otherAfter().participants)).not.toContain(erin.id);
    });

    await check('READ-READ-01', 'false marks as read what was marked as unread', async () => {
      await stood(true);
      expect(await api.readState.set(bob.id, conversation.id, { isUnread: false })).toSucceed();
      await eventually(async () => expect(isUnread(await view.read(), bob)).toBe(false));
    });
    const reading = { missing: bob, nulled: alice, misled: carol };
    await judgeUnchanged(world, scene, false, reading, wrongTypes);
    await check('READ-MESSAGE-02', 'another message makes it unread again', async () => {
      await stood(false);
      await given.messages(conversation, { from: alice, text: data.text() });
      await eventually(async () => expect(isUnread(await view.read(), bob)).toBe(true));
    });
  },
);

/** Whatever has happened to a conversation, PUT changes what it names and nothing else. Conversations page: PUT merges. */
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { idsIn, type ConversationState } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { liveThrough } from './life.ts';
import { judgeManaged } from './managed.ts';
import { judgePeople } from './people.ts';
import { judgeReadings } from './readings.ts';
import { attributeNames, claimsOf, expectedAfter, isUnset, presentBefore, shownBy } from './steps.ts';
import { judgeUpdates, removeKey } from './updates.ts';
import { growUp } from './youth.ts';

/** What PUT has to leave alone. */
const untouched = ({ lastMessage, participants }: ConversationState, people: readonly string[]): object => ({
  lastMessage,
  isUnread: people.map((id) => [id, participants[id]?.isUnread]),
});

test(
  'a conversation from its creation on',
  covers(
    ...['PUT-CREATE-02', 'PUT-KEEP', 'RETRIEVE-FOUND-03', 'RETRIEVE-FOUND-04', 'RETRIEVE-FOUND-05'],
    ...['PUT-MERGE-01', 'PUT-MERGE-02', 'PUT-MERGE-03', 'PUT-MERGE-04', 'PUT-MERGE-05', 'PUT-MERGE-06'],
    ...['PUT-MERGE-07', 'PUT-MERGE-08', 'PUT-MERGE-09', 'PUT-MERGE-10', 'PUT-MERGE-11', 'PUT-MERGE-13'],
    ...['RETRIEVE-FOUND-06', 'RETRIEVE-FOUND-07', 'RETRIEVE-FOUND-08'],
    'PARTICIPANT-SILENT-01',
  ),
  async ({ api, given, check, survey, eventually, data }) => {
    const world = { api, given, check, eventually, data };
    const people = await given.users('alice', 'bob', 'carol', 'dave');
    const crowd = Object.values(await given.users('erin', 'frank', 'grace', 'heidi', 'ivan', 'judy'));
    const { alice, bob, carol, dave } = people;
    const all = [alice, bob, carol, dave, ...crowd];
    const { keeps, merges, settles } = claimsOf(check);

    const youth = await growUp(world, people);
    await judgePeople(world, youth, people);
    const mergesCustom = await judgeUpdates(world, youth, [alice, bob]);
    const three = await removeKey(world, youth, mergesCustom, alice);
    const life = await liveThrough(world, youth, people, crowd);
    const { id, sent, steps } = life;

    await merges('PUT-MERGE-08', 'after messages', steps.messages);
    await merges('PUT-MERGE-08', 'after being marked as read', steps.markedRead);
    await merges('PUT-MERGE-08', 'after being marked as unread', steps.markedUnread);
    await merges('PUT-MERGE-08', 'after somebody left', steps.left);
    await merges('PUT-MERGE-08', 'after earlier merges', steps.back);
    await merges('PUT-MERGE-08', 'after somebody came back', steps.repeated);

    const clearing = {
      subject: steps.messages,
      photoUrl: steps.markedRead,
      welcomeMessages: steps.markedUnread,
      custom: steps.left,
    };
    for (const name of attributeNames) {
      const step = clearing[name];
      await check('PUT-MERGE-03', `null clears ${name} and leaves the rest`, () => {
        if (isUnset(step.before[name])) throw new Blocked(`${name} does not read as it was set`);
        expect(step.put).toSucceed();
        expect(step.read).toShow(expectedAfter(step));
      });
      await check('PUT-MERGE-04', `${name} missing, and ${name} null`, () => {
        const kept = [...youth.updated, youth.listed, ...Object.values(steps)].filter(
          ({ body, before }) => body[name] === undefined && !isUnset(before[name]),
        );
        for (const { read, before } of kept) expect(read).toShow({ [name]: before[name] });
        if (kept.length === 0 || isUnset(step.before[name]))
          throw new Blocked(`${name} does not read as it was set`);
        expect(step.read).toShow({ [name]: shownBy(step.body)[name] });
      });
    }
    await check('PUT-MERGE-03', 'custom that was cleared stays cleared', () => {
      if (!isUnset(steps.back.before.custom)) throw new Blocked('custom was not cleared');
      expect(steps.back.read).toShow({ custom: steps.back.body.custom });
    });
    await check('PUT-MERGE-07', 'a longer list in another order replaces a shorter one', () => {
      expect(steps.back.put).toSucceed();
      expect(steps.back.read).toShow({ welcomeMessages: steps.back.body.welcomeMessages });
    });

    for (const [claim, { entered, put, before, after }] of [
      ['of all participants after messages', steps.messages],
      ['of somebody marked as unread', steps.left],
      ['while somebody comes back', steps.back],
    ] as const)
      await check('PUT-MERGE-09', `lastMessage and isUnread ${claim}`, () => {
        entered();
        if (!before.lastMessage) throw new Blocked('there was no message before');
        expect(put).toSucceed();
        const remaining = Object.keys(before.participants);
        expect(untouched(after, remaining)).toEqual(untouched(before, remaining));
      });
    for (const [index, step] of [youth.grown, youth.nothing, ...youth.updated].entries())
      await check('PUT-MERGE-09', `isUnread before there are messages, update ${index + 1}`, () => {
        const remaining = Object.keys(step.before.participants);
        expect(untouched(step.after, remaining)).toEqual(untouched(step.before, remaining));
      });
    await check('PUT-MERGE-09', 'all messages are still there', async () => {
      const { here } = sent();
      expect(idsIn(await api.messages.list(id)).sort()).toEqual([...here].sort());
    });
    await check('PUT-MERGE-10', 'the same PUT again', () => {
      const { put, before, after } = steps.repeated;
      expect(put).toSucceed();
      expect({ ...after, createdAt: before.createdAt }).toEqual(before);
    });

    await keeps('PUT-KEEP-01', 'a list that leaves all but one out', three, [alice, bob, carol]);
    await keeps('PUT-KEEP-01', 'a list that leaves all but two out', steps.markedUnread, all);
    await keeps('PUT-KEEP-02', 'an empty list', steps.messages, presentBefore(steps.messages, all));
    await keeps('PUT-KEEP-06', 'with three participants', three, [alice, bob, carol]);
    await keeps('PUT-KEEP-06', 'with ten participants', steps.markedUnread, all);
    await keeps('PUT-KEEP-06', 'after messages', steps.messages, [alice, bob, carol]);
    await keeps('PUT-KEEP-06', 'after another has left', steps.left, [alice, bob, dave]);
    await keeps('PUT-KEEP-05', 'a list in another order', steps.left, presentBefore(steps.left, all));
    await settles('PUT-KEEP-04', 'with nine participants', steps.left, [bob], ['access', 'notify']);
    await settles('PUT-KEEP-04', 'once marked as unread', steps.left, [bob]);
    for (const [claim, { entered, put, before, after }, there] of [
      ['who left is not brought back without being named', steps.left, false],
      ['who left is brought back by being named', steps.back, true],
    ] as const)
      await check('PUT-KEEP-07', claim, () => {
        entered();
        if (Object.hasOwn(before.participants, carol.id)) throw new Blocked('she had not left');
        expect(put).toSucceed();
        expect(Object.hasOwn(after.participants, carol.id)).toBe(there);
      });

    await survey('PARTICIPANT-SILENT-01', 'isUnread after a rejoin, unread before leaving', () => {
      const [before, after] = [steps.markedUnread, steps.back].map((one) => one.after.participants[carol.id]);
      steps.back.entered();
      if (before?.isUnread !== true) return Promise.resolve('was not unread before leaving');
      return Promise.resolve(after ? `isUnread ${String(after.isUnread)}` : 'did not come back');
    });

    await judgeReadings(check, life, alice);
    await judgeManaged(world, steps.repeated);
  },
);

import type { Check } from '../../fixtures/scenario/check.ts';
import type { Api } from '../../fixtures/client/api.ts';
import { refused, type Exchange } from '../../fixtures/client/exchange.ts';
import { differences } from '../../fixtures/reading/differences.ts';
import type { Eventually } from '../../fixtures/scenario/eventually.ts';
import type { Given, Person } from '../../fixtures/scenario/given.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { expect } from '../../fixtures/test.ts';
import type { Scene } from './scene.ts';
import { apartFrom, isUnread } from './states.ts';

/**
 * Judges that requests which have to change nothing do so. Each is about another person, so that one reading after all
 * of them tells which one did; what has changed is put right again.
 *
 * @param unread what the conversation is for each of them
 * @param wrong values of `isUnread` that break the documented type, by the name of their type
 */
export async function judgeUnchanged(
  { api, given, check, eventually }: { api: Api; given: Given; check: Check; eventually: Eventually },
  { conversation, view, messages, early }: Scene,
  unread: boolean,
  { missing, nulled, misled }: Readonly<Record<'missing' | 'nulled' | 'misled', Person>>,
  wrong: Readonly<Record<string, unknown>>,
): Promise<void> {
  const people = [missing, nulled, misled];
  const word = unread ? 'unread' : 'read';
  // What was asked for before may still be on its way.
  await given.optional(() =>
    view.shows((state) => {
      const { readBy = [], senderId } = state.lastMessage ?? {};
      for (const person of people) {
        expect(isUnread(state, person)).toBe(unread);
        if (!unread && person.id !== senderId) expect(readBy).toContain(person.id);
      }
    }),
  );
  const before = view.last;
  const set = (person: Person, body: object): Promise<Exchange> =>
    api.call(
      'setReadState',
      { userId: person.id, conversationId: conversation.id },
      { body, deliberate: person === misled },
    );
  const none = await set(missing, {});
  const nothing = await set(nulled, { isUnread: null });
  const answers: [type: string, answer: Exchange][] = [];
  for (const [type, isUnread] of Object.entries(wrong)) answers.push([type, await set(misled, { isUnread })]);
  await given.optional(() =>
    eventually(async () => expect(differences(before, await view.read()), 'differences').toEqual([])),
  );
  const after = view.last;

  const stood = (person: Person): void => {
    if (isUnread(before, person) !== unread) throw new Blocked(`the conversation was not ${word} before`);
  };
  const same = (person: Person): void => {
    const others = people.filter((one) => one !== person);
    expect(differences(apartFrom(before, others), apartFrom(after, others)), 'differences').toEqual([]);
  };
  for (const [row, claim, person, answer] of [
    ['READ-NOCHANGE-01', 'isUnread left out', missing, none],
    ['READ-NOCHANGE-02', 'isUnread null', nulled, nothing],
  ] as const)
    await check(
      row,
      `${claim} while it is ${word}`,
      () => {
        stood(person);
        expect(answer).toSucceed();
        same(person);
      },
      [answer],
    );
  for (const [type, answer] of answers)
    await check('READ-REFUSE-01', `isUnread as ${type} while it is ${word}`, async () => {
      await given.done('the same request with a boolean', early.marked);
      expect(answer).toBeRefused();
    });
  if (answers.every(([, answer]) => refused(answer)))
    await check('READ-REFUSE-01', `nothing is written of what is refused while it is ${word}`, () => {
      stood(misled);
      same(misled);
    });

  const changed = people.filter((person) => isUnread(after, person) !== isUnread(before, person));
  for (const person of changed) await set(person, { isUnread: unread });
  if (changed.length === 0) return;
  await given.optional(() => given.holds('the conversation can be read', () => view.read()));
  await given.optional(() => messages.read());
}

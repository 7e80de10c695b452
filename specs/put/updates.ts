import { refused } from '../../fixtures/client/exchange.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { isObject, type ConversationState } from '../../fixtures/reading/read.ts';
import { attributeNames, claimsOf, expectedAfter, goneAfter, type World } from './steps.ts';
import type { Youth } from './youth.ts';

const customOf = ({ custom }: ConversationState): object => (isObject(custom) ? custom : {});

/** Claims about a conversation in which everything is set, and updated alone. */
export async function judgeUpdates({ check }: World, youth: Youth, people: readonly Person[]) {
  const { nothing, updates, updated, listed } = youth;
  const { merges } = claimsOf(check);
  let mergesCustom = false;

  await check('PUT-MERGE-02', 'an empty body changes nothing', () => {
    expect(nothing.put).toSucceed();
    expect(nothing.after).toEqual(nothing.before);
  });
  for (const [index, name] of attributeNames.entries()) {
    const step = updated[index] ?? nothing;
    await check('PUT-MERGE-01', `updating ${name} leaves the rest`, () => {
      const { [name]: value, ...rest } = expectedAfter(step);
      const lacking = Object.entries(rest).flatMap(([one, left]) =>
        left === null || left === undefined ? [one] : [],
      );
      if (lacking.length > 0)
        throw new Blocked(`attributes that were set earlier are lost already: ${lacking.join(', ')}`);
      expect(step.put).toSucceed();
      expect(step.read).toShow(name === 'subject' || name === 'photoUrl' ? { ...rest, [name]: value } : rest);
      expect(goneAfter(step, people), 'missing').toEqual([]);
    });
    if (name === 'welcomeMessages')
      await check('PUT-MERGE-07', 'a shorter list replaces a longer one', () => {
        expect(step.put).toSucceed();
        expect(step.read).toShow({ welcomeMessages: updates.welcomeMessages });
      });
    if (name === 'custom') {
      await check('PUT-MERGE-01', 'updating custom sets the keys that were sent', () =>
        expect(customOf(step.after)).toMatchObject(updates.custom),
      );
      mergesCustom = await check('PUT-MERGE-05', 'keys that were not sent are kept', () =>
        expect(customOf(step.after)).toEqual({ ...customOf(step.before), ...updates.custom }),
      );
    }
  }
  await merges('PUT-MERGE-01', 'updating participants leaves the rest', listed);
  await merges('PUT-MERGE-08', 'after settings were changed', listed);
  return mergesCustom;
}

/** Removes a key of custom, beside a list of one person out of three. Where it is refused, the list goes alone. */
export async function removeKey({ check }: World, { story, listed }: Youth, merges: boolean, person: Person) {
  // A target that does not keep the other keys gets them again, so that only the null is judged.
  const { category: _, ...others } = customOf(listed.after) as Record<string, string>;
  const participants = [person.id];
  const removal = await story.put({ custom: { ...(merges ? {} : others), category: null }, participants });

  await check('PUT-MERGE-06', 'null removes that key and no other', () => {
    if (!Object.hasOwn(customOf(removal.before), 'category'))
      throw new Blocked('custom has lost the key that null was to remove');
    expect(removal.put).toSucceed();
    expect(removal.read).toShow({ custom: others });
  });
  return refused(removal.put) ? await story.put({ participants }) : removal;
}

import { refused, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import { fieldIn, isObject, participantIn } from '../../fixtures/reading/read.ts';
import { claimsOf, type Step, type World } from './steps.ts';
import type { Youth } from './youth.ts';

const unset = { subject: null, photoUrl: null, welcomeMessages: null, lastMessage: null, custom: {} };

/** Claims about who takes part, and how, before there are messages. */
export async function judgePeople(
  { check }: World,
  { created, story, grown, twice, listed }: Youth,
  { alice, bob, carol }: Readonly<Record<'alice' | 'bob' | 'carol', Person>>,
): Promise<void> {
  const { keeps, settles } = claimsOf(check);

  await check('PUT-CREATE-02', 'participants alone create a conversation', () => {
    expect(created).toSucceed();
    expect(story.first).toHaveParticipants([alice.id]);
  });
  for (const [name, value] of Object.entries(unset))
    await check('RETRIEVE-FOUND-03', `${name} that was never set`, () =>
      expect(story.first).toShow({ [name]: value }),
    );

  await keeps('PUT-KEEP-01', 'a list of only a new person', grown, [alice]);
  await keeps('PUT-KEEP-01', 'a list that leaves one out', listed, [alice, bob]);
  await keeps('PUT-KEEP-06', 'with one participant', grown, [alice]);
  await keeps('PUT-KEEP-06', 'with two participants', listed, [alice, bob]);

  const adds = (claim: string, step: Step, person: Person): Promise<boolean> =>
    check('PUT-KEEP-03', claim, () => {
      expect(Object.keys(step.before.participants)).not.toContain(person.id);
      expect(step.put).toSucceed();
      expect(step.read).toHaveParticipants(together(step));
    });
  await adds('a new person alone', grown, bob);
  await adds('a new person beside one who is there already', listed, carol);

  await settles('PUT-KEEP-04', 'before there are messages', listed, [bob]);
  await check('PUT-KEEP-05', 'duplicates are collapsed or refused', () => {
    const people = Object.keys(twice.before.participants);
    if (!refused(twice.put)) expect(twice.put).toSucceed();
    expect(twice.read).toHaveParticipants(refused(twice.put) ? people : together(twice));
  });

  for (const [claim, read] of [
    ['with default settings', story.first],
    ['with other settings', listed.read],
  ] as const)
    await check('RETRIEVE-FOUND-04', claim, () => {
      expect(Object.keys(participantsOf(read))).not.toEqual([]);
      expect(Object.entries(participantsOf(read)).filter(([, entry]) => !isParticipation(entry))).toEqual([]);
    });
  for (const [claim, read, person] of [
    ['added when the conversation was created', story.first, alice],
    ['added later', grown.read, bob],
    ['added beside others', listed.read, carol],
  ] as const)
    await check('RETRIEVE-FOUND-05', claim, () =>
      expect({ ...participantIn(read, person) }).toMatchObject({ access: 'ReadWrite', notify: true }),
    );
}

/** Who took part before, and who was named. */
function together({ before, body }: Step): string[] {
  return [...new Set([...Object.keys(before.participants), ...(body.participants ?? [])])];
}

function participantsOf(read: Exchange): object {
  const participants = fieldIn(read, 'participants');
  return isObject(participants) ? participants : {};
}

function isParticipation(entry: unknown): boolean {
  if (!isObject(entry)) return false;
  const { access, notify, isUnread } = entry;
  return (
    (access === 'ReadWrite' || access === 'Read') &&
    (typeof notify === 'boolean' || notify === 'MentionsOnly') &&
    typeof isUnread === 'boolean'
  );
}

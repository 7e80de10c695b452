/** PUT adds participants and removes none. Conversations page: a list that leaves people out does not remove them. */
import { refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Person } from '../../fixtures/given.ts';
import { fieldIn, isObject, participantIn } from '../../fixtures/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { claimsOf, settings, storyOf, type Step } from './steps.ts';

const unset = { subject: null, photoUrl: null, welcomeMessages: null, lastMessage: null, custom: {} };
const crowdNames = ['dave', 'erin', 'frank', 'grace', 'heidi', 'ivan', 'judy'] as const;
const ids = (...people: Person[]): string[] => people.map(({ id }) => id);

test(
  'people are added',
  covers(
    ...['PUT-KEEP-01', 'PUT-KEEP-02', 'PUT-KEEP-03', 'PUT-KEEP-04', 'PUT-KEEP-05', 'PUT-KEEP-06'],
    ...['PUT-CREATE-02', 'PUT-MERGE-01', 'PUT-MERGE-08'],
    ...['RETRIEVE-FOUND-03', 'RETRIEVE-FOUND-04', 'RETRIEVE-FOUND-05'],
  ),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const crowd = Object.values(await given.users(...crowdNames));
    const id = given.newId();
    const { keeps, merges, settles } = claimsOf(check);

    const created = await api.conversations.put(id, { participants: ids(alice) });
    if (!succeeded(created)) await given.conversation({ id, with: [alice] });
    const story = await storyOf(id, { api, given, eventually }, (read) =>
      expect(read).toHaveParticipants(ids(alice)),
    );
    const grown = await story.put({ ...data.attributes(), participants: ids(bob) });
    const modified = await given.optional(() =>
      given.done('changing settings', given.api.participants.modify(id, bob.id, settings)),
    );
    const empty = await story.put(
      { participants: [] },
      {
        entered: modified,
        expectation: (read) => expect({ ...participantIn(read, bob) }).toMatchObject(settings),
      },
    );
    const twice = await story.put({ participants: ids(carol, bob, carol) });
    const listed = refused(twice.put) ? await story.put({ participants: ids(carol, bob) }) : twice;
    const filled = await story.put({ participants: ids(...crowd) });
    const crowded = await story.put({ subject: data.subject(), participants: ids(...crowd.slice(-1), bob) });

    await check('PUT-CREATE-02', 'participants alone create a conversation', () => {
      expect(created).toSucceed();
      expect(story.first).toHaveParticipants(ids(alice));
    });
    for (const [name, value] of Object.entries(unset))
      await check('RETRIEVE-FOUND-03', `${name} that was never set`, () =>
        expect(story.first).toShow({ [name]: value }),
      );

    await keeps('PUT-KEEP-01', 'a list of only a new person', grown, [alice]);
    await keeps('PUT-KEEP-01', 'a list that leaves one out', listed, [alice, bob]);
    await keeps('PUT-KEEP-01', 'a list that leaves all but two out', crowded, [alice, carol, ...crowd]);
    await keeps('PUT-KEEP-02', 'an empty list', empty, [alice, bob]);
    await keeps('PUT-KEEP-06', 'with one participant', grown, [alice]);
    await keeps('PUT-KEEP-06', 'with two participants', empty, [alice, bob]);
    await keeps('PUT-KEEP-06', 'with three participants', filled, [alice, bob, carol]);
    await keeps('PUT-KEEP-06', 'with ten participants', crowded, [alice, bob, carol, ...crowd]);

    const adds = (claim: string, step: Step, person: Person): Promise<boolean> =>
      check('PUT-KEEP-03', claim, () => {
        expect(Object.keys(step.before.participants)).not.toContain(person.id);
        expect(step.put).toSucceed();
        expect(step.read).toHaveParticipants([...Object.keys(step.before.participants), person.id]);
      });
    await adds('a new person alone', grown, bob);
    await adds('a new person beside one who is there already', listed, carol);

    await settles('PUT-KEEP-04', 'before there are messages', listed, [bob]);
    await settles('PUT-KEEP-04', 'with ten participants', crowded, [bob]);
    await check('PUT-KEEP-05', 'duplicates are collapsed or refused', () => {
      const people = Object.keys(twice.before.participants);
      if (!refused(twice.put)) expect(twice.put).toSucceed();
      expect(twice.read).toHaveParticipants(refused(twice.put) ? people : [...people, carol.id]);
    });
    await merges('PUT-MERGE-01', 'updating participants with nobody leaves the rest', empty);
    await merges('PUT-MERGE-01', 'updating participants leaves the rest', listed);
    await merges('PUT-MERGE-08', 'after settings were changed', empty);

    for (const [claim, read] of [
      ['with default settings', story.first],
      ['with other settings', empty.read],
    ] as const)
      await check('RETRIEVE-FOUND-04', claim, () => {
        expect(Object.keys(participantsOf(read))).toContain(alice.id);
        expect(Object.entries(participantsOf(read)).filter(([, entry]) => !isParticipation(entry))).toEqual(
          [],
        );
      });
    for (const [claim, read, person] of [
      ['added when the conversation was created', story.first, alice],
      ['added later', grown.read, bob],
      ['added beside others', listed.read, carol],
    ] as const)
      await check('RETRIEVE-FOUND-05', claim, () =>
        expect({ ...participantIn(read, person) }).toMatchObject({ access: 'ReadWrite', notify: true }),
      );
  },
);

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

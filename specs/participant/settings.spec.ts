/**
 * Joining overwrites settings, modifying changes only what is given, and neither takes an undocumented value.
 * Participation page: joining, modifying, type of the request body.
 */
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { tableOf } from './seats.ts';

const defaults = { access: 'ReadWrite', notify: true } as const;
const first = { access: 'Read', notify: 'MentionsOnly' } as const;
const second = { access: 'ReadWrite', notify: false } as const;
const third = { access: 'Read', notify: true } as const;
const faults = [
  ['PATCH with an invalid access', 'modifyParticipation', { access: 'Owner', notify: false }],
  ['PATCH with an invalid notify', 'modifyParticipation', { access: 'Read', notify: 'Never' }],
  ['PUT with an invalid access', 'joinConversation', { access: 1, notify: 'MentionsOnly' }],
] as const;

test(
  'people join and their settings change',
  covers('PARTICIPANT-JOIN', 'PARTICIPANT-MODIFY', 'PARTICIPANT-REFUSE', 'PARTICIPANT-SILENT-01'),
  async ({ api, given, check, survey, eventually }) => {
    const { alice, bob, carol, dave } = await given.users('alice', 'bob', 'carol', 'dave');
    const conversation = await given.conversation({ with: [alice] });
    const { join, modify, faulty, seen } = tableOf(conversation, api, given, eventually);
    /** What an earlier reading must show for a check to mean anything. */
    const stood = (what: string, expectation: () => void) =>
      given.holds(what, () => Promise.resolve(expectation()));

    const joins = [await join(carol, first), await join(dave, second)] as const;
    const refusedJoin = await faulty('joinConversation', bob, { access: 'Read', notify: 'Sometimes' });
    const joined = await seen([carol, first], [dave, second]);

    await check('PARTICIPANT-JOIN-01', 'who joins takes part, beside those who do already', () => {
      for (const answer of joins) expect(answer).toSucceed();
      for (const person of [alice, carol, dave]) expect(joined(person), person.name).toBeDefined();
    });
    await check('PARTICIPANT-REFUSE-01', 'joining with an invalid notify', () => {
      expect(refusedJoin).toBeRefused();
      expect(joined(bob)).toBeUndefined();
    });

    const rejoins = [await join(bob, {}), await join(carol, {}), await join(dave, third)] as const;
    const rejoined = await seen([bob, defaults], [carol, defaults], [dave, third]);

    await check('PARTICIPANT-JOIN-01', 'without settings: ReadWrite and true', async () => {
      await stood('bob takes no part before he joins', () => expect(joined(bob)).toBeUndefined());
      expect(rejoins[0]).toSucceed();
      expect(rejoined(bob)).toEqual(defaults);
    });
    for (const name of ['access', 'notify'] as const)
      await check('PARTICIPANT-JOIN-02', `${name} that is left out falls back to its default`, async () => {
        await stood(`carol has ${name} as it was set when she joined`, () =>
          expect(joined(carol)?.[name]).toBe(first[name]),
        );
        expect(rejoins[1]).toSucceed();
        expect(rejoined(carol)?.[name]).toBe(defaults[name]);
      });
    for (const [answer, read, settings] of [
      [joins[0], joined(carol), first],
      [joins[1], joined(dave), second],
      [rejoins[2], rejoined(dave), third],
    ] as const)
      for (const name of ['access', 'notify'] as const)
        await check('PARTICIPANT-JOIN-03', `${name} ${settings[name]} reads back`, () => {
          expect(answer).toSucceed();
          expect(read?.[name]).toBe(settings[name]);
        });

    const access = rejoined(carol)?.access === 'Read' ? 'ReadWrite' : 'Read';
    const notify = rejoined(dave)?.notify === false ? 'MentionsOnly' : false;
    const accessModified = await modify(carol, { access });
    const notifyModified = await modify(dave, { notify });
    const daveNow = { ...rejoined(dave), notify };
    const others = [alice, bob].map((person) => [person, rejoined(person)] as const);
    const modified = await seen([carol, { ...rejoined(carol), access }], [dave, daveNow], ...others);

    const seated = (person: Person) =>
      stood(`${person.name} takes part`, () => expect(rejoined(person)).toBeDefined());
    await check('PARTICIPANT-MODIFY-01', 'access changes', async () => {
      await seated(carol);
      expect(accessModified).toSucceed();
      expect(modified(carol)?.access).toBe(access);
    });
    await check('PARTICIPANT-MODIFY-01', 'notify alone changes', async () => {
      await seated(dave);
      expect(notifyModified).toSucceed();
      expect(modified(dave)).toEqual(daveNow);
    });
    await check('PARTICIPANT-MODIFY-02', 'PATCH touches nobody else', () => {
      for (const person of [alice, bob]) expect(modified(person), person.name).toEqual(rejoined(person));
    });

    const accessNext = modified(dave)?.access === 'ReadWrite' ? 'Read' : 'ReadWrite';
    const hidden = await modify(alice, { access: 'None' });
    const repeated = await modify(carol, { access });
    const answers: [string, Exchange][] = [];
    for (const [name, operation, body] of faults) answers.push([name, await faulty(operation, bob, body)]);
    const accessAlone = await modify(dave, { access: accessNext });
    const daveNext = { ...modified(dave), access: accessNext };
    const last = await seen([bob, modified(bob)], [carol, modified(carol)], [dave, daveNext]);

    await check('PARTICIPANT-MODIFY-01', 'access alone changes', async () => {
      await seated(dave);
      expect(accessAlone).toSucceed();
      expect(last(dave)).toEqual(daveNext);
    });
    await check('PARTICIPANT-MODIFY-02', 'the same PATCH again succeeds and changes nothing', async () => {
      await seated(carol);
      expect(repeated).toSucceed();
      expect(last(carol)).toEqual(modified(carol));
    });
    for (const [name, answer] of answers)
      await check('PARTICIPANT-REFUSE-01', name, async () => {
        await stood('bob takes part', () => expect(modified(bob)).toBeDefined());
        expect(answer).toBeRefused();
        expect(last(bob)).toEqual(modified(bob));
      });

    await survey('PARTICIPANT-SILENT-01', 'access None in GET', () => {
      const { access: shown } = last(alice) ?? { access: 'left out of participants' };
      return Promise.resolve(succeeded(hidden) ? String(shown) : `PATCH answered ${hidden.status}`);
    });
    await survey('PARTICIPANT-SILENT-01', 'join of an unknown user', async () =>
      String((await api.participants.join(conversation.id, given.newId())).status),
    );
    await survey('PARTICIPANT-SILENT-01', 'join to a missing conversation', async () =>
      String((await api.participants.join(given.newId(), alice.id)).status),
    );
  },
);

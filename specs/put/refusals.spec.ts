/**
 * A body that breaks the documented type is refused, and refused whole. Conversations page: type RequestBody; API getting
 * started page: bad arguments answer 400, and the status code alone says whether a call succeeded.
 */
import { refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { conversationIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { faultsOf, writtenBy, type Fault } from './faults.ts';
import { attributeNames } from './steps.ts';

/** Faults with which a creation is tried as well: in a single value, and in a list. */
const atBirth = ['subject as a number', 'participants as a string'];

test(
  'bodies that break the documented type',
  covers('PUT-REFUSE-01', 'PUT-REFUSE-02', 'PUT-REFUSE-03', 'PUT-CREATE-03'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol, dave } = await given.users('alice', 'bob', 'carol', 'dave');
    const created = { ...data.attributes(), custom: data.custom() };
    const faults = faultsOf(created.custom, data, { stranger: carol, newcomer: dave });
    const [id, unborn] = [given.newId(), given.newId()];
    const send = (conversationId: string, { body }: Fault): Promise<Exchange> =>
      api.call('putConversation', { conversationId }, { body, deliberate: true });
    const look = async (): Promise<Exchange> => {
      const read = await lastReading(
        eventually,
        () => api.conversations.get(id),
        (reading) => expect(reading).toShow(created),
      );
      await given.holds('the conversation can be read', () => Promise.resolve(conversationIn(read)));
      return read;
    };

    // The same without any fault succeeds.
    const put = await api.conversations.put(id, { ...created, participants: [alice.id, bob.id] });
    if (!succeeded(put)) await given.conversation({ id, with: [alice, bob], ...created });
    const first = await look();

    for (const name of attributeNames)
      await check('PUT-CREATE-03', `${name} given at creation is stored`, () => {
        expect(put).toSucceed();
        expect(first).toShow({ [name]: created[name] });
      });
    await check('PUT-CREATE-03', 'participants given at creation take part', () => {
      expect(put).toSucceed();
      expect(first).toHaveParticipants([alice.id, bob.id]);
    });

    let before = first;
    const refusals: Fault[] = [];
    for (const fault of faults) {
      const answer = await send(id, fault);
      await check(fault.requirement, fault.name, () => expect(answer).toBeRefused());
      if (refused(answer)) refusals.push(fault);
      if (!succeeded(answer)) continue;
      // What a lenient target has written is no matter of the faults that follow.
      await given.done('clearing', given.api.conversations.put(id, { custom: null }));
      await given.done('restoring', given.api.conversations.put(id, created));
      before = await look();
    }
    const after = await look();

    await check('PUT-REFUSE-02', 'there are refusals to look behind', () => {
      if (refusals.length === 0) throw new Blocked('no faulty body was refused');
    });
    let whole = true;
    for (const fault of refusals) {
      const held = await check('PUT-REFUSE-02', `nothing is written from beside ${fault.name}`, () =>
        expect(writtenBy(fault, conversationIn(before), conversationIn(after))).toEqual([]),
      );
      whole &&= held;
    }
    if (whole)
      await check('PUT-REFUSE-01', 'refused bodies change nothing', () =>
        expect(conversationIn(after)).toEqual(conversationIn(before)),
      );

    let born = false;
    for (const fault of faults.filter(({ name }) => atBirth.includes(name))) {
      const answer = await send(unborn, fault);
      await check(fault.requirement, `${fault.name}, in a new conversation`, () =>
        expect(answer).toBeRefused(),
      );
      born ||= succeeded(answer);
    }
    if (!born)
      await check('PUT-REFUSE-01', 'refused bodies create nothing', async () =>
        expect(await api.conversations.get(unborn)).toBeRefused(),
      );
  },
);

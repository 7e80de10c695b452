/** Ids that need percent-encoding. Conversations page: the id is the caller's choice, a string, and part of the URL. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { refused, type Exchange } from '../../fixtures/client/exchange.ts';
import { idPrefix } from '../../fixtures/run/ids.ts';
import { messagesIn } from '../../fixtures/reading/read.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Ends of ids, and the ends of other ids that careless decoding takes them for. */
const lookAlikes = [
  ['a slash', '-a/b', '-a'],
  ['a plus sign', '-a+b', '-a b'],
  ['a percent sign', '-a%20b', '-a b'],
  ['a letter beyond ASCII', '-a\u00e9b', '-ae\u0301b'],
] as const;

/** Everything that has to be encoded, in one id: space, slash, plus, percent, beyond ASCII, colon and at sign. */
const everything = '-a b-a/b-a+b-a%20b-a\u00e9b-a:b-a@b';

/** A target may refuse such ids, which is no violation. */
function needsAccepted(put: Exchange): void {
  if (refused(put)) throw new NotApplicable('the target refuses such an id');
  expect(put).toSucceed();
}

for (const [what, end, lookAlike] of lookAlikes)
  test(
    `creating a conversation whose id has ${what}`,
    covers('RETRIEVE-ID-02'),
    async ({ api, given, check, eventually, data }) => {
      const stem = given.newId();
      const id = `${stem}${end}`;
      const subject = data.subject();
      const odd = api.with({ deliberate: true });

      const put = await odd.conversations.put(id, { subject });

      await check('RETRIEVE-ID-02', 'it is found under that id, and not under its look-alike', async () => {
        needsAccepted(put);
        await eventually(async () => expect(await odd.conversations.get(id)).toShow({ id, subject }));
        expect(await odd.conversations.get(`${stem}${lookAlike}`)).toBeRefused();
      });
    },
  );

for (const [what, end, lookAlike] of lookAlikes) {
  const ids = [`${idPrefix}eve${end}`, `${idPrefix}eve${lookAlike}`] as const;

  test(
    `joining as a person whose id has ${what}`,
    covers('RETRIEVE-ID-02'),
    async ({ api, given, check, eventually }) => {
      const [odd] = await given.usersWithIds(...ids);
      const { id } = await given.conversation();

      const joined = await api.participants.join(id, odd.id);

      await check('RETRIEVE-ID-02', 'that person takes part, and not the look-alike', async () => {
        expect(joined).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([odd.id]));
      });
    },
  );

  test(
    `leaving as a person whose id has ${what}`,
    covers('RETRIEVE-ID-02'),
    async ({ api, given, check, eventually }) => {
      const [odd, alike] = await given.usersWithIds(...ids);
      const { id } = await given.conversation({ with: [odd, alike] });

      const left = await api.participants.leave(id, odd.id);

      await check('RETRIEVE-ID-02', 'that person is gone, and not the look-alike', async () => {
        expect(left).toSucceed();
        await eventually(async () => expect(await api.conversations.get(id)).toHaveParticipants([alike.id]));
      });
    },
  );
}

test(
  'joining, leaving, writing in and deleting a conversation whose id needs encoding',
  covers('RETRIEVE-ID-02'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const id = given.newId(everything);
    const odd = api.with({ deliberate: true });

    const put = await odd.conversations.put(id, { participants: [alice.id, bob.id] });

    await check('RETRIEVE-ID-02', 'joining and leaving it work', async () => {
      needsAccepted(put);
      expect(await odd.participants.join(id, carol.id)).toSucceed();
      expect(await odd.participants.leave(id, bob.id)).toSucceed();
      await eventually(async () =>
        expect(await odd.conversations.get(id)).toHaveParticipants([alice.id, carol.id]),
      );
    });
    await check('RETRIEVE-ID-02', 'its messages can be sent and listed', async () => {
      needsAccepted(put);
      given.unlessDisclaimed('messages');
      expect(await odd.messages.send(id, [userMessage(alice, 'Hello')])).toSucceed();
      await eventually(async () =>
        expect(messagesIn(await odd.messages.list(id)).map(({ text }) => text)).toEqual(['Hello']),
      );
    });
    await check('RETRIEVE-ID-02', 'it can be deleted', async () => {
      needsAccepted(put);
      expect(await odd.conversations.remove(id)).toSucceed();
    });
  },
);

/** Ids that need percent-encoding. Conversations page: the id is the caller's choice, a string, and part of the URL. */
import { refused } from '../../fixtures/client/exchange.ts';
import { fieldIn, idsIn, sentIdsIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const suffixes = {
  'a space': '-a b',
  'a slash': '-c/d',
  'a plus sign': '-e+f',
  'a percent sign': '-g%20h',
  'a letter beyond ASCII': '-i\u00e9j',
  'a colon': '-k:l',
  'an at sign': '-m@n',
} as const;

/** Other ids that careless decoding takes for this one. */
function lookAlikes(id: string): string[] {
  const others = [id.replaceAll('+', ' '), id.replaceAll('%20', ' '), id.normalize('NFD')];
  return others.filter((other) => other !== id);
}

test(
  'ids that need percent-encoding',
  covers('RETRIEVE-ID-02'),
  async ({ api, given, check, eventually, data, target }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    // A target may refuse such ids, so that nothing but this requirement judges what it does with them.
    const odd = api.with({ deliberate: true });

    /** Creates, uses and deletes a conversation; answers false where the target refuses its id. */
    async function useAll(id: string): Promise<boolean> {
      const subject = data.subject();
      const put = await odd.conversations.put(id, { subject, participants: [alice.id, bob.id] });
      if (refused(put)) return false;
      expect(put).toSucceed();
      await eventually(async () => {
        const read = await odd.conversations.get(id);
        expect(fieldIn(read, 'id'), 'id').toBe(id);
        expect(read).toShow({ subject });
      });
      for (const other of lookAlikes(id)) expect(await odd.conversations.get(other)).toBeRefused();
      expect(await odd.participants.join(id, carol.id)).toSucceed();
      expect(await odd.participants.leave(id, bob.id)).toSucceed();
      await eventually(async () =>
        expect(await odd.conversations.get(id)).toHaveParticipants([alice.id, carol.id]),
      );
      if (target.capabilities.messages !== 'disclaimed') await talk(id);
      expect(await odd.conversations.remove(id)).toSucceed();
      return true;
    }

    async function talk(id: string): Promise<void> {
      const message = { type: 'UserMessage', sender: alice.id, text: data.text() } as const;
      const [sent = ''] = sentIdsIn(await odd.messages.send(id, [message]));
      await eventually(async () => expect(idsIn(await odd.messages.list(id))).toEqual([sent]));
    }

    let accepted = false;
    const together = Object.values(suffixes).join('');
    const held = await check('RETRIEVE-ID-02', 'all such characters in one id', async () => {
      accepted = await useAll(given.newId(together));
    });
    if (!held || !accepted)
      for (const [character, suffix] of Object.entries(suffixes))
        await check('RETRIEVE-ID-02', character, async () => void (await useAll(given.newId(suffix))));
  },
);

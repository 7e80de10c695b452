/** Who is added without settings has the defaults, whatever others have. Participation page: defaults of access and notify. */
import { participantIn } from '../../fixtures/reading/read.ts';
import type { Conversation, Given, Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** Who has other settings before bob is added to a conversation of alice. */
const others: Readonly<
  Record<string, (given: Given, to: Conversation, alice: Person, bob: Person) => Promise<void>>
> = {
  'beside a person with other settings': (given, to, alice) =>
    given.modified(to, alice, { access: 'Read', notify: 'MentionsOnly' }),
  'who has other settings in another conversation': async (given, _, alice, bob) =>
    given.modified(await given.conversation({ with: [alice, bob] }), bob, { access: 'Read', notify: false }),
};

for (const [who, prepare] of Object.entries(others))
  test(`adding somebody ${who}`, covers('RETRIEVE-FOUND-05'), async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice] });
    await prepare(given, conversation, alice, bob);

    const put = await api.conversations.put(conversation.id, { participants: [bob.id] });

    await check('RETRIEVE-FOUND-05', 'access is ReadWrite, and notify true', async () => {
      expect(put).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(conversation.id);
        expect({ ...participantIn(read, bob) }).toMatchObject({ access: 'ReadWrite', notify: true });
      });
    });
  });

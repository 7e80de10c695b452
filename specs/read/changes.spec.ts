/**
 * What changes the read state of a conversation, and which requests leave it as it is. Conversations page: marking as
 * read or unread, and the sample of a conversation, which is unread for everybody but the sender of its last message.
 */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { differences } from '../../fixtures/differences.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { makeView } from '../../fixtures/view.ts';
import { isUnread, readStates } from './states.ts';

const noChange = [
  { row: 'READ-NOCHANGE-01', what: 'isUnread left out', body: {} },
  { row: 'READ-NOCHANGE-02', what: 'isUnread null', body: { isUnread: null } },
] as const;
const wrongTypes = { string: 'true', number: 1, object: { value: true } };

test(
  'what makes a conversation unread and what does not',
  covers(
    ...['READ-NOCHANGE', 'READ-REFUSE-01', 'READ-UNREAD-03', 'READ-MESSAGE-01', 'READ-MESSAGE-02'],
    ...['READ-READ-01', 'READ-LEGACY'],
  ),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol, dave } = await given.users('alice', 'bob', 'carol', 'dave');
    const conversation = await given.conversation({ with: [alice, bob, carol, dave] });
    await given.readState(conversation, dave);
    const view = makeView(api, eventually, conversation);
    const mark = (isUnread: boolean, person = bob) =>
      api.readState.set(person.id, conversation.id, { isUnread });
    const setTo = (isUnread: unknown) => {
      const parameters = { userId: bob.id, conversationId: conversation.id };
      return api.call('setReadState', parameters, { body: { isUnread }, deliberate: true });
    };
    const stood = (unread: boolean, person = bob) =>
      given.holds(`the conversation is ${unread ? 'unread' : 'read'} before`, () =>
        Promise.resolve(expect(isUnread(view.last, person)).toBe(unread)),
      );
    await given.holds('a new conversation is not unread', async () =>
      expect(isUnread(await view.read(), bob)).toBe(false),
    );

    const marked = await mark(true, dave);

    await check('READ-UNREAD-03', 'a conversation without messages is marked as unread', async () => {
      expect(marked).toSucceed();
      await eventually(async () => expect(isUnread(await view.read(), dave)).toBe(true));
    });
    await judgeWhatChangesNothing(false);
    for (const [type, value] of Object.entries(wrongTypes))
      await unchanged('READ-REFUSE-01', `isUnread as ${type}`, false, async () => {
        await given.done('the same request with a boolean', marked);
        expect(await setTo(value)).toBeRefused();
      });

    await check('READ-MESSAGE-01', 'a message makes it unread for all but the sender', async () => {
      for (const person of [alice, bob, carol]) await stood(false, person);
      await given.messages(conversation, { from: alice, text: data.text() });
      await eventually(async () => {
        const states = readStates(await view.read(), [alice, bob, carol, dave]);
        expect(states).toEqual({ Alice: false, Bob: true, Carol: true, Dave: true });
      });
    });
    await judgeWhatChangesNothing(true);
    await check('READ-REFUSE-01', 'isUnread as number while it is unread', async () => {
      await given.done('the same request with a boolean', marked);
      expect(await setTo(0)).toBeRefused();
    });
    await check('READ-READ-01', 'false marks as read what was marked as unread', async () => {
      await stood(true, dave);
      expect(await mark(false, dave)).toSucceed();
      await eventually(async () => expect(isUnread(await view.read(), dave)).toBe(false));
    });
    await check('READ-MESSAGE-02', 'another message makes it unread again', async () => {
      await stood(false, dave);
      await given.messages(conversation, { from: alice, text: data.text() });
      await eventually(async () => expect(isUnread(await view.read(), dave)).toBe(true));
    });
    await check('READ-LEGACY-01', 'the deprecated endpoint marks as read', async () => {
      let answer: Exchange | undefined;
      const parameters = { userId: dave.id, conversationId: conversation.id };
      // An empty object is the documented body, and no other content type than JSON is documented.
      const markRead = async (): Promise<Exchange> =>
        (answer = await api.call('markRead', parameters, { body: {}, deliberate: true }));
      await given.messages(conversation);
      await stood(true, dave);
      await given.capability(
        'legacyReadBy',
        async () => ![404, 405, 501].includes((await markRead()).status),
      );
      expect(answer ?? (await markRead())).toSucceed();
      await eventually(async () => expect(isUnread(await view.read(), dave)).toBe(false));
    });

    async function judgeWhatChangesNothing(unread: boolean): Promise<void> {
      for (const { row, what, body } of noChange)
        await unchanged(row, `${what} while it is ${unread ? 'unread' : 'read'}`, unread, async () => {
          expect(await api.readState.set(bob.id, conversation.id, body)).toSucceed();
        });
    }

    /** Judges that a request leaves everything as it was; puts it right again where it did not. */
    async function unchanged(
      row: string,
      claim: string,
      unread: boolean,
      request: () => Promise<void>,
    ): Promise<void> {
      const held = await check(row, claim, async () => {
        // Where there are no messages, nothing makes a conversation unread that is not judged itself.
        if (unread) await given.messages(conversation);
        await stood(unread);
        const before = view.last;
        await request();
        await eventually(async () => expect(differences(before, await view.read())).toEqual([]));
      });
      if (held) return;
      await mark(unread);
      await given.optional(() => given.holds('the conversation can be read', () => view.read()));
    }
  },
);

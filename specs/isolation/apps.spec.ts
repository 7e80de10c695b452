/** Two apps of one target share nothing. API introduction page: the app is part of the URL and has a key of its own. */
import { describeExchange, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { Blocked, Violation } from '../../fixtures/scenario/outcome.ts';
import { conversationIn, conversationsIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';

test(
  'the same id in two apps',
  covers('ISOLATION'),
  async ({ api, given, check, eventually, data, target }) => {
    await given.capability('secondApp', () => Promise.resolve(target.secondApp !== undefined));
    const app = target.secondApp ?? target;
    const other = api.with({ app });
    // Only this app knows the guest; a name that all runs share may have been used in the other app before.
    const guest: Person = { id: given.newId(), name: 'Guest' };
    const known = await given.optional(async () => {
      given.claimed('users');
      await given.done('creating a user', given.api.users.put(guest.id, { name: guest.name }));
    });
    const here = data.attributes();
    const { id } = await given.conversation({ with: [guest], ...here });
    const sent = await given.optional(() => given.messages({ id }, { from: guest, text: data.text() }));

    await check('ISOLATION-APP-01', 'a conversation is not visible in the other app', async () => {
      expect(await other.conversations.get(id)).toHaveStatus(404);
    });
    await check('ISOLATION-APP-01', 'a user is not visible in the other app', async () => {
      known();
      expect(await other.users.get(guest.id)).toHaveStatus(404);
    });
    await check('ISOLATION-APP-01', 'the key of the other app does not open this one', async () => {
      const ask = (authorization: string) =>
        api.with({ authorization, deliberate: true }).conversations.get(id);
      const answer = await ask(`Bearer ${app.secretKey}`);
      if (succeeded(answer) && succeeded(await ask(`Bearer nonsense-${given.newId()}`)))
        throw new Blocked('the target accepts any credential');
      mustRefuse(answer);
    });

    const there = data.subject();
    const created = await other.conversations.put(id, { subject: there });

    await check('ISOLATION-APP-01', 'the list of the other app shows only its own', async () => {
      await given.done('creating a conversation in the other app', created);
      await eventually(async () => {
        const list = await other.conversations.list({ orderBy: 'createdAt', limit: pageSize });
        const shown = conversationsIn(list).filter((one) => one.id === id);
        expect(shown.map(({ subject }) => subject)).toEqual([there]);
        expect(shown).toMatchObject([{ photoUrl: null, custom: {}, participants: {}, lastMessage: null }]);
      });
    });

    const removed = await other.conversations.remove(id);
    const read = await lastReading(
      eventually,
      () => api.conversations.get(id),
      (reading) => {
        expect(reading).toShow(here);
        expect(conversationIn(reading).lastMessage).toBeTruthy();
      },
    );
    const evidence = [created, removed, read];
    const deleted = () => given.done('deleting a conversation in the other app', removed);

    await check(
      'ISOLATION-APP-01',
      'deleting in the other app deletes nothing here',
      async () => {
        await deleted();
        expect(read).toSucceed();
      },
      evidence,
    );
    await check(
      'ISOLATION-APP-01',
      'writing in the other app changes nothing here',
      async () => {
        await given.done('reading it in this app', read);
        expect(read).toShow(here);
        expect(read).toHaveParticipants([guest.id]);
      },
      evidence,
    );
    await check(
      'ISOLATION-APP-01',
      'deleting in the other app deletes no message here',
      async () => {
        const [messageId] = sent();
        await deleted();
        await given.done('reading it in this app', read);
        expect(conversationIn(read).lastMessage?.id).toEqual(messageId);
      },
      evidence,
    );
  },
);

/** Whether a key of another app is wrong or names an app that is not there, is the target's choice. */
function mustRefuse(answer: Exchange): void {
  const { status } = answer;
  if (status < 400 || status >= 500) throw new Violation('a refusal (4xx)', describeExchange(answer));
}

/** Two apps of one target share nothing. API introduction page: the app is part of the URL and has a key of its own. */
import { describeExchange, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import {
  attributesOf,
  conversationIn,
  conversationsIn,
  type ConversationState,
} from '../../fixtures/reading/read.ts';
import { pageWith } from '../../fixtures/reading/walk.ts';
import type { Attributes, Given } from '../../fixtures/scenario/given.ts';
import { Blocked, Violation } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { secondApp } from './second-app.ts';

test('reading across two apps', covers('ISOLATION-APP-01'), async ({ api, given, check, target }) => {
  const app = await secondApp(given, target);
  const { id } = await given.conversation();
  const readWith = (authorization: string) =>
    api.with({ authorization, deliberate: true }).conversations.get(id);

  await check('ISOLATION-APP-01', 'a conversation is not visible in the other app', async () => {
    expect(await api.with({ app }).conversations.get(id)).toHaveStatus(404);
  });

  await check('ISOLATION-APP-01', 'the key of the other app does not open this one', async () => {
    const answer = await readWith(`Bearer ${app.secretKey}`);
    if (succeeded(answer) && succeeded(await readWith(`Bearer nonsense-${given.newId()}`)))
      throw new Blocked('the target accepts any credential');
    mustRefuse(answer);
  });
});

test('reading a user of another app', covers('ISOLATION-APP-01'), async ({ api, given, check, target }) => {
  const app = await secondApp(given, target);
  given.unlessDisclaimed('users');
  // Only this app knows the guest: a name that all runs share may have been used in the other app before.
  const guest = given.newId();
  await given.done('creating a user', given.api.users.put(guest, { name: 'Guest' }), 'USER-PUT-01');

  await check('ISOLATION-APP-01', 'a user is not visible in the other app', async () => {
    expect(await api.with({ app }).users.get(guest)).toHaveStatus(404);
  });
});

test(
  'creating a conversation with the same id in another app',
  covers('ISOLATION-APP-01'),
  async ({ api, given, check, eventually, data, target }) => {
    const other = api.with({ app: await secondApp(given, target) });
    const { id } = await conversationHere(given, data.attributes());
    const before = await given.read({ id });

    const subject = data.subject();
    await given.done('creating it in the other app', other.conversations.put(id, { subject }));

    await check('ISOLATION-APP-01', 'the list of the other app shows only its own', () =>
      eventually(async () => {
        const list = await pageWith(id, (page) =>
          other.conversations.list({ orderBy: 'createdAt', ...page }),
        );
        const attributes = { subject, photoUrl: null, welcomeMessages: null, custom: {} };
        const shown = conversationsIn(list)
          .filter((one) => one.id === id)
          .map((one) => ({
            ...attributesOf(one),
            participants: one.participants,
            lastMessage: one.lastMessage,
          }));
        expect(shown).toEqual([{ ...attributes, participants: {}, lastMessage: null }]);
      }),
    );
    await check('ISOLATION-APP-01', 'the one of this app is as before', () =>
      eventually(async () =>
        expect(stored(conversationIn(await api.conversations.get(id)))).toEqual(stored(before)),
      ),
    );
  },
);

test(
  'deleting a conversation with the same id in another app',
  covers('ISOLATION-APP-01'),
  async ({ api, given, check, eventually, data, target }) => {
    const other = api.with({ app: await secondApp(given, target) });
    const { id } = await conversationHere(given, data.attributes());
    await given.done(
      'creating it in the other app',
      other.conversations.put(id, { subject: data.subject() }),
    );
    const before = await given.read({ id });

    await given.done('deleting it in the other app', other.conversations.remove(id));

    await check('ISOLATION-APP-01', 'the one of this app is as before', () =>
      eventually(async () =>
        expect(stored(conversationIn(await api.conversations.get(id)))).toEqual(stored(before)),
      ),
    );
  },
);

/** A conversation of this app with these attributes; with a message, where the target has messages. */
async function conversationHere(given: Given, attributes: Attributes) {
  const { alice, bob } = await given.users('alice', 'bob');
  const conversation = await given.conversation({ with: [alice, bob], ...attributes });
  await given.optional(() => given.messages(conversation, { from: alice, text: 'Hello' }));
  return conversation;
}

/** What reading it does not change; whether reading marks it as read is judged elsewhere. */
function stored({ participants, lastMessage, ...attributes }: ConversationState) {
  return { ...attributes, people: Object.keys(participants).sort(), lastMessage: lastMessage?.id };
}

/** Whether a key of another app is wrong or names an app that is not there, is the target's choice. */
function mustRefuse(answer: Exchange): void {
  const { status } = answer;
  if (status < 400 || status >= 500) throw new Violation('a refusal (4xx)', describeExchange(answer));
}

/** What is done in one app does nothing in another one. API introduction page: the app is part of the URL and has a key of its own. */
import type { Api } from '../../fixtures/client/api.ts';
import { refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { userMessage } from '../../fixtures/builders/messages.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { secondApp } from './second-app.ts';

type Act = (app: Api, id: string, alice: Person, bob: Person) => Promise<Exchange>;

const acts: Readonly<Record<string, Act>> = {
  'marking as read': (app, id, _alice, bob) => app.readState.set(bob.id, id, { isUnread: false }),
  'marking as unread': (app, id, alice) => app.readState.set(alice.id, id, { isUnread: true }),
  'changing settings': (app, id, alice) => app.participants.modify(id, alice.id, { notify: false }),
  leaving: (app, id, _alice, bob) => app.participants.leave(id, bob.id),
  'sending a message': (app, id, alice) => app.messages.send(id, [userMessage(alice, 'Elsewhere')]),
};

for (const [what, act] of Object.entries(acts))
  test(
    `${what} in a conversation with the same id and people in another app`,
    covers('ISOLATION-APP-01'),
    async ({ api, given, check, eventually, target }) => {
      const app = await secondApp(given, target);
      given.unlessDisclaimed('users');
      given.unlessDisclaimed('messages');
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      const { id } = conversation;
      await given.messages(conversation, { from: alice, text: 'Hello' });
      const there = given.api.with({ app });
      for (const { id: userId, name } of [alice, bob])
        await given.done('creating a user in the other app', there.users.put(userId, { name }));
      const participants = [alice.id, bob.id];
      await given.done('creating it in the other app', there.conversations.put(id, { participants }));
      await given.done('writing there', there.messages.send(id, [userMessage(alice, 'Hello')]));
      const before = await given.read(conversation);

      const done = await act(api.with({ app }), id, alice, bob);
      given.notApplicableIf(!succeeded(done), 'the call does not work in the other app');

      await check('ISOLATION-APP-01', 'the conversation of this app is as before', () =>
        eventually(async () => expect(await api.conversations.get(id)).toBeAs(before)),
      );
    },
  );

const additions: Readonly<Record<string, (api: Api, id: string, userId: string) => Promise<Exchange>>> = {
  'an update of a conversation': (api, id, userId) => api.conversations.put(id, { participants: [userId] }),
  joining: (api, id, userId) => api.participants.join(id, userId),
};

for (const [way, add] of Object.entries(additions))
  test(
    `adding a person of another app by ${way}`,
    covers('ISOLATION-APP-01'),
    async ({ api, given, check, target }) => {
      const app = await secondApp(given, target);
      given.unlessDisclaimed('users');
      const [guest, nobody] = [given.newId(), given.newId()];
      const created = given.api.with({ app }).users.put(guest, { name: 'Guest' });
      await given.done('creating a user in the other app', created);
      const { id } = await given.conversation();
      // Whether people have to exist before they take part is not documented.
      const stranger = await add(api, id, nobody);
      given.notApplicableIf(!refused(stranger), 'people take part who exist nowhere');

      const added = await add(api, id, guest);

      await check('ISOLATION-APP-01', 'here that person is as unknown as somebody who exists nowhere', () =>
        expect(added).toBeRefused(),
      );
    },
  );

/** What messages and other changes do to the read state. Conversations page: sample response; marking; PUT merges. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { participantIn } from '../../fixtures/reading/read.ts';
import type { Person } from '../../fixtures/scenario/given.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const sender of ['alice', 'carol'] as const)
  test(
    `${sender}, one of three people, writes a first message`,
    covers('READ-MESSAGE-01'),
    async ({ api, given, check, eventually, data }) => {
      const people = await given.users('alice', 'bob', 'carol');
      const conversation = await given.conversation({ with: Object.values(people) });
      given.unlessDisclaimed('messages');
      const everybody = Object.values(people);
      const nobodyUnread = Object.fromEntries(everybody.map(({ id }) => [id, false]));
      // Whether a new conversation is read by those who take part is not documented.
      await given.applicableIf(
        async () => expect(await given.api.conversations.get(conversation.id)).toHaveUnread(nobodyUnread),
        'a new conversation is unread',
      );

      const sent = await api.messages.send(conversation.id, [userMessage(people[sender], data.text())]);

      await check('READ-MESSAGE-01', 'it is unread for all but the sender', async () => {
        expect(sent).toSucceed();
        const unread = Object.fromEntries(everybody.map(({ id }) => [id, id !== people[sender].id]));
        await eventually(async () =>
          expect(await api.conversations.get(conversation.id)).toHaveUnread(unread),
        );
      });
    },
  );

test(
  'a message after one that was read has been deleted',
  covers('READ-MESSAGE-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversation({ with: [alice, bob] });
    const [first = ''] = await given.messages(conversation, { from: alice, text: data.text() });
    await given.marked(conversation, bob, 'read');
    await given.removed(conversation, first);

    const sent = await api.messages.send(conversation.id, [userMessage(alice, data.text())]);

    await check('READ-MESSAGE-02', 'it is unread again for the other', async () => {
      expect(sent).toSucceed();
      await eventually(async () =>
        expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject({
          isUnread: true,
        }),
      );
    });
  },
);

for (const settings of [{ notify: 'MentionsOnly' }, { notify: false }, { access: 'Read' }] as const)
  test(
    `a message to somebody with ${Object.entries(settings).flat().join(' ')}`,
    covers('READ-MESSAGE-01'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('messages');
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      await given.modified(conversation, bob, settings);

      const sent = await api.messages.send(conversation.id, [userMessage(alice, data.text())]);

      await check('READ-MESSAGE-01', 'it is unread for that person', async () => {
        expect(sent).toSucceed();
        await eventually(async () =>
          expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject({
            isUnread: true,
          }),
        );
      });
    },
  );

for (const cameBack of ['by joining', 'through participants'] as const)
  test(
    `a message to somebody who left and came back ${cameBack}`,
    covers('READ-MESSAGE-01'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('messages');
      const { alice, bob } = await given.users('alice', 'bob');
      const conversation = await given.conversation({ with: [alice, bob] });
      await given.left(conversation, bob);
      if (cameBack === 'by joining') await given.joined(conversation, bob);
      else await given.updated(conversation, { participants: [bob.id] });

      const sent = await api.messages.send(conversation.id, [userMessage(alice, data.text())]);

      await check('READ-MESSAGE-01', 'it is unread for that person', async () => {
        expect(sent).toSucceed();
        await eventually(async () =>
          expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject({
            isUnread: true,
          }),
        );
      });
    },
  );

test(
  'a message to eight others',
  covers('READ-MESSAGE-01'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('messages');
    const { alice } = await given.users('alice');
    const others = await given.guests(8);
    const conversation = await given.conversationIfTaken({ with: [alice, ...others] }, 'so many people');

    const sent = await api.messages.send(conversation.id, [userMessage(alice, data.text())]);

    await check('READ-MESSAGE-01', 'it is unread for each of them', async () => {
      expect(sent).toSucceed();
      await eventually(async () => {
        const read = await api.conversations.get(conversation.id);
        for (const person of others) expect(participantIn(read, person)).toMatchObject({ isUnread: true });
      });
    });
  },
);

test(
  'another message, after the conversation was marked as read',
  covers('READ-MESSAGE-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversationInState('marked as read', { with: [alice, bob] });

    const sent = await api.messages.send(conversation.id, [userMessage(alice, data.text())]);

    await check('READ-MESSAGE-02', 'it is unread again', async () => {
      expect(sent).toSucceed();
      await eventually(async () =>
        expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject({
          isUnread: true,
        }),
      );
    });
  },
);

/** What is done to a conversation of alice, bob and carol; dave takes no part yet. */
const changes: Readonly<
  Record<
    string,
    (api: Api, id: string, people: Record<'alice' | 'carol' | 'dave', Person>) => Promise<Exchange>
  >
> = {
  'after a PUT added somebody': (api, id, { dave }) => api.conversations.put(id, { participants: [dave.id] }),
  'after somebody left': (api, id, { carol }) => api.participants.leave(id, carol.id),
  'after settings of somebody changed': (api, id, { alice }) =>
    api.participants.modify(id, alice.id, { notify: false }),
};

for (const [when, change] of Object.entries(changes))
  test(
    `a conversation that was marked as unread, ${when}`,
    covers('READ-MESSAGE-03'),
    async ({ api, given, check, eventually }) => {
      const { alice, bob, carol, dave } = await given.users('alice', 'bob', 'carol', 'dave');
      const conversation = await given.conversationInState('marked as read', { with: [alice, bob, carol] });
      await given.marked(conversation, bob, 'unread');

      const changed = await change(api, conversation.id, { alice, carol, dave });

      await check('READ-MESSAGE-03', 'it is still unread', async () => {
        expect(changed).toSucceed();
        await eventually(async () =>
          expect(participantIn(await api.conversations.get(conversation.id), bob)).toMatchObject({
            isUnread: true,
          }),
        );
      });
    },
  );

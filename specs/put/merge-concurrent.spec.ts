/** Requests that arrive at the same time all take effect. Follows from the Conversations page: PUT merges. */
import { userMessage } from '../../fixtures/builders/messages.ts';
import { conversationIn, sentIdsIn } from '../../fixtures/reading/read.ts';
import { mustAllSucceed } from '../../fixtures/scenario/concurrent.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { attributeNames } from './attributes.ts';

test(
  'updates of different attributes at the same time',
  covers('PUT-MERGE-12'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const { id } = await given.conversation({ with: [alice] });
    const attributes = data.attributes();

    // A PUT that puts back what it found when it began undoes what others changed meanwhile. So the last one changes
    // nothing: once it has ended, every change has to be there.
    const puts = await Promise.all([
      ...attributeNames.map((name) => api.conversations.put(id, { [name]: attributes[name] })),
      api.conversations.put(id, { participants: [alice.id] }),
    ]);

    await check('PUT-MERGE-12', 'every one takes effect', async () => {
      mustAllSucceed(puts);
      await eventually(async () => expect(await api.conversations.get(id)).toShow(attributes));
    });
  },
);

test(
  'creating a conversation by two calls at the same time',
  covers('PUT-MERGE-12'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const id = given.newId();
    const [subject, welcomeMessages] = [data.subject(), data.welcomeMessages()];

    const puts = await Promise.all([
      api.conversations.put(id, { subject, participants: [alice.id] }),
      api.conversations.put(id, { welcomeMessages, participants: [bob.id] }),
    ]);

    await check('PUT-MERGE-12', 'it has what either of them gave', async () => {
      mustAllSucceed(puts);
      await eventually(async () => {
        const read = await api.conversations.get(id);
        expect(read).toShow({ subject, welcomeMessages });
        expect(read).toHaveParticipants([alice.id, bob.id]);
      });
    });
  },
);

test(
  'adding several people at the same time',
  covers('PUT-MERGE-12'),
  async ({ api, given, check, eventually }) => {
    const people = Object.values(await given.users('alice', 'bob', 'carol', 'dave'));
    const { id } = await given.conversation();

    const [alice, ...others] = people.map((person) => person.id);
    const added = await Promise.all([
      ...others.map((one) => api.conversations.put(id, { participants: [one] })),
      api.participants.join(id, alice ?? ''),
    ]);

    await check('PUT-MERGE-12', 'all of them take part', async () => {
      mustAllSucceed(added);
      await eventually(async () =>
        expect(await api.conversations.get(id)).toHaveParticipants(people.map((person) => person.id)),
      );
    });
  },
);

test(
  'updating attributes, adding a person and sending a message at the same time',
  covers('PUT-MERGE-12'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice] });
    const update = { subject: data.subject(), welcomeMessages: data.welcomeMessages() };

    // The message is sent last, so that both updates are under way when it arrives.
    const [added, updated, sent] = await Promise.all([
      api.conversations.put(id, { participants: [bob.id] }),
      api.conversations.put(id, update),
      given.optional(async () => {
        given.unlessDisclaimed('messages');
        return api.messages.send(id, [userMessage(alice, data.text())]);
      }),
    ]);

    await check('PUT-MERGE-12', 'the person and the update are there', async () => {
      mustAllSucceed([added, updated]);
      await eventually(async () => {
        const read = await api.conversations.get(id);
        expect(read).toShow(update);
        expect(read).toHaveParticipants([alice.id, bob.id]);
      });
    });
    await check('PUT-MERGE-12', 'and so is the message', async () => {
      mustAllSucceed([sent()]);
      const [messageId] = sentIdsIn(sent());
      await eventually(async () =>
        expect(conversationIn(await api.conversations.get(id)).lastMessage?.id).toBe(messageId),
      );
    });
  },
);

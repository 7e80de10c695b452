/** PUT of one conversation touches no other, and takes effect whatever was put before. Follows from the Conversations page. */
import { neighbourhoodOf } from '../../fixtures/builders/neighbours.ts';
import { userIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'updating one of several conversations',
  covers('PUT-SCOPE-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id, neighbours } = neighbourhoodOf(given.newId());
    const create = (one: string) => given.conversation({ id: one, with: [alice, bob], ...data.attributes() });
    await given.conversationNotReadYet({ id, with: [alice, bob] });
    const others = await Promise.all(neighbours.slice(0, 2).map(create));

    const put = await api.conversations.put(id, { ...data.attributes(), participants: [alice.id] });

    await check('PUT-SCOPE-01', 'conversations with similar ids are as they were', async () => {
      expect(put).toSucceed();
      for (const { id: other, before } of others)
        await eventually(async () => expect(await api.conversations.get(other)).toBeAs(before));
    });
  },
);

test(
  'updating a conversation of people who have another one',
  covers('PUT-SCOPE-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const { id: other, before } = await given.conversationInState('with messages', {
      with: [alice, bob],
      ...data.attributes(),
    });
    const { id } = await given.conversationNotReadYet({ with: [alice, bob] });

    const put = await api.conversations.put(id, data.attributes());

    await check('PUT-SCOPE-01', 'the other one is as it was, unread for whom it was', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(other)).toBeAs(before));
    });
  },
);

test(
  'updating a conversation in which a user takes part',
  covers('PUT-SCOPE-01'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('users');
    const { grace } = await given.users('grace');
    const { id } = await given.conversationNotReadYet({ with: [grace] });
    const before = await given.holds(
      'the user can be read',
      async () => userIn(await given.api.users.get(grace.id)),
      'USER-PUT-01',
    );

    const put = await api.conversations.put(id, { ...data.attributes(), participants: [grace.id] });

    await check('PUT-SCOPE-01', "the user's own data is as it was", async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(userIn(await api.users.get(grace.id))).toEqual(before));
    });
  },
);

test(
  'the same update again, after another',
  covers('PUT-SCOPE-02'),
  async ({ api, given, check, eventually, data }) => {
    const { id } = await given.conversation({ subject: data.subject() });
    const update = { subject: data.subject(), welcomeMessages: data.welcomeMessages() };
    await given.updated({ id }, update);
    await given.updated({ id }, { subject: data.subject(), welcomeMessages: data.welcomeMessages() });

    const put = await api.conversations.put(id, update);

    await check('PUT-SCOPE-02', 'it takes effect again', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toShow(update));
    });
  },
);

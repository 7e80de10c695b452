/** Deleting one conversation leaves every other one as it is. Follows from the Conversations page: it deletes one id. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { inboxPage } from '../../fixtures/lists/inbox.ts';
import { idsListed, listedOf } from '../../fixtures/lists/listed.ts';
import { messagesIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'deleting one of two conversations of the same people',
  covers('DELETE-SPARE-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const people = [alice, bob, carol];
    const { id } = await given.conversation({ with: people, ...data.attributes() });
    const other = await given.conversation({ with: people, ...data.attributes() });
    await given.messages(other, { from: alice, text: data.text() });
    await given.marked(other, bob, 'read');
    await given.messages(other, { from: alice, text: data.text() });
    await given.modified(other, carol, { access: 'Read', notify: 'MentionsOnly' });
    const before = await given.read(other);
    const messages = await given.holds('its messages are listed, and who has read one', async () => {
      const listed = messagesIn(await given.api.messages.list(other.id, fewMessages));
      expect(listed).toHaveLength(2);
      expect(listed.flatMap(({ readBy }) => readBy ?? [])).toContain(bob.id);
      return listed;
    });

    const deleted = await api.conversations.remove(id);

    await check('DELETE-SPARE-02', 'the other one reads as before', async () => {
      expect(deleted).toSucceed();
      await eventually(async () => expect(await api.conversations.get(other.id)).toBeAs(before));
    });
    await check('DELETE-SPARE-02', 'its messages are as before', async () => {
      expect(deleted).toSucceed();
      await eventually(async () =>
        expect(messagesIn(await api.messages.list(other.id, fewMessages)), 'messages').toEqual(messages),
      );
    });
  },
);

test(
  'deleting one of three conversations of the same people',
  covers('DELETE-SPARE-02'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const create = () => given.conversation({ with: [alice, bob, carol] });
    const [older, newer, { id }] = [await create(), await create(), await create()];
    // The older one talks last, so that the order of last activity is not that of creation.
    for (const one of [newer, { id }, older]) {
      await given.messages(one, { from: alice, text: data.text() });
      await given.tick();
    }
    const others = [older.id, newer.id];
    const inbox = (query: { unreadsOnly?: true }) => () => {
      given.unlessDisclaimed('inbox');
      return idsListed((page) => inboxPage(api, bob, page), others, query);
    };
    const lists = {
      'the list of all': () => listedOf(api, [older, newer]),
      "a person's list": inbox({}),
      "a person's list of what is unread": inbox({ unreadsOnly: true }),
    };
    const listing = await given.eachShows(lists, async (list) => expect(await list()).toEqual(others));

    const deleted = await api.conversations.remove(id);

    for (const [name, listBefore] of listing)
      await check('DELETE-SPARE-02', `the others are where they were in ${name}`, async () => {
        const list = listBefore();
        expect(deleted).toSucceed();
        await eventually(async () => expect(await list()).toEqual(others));
      });
  },
);

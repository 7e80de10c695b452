/** What is created again has its own time and place. Follows from the Conversations page: all metadata is erased. */
import { idsListed } from '../../fixtures/lists/listed.ts';
import { orders } from '../../fixtures/lists/shared-lists.ts';
import { conversationIn, timestamp } from '../../fixtures/reading/read.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'createdAt of a conversation that was deleted and created again, and its place in lists by creation',
  covers('DELETE-REBIRTH-04'),
  async ({ api, given, check, eventually }) => {
    const earlier = await given.conversation();
    await given.tick();
    const { id } = await given.conversation();
    await given.tick();
    // Created after the first creation of the one that is judged, and before the second.
    const between = await given.conversation();
    await given.deleted({ id });
    await given.tick();

    const put = await api.conversations.put(id, {});

    const createdAt = async () =>
      timestamp(conversationIn(await api.conversations.get(id)).createdAt, 'createdAt');
    const createdBetween = () => timestamp(between.before.createdAt, 'createdAt');
    await check('DELETE-REBIRTH-04', 'its createdAt is a new one', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(await createdAt()).toBeGreaterThanOrEqual(createdBetween()));
    });
    const latestFirst = orders['createdAt DESC'];
    // A list of all conversations begins long before: read from the earlier one on.
    const earliestFirst = { ...orders['createdAt ASC'], startingAfter: earlier.id };
    for (const [order, query, expected] of [
      ['latest first', latestFirst, [id, between.id]],
      ['earliest first', earliestFirst, [between.id, id]],
    ] as const)
      await check('DELETE-REBIRTH-04', `it is listed by its new createdAt, ${order}`, async () => {
        expect(put).toSucceed();
        await eventually(async () => {
          if ((await createdAt()) === createdBetween())
            throw new NotApplicable('the clock of the target is too coarse');
          expect(await idsListed((page) => api.conversations.list(page), expected, query)).toEqual(expected);
        });
      });
  },
);

test(
  'the activity of a conversation that was deleted and created again',
  covers('DELETE-REBIRTH-04'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const create = () => given.conversation({ with: [alice] });
    const [conversation, other] = [await create(), await create()];
    const { id } = conversation;
    for (const one of [conversation, other]) {
      await given.messages(one, { from: alice, text: data.text() });
      await given.tick();
    }
    await given.deleted(conversation);

    const put = await api.conversations.put(id, { participants: [alice.id] });
    await given.messages({ id }, { from: alice, text: data.text() });

    await check('DELETE-REBIRTH-04', 'it is listed by its new last message', async () => {
      expect(put).toSucceed();
      const lastOf = async (one: string) => conversationIn(await api.conversations.get(one)).lastMessage;
      await eventually(async () => {
        if ((await lastOf(id))?.createdAt === (await lastOf(other.id))?.createdAt)
          throw new NotApplicable('the clock of the target is too coarse');
        expect(await idsListed((page) => api.conversations.list(page), [id, other.id])).toEqual([
          id,
          other.id,
        ]);
      });
    });
  },
);

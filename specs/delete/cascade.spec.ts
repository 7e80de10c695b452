/**
 * Deleting a conversation, what goes with it and what stays; and creating it again. Conversations page: all data linked
 * to the conversation is deleted, but for the users who took part.
 */
import type { Check } from '../../fixtures/scenario/check.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { makeView } from '../../fixtures/reading/view.ts';
import { judgeCalls, judgeLists, judgeMessages, readingsOfMessages } from './gone.ts';
import { placeOfFormer, placesInInboxes, placesInLists } from './places.ts';
import { judgePlace, judgeRebirth } from './rebirth.ts';
import { makeScene, requires } from './scene.ts';
import { judgeLookAlikes, judgeOthers, judgeUsers, laterBefore, profileOf } from './spared.ts';

test(
  'deleting a conversation and creating it again',
  covers('DELETE-GONE', 'DELETE-SPARE', 'DELETE-SILENT', 'DELETE-REBIRTH'),
  async ({ api, given, check, survey, eventually, data, target }) => {
    const tools = { api, given, eventually, data, target };
    const scene = await makeScene(tools);
    const { id, bob, grace, earlier, later, variant } = scene;
    const lists = await placesInLists(tools, scene);
    const inboxes = await placesInInboxes(tools, scene);
    const inboxOfFormer = placeOfFormer(tools, scene);
    const atFirst = makeView(api, eventually, later);
    const before = await given.optional(() => laterBefore(tools, scene, atFirst, lists['the default order']));
    const messages = await readingsOfMessages(tools, scene);
    const profile = await given.optional(() => {
      requires(target, 'users');
      return given.holds('a user can be read', () => profileOf(tools, grace.id));
    });

    const deleted = await api.conversations.remove(id);

    const gone = await check('DELETE-GONE-01', 'it cannot be read', async () => {
      expect(deleted).toSucceed();
      await eventually(async () => expect(await api.conversations.get(id)).toHaveStatus(404));
    });
    const checkDeleted: Check = (row, claim, body) =>
      check(row, claim, async () => {
        await given.done('deleting a conversation', deleted);
        await body();
      });
    await judgeLists(checkDeleted, 'DELETE-GONE-02', scene, lists);
    await judgeLists(checkDeleted, 'DELETE-GONE-04', scene, { ...inboxes, ...inboxOfFormer });
    await judgeMessages(tools, checkDeleted, 'DELETE-GONE-03', messages);
    await judgeCalls(tools, checkDeleted, scene);

    const checkGone: Check = (row, claim, body) =>
      check(row, claim, async () => {
        if (!gone) throw new Blocked('a conversation that was deleted can still be read');
        await body();
      });
    const now = {
      earlier: makeView(api, eventually, earlier),
      later: makeView(api, eventually, later),
      variant: makeView(api, eventually, variant),
    };
    await judgeUsers(tools, checkGone, scene, profile);
    await judgeOthers(checkGone, scene, before, now.later, {
      'the list of all conversations': lists['the default order'],
      'the list of a person': inboxes['the list of alice'],
    });
    await judgeLookAlikes(checkGone, scene, now, lists['the default order']);

    await survey('DELETE-SILENT-01', 'deleting an id that does not exist', async () =>
      String((await api.conversations.remove(given.newId())).status),
    );
    await survey('DELETE-SILENT-01', 'deleting twice', async () =>
      String((await api.conversations.remove(id)).status),
    );
    await scene.pace.pause();
    const recreated = await given.optional(() =>
      given.done('creating it again', given.api.conversations.put(id, { participants: [bob.id] })),
    );
    const reborn = makeView(api, eventually, { id });
    const checkReborn: Check = (row, claim, body) =>
      checkGone(row, claim, async () => {
        recreated();
        await body();
      });
    await judgeRebirth(tools, checkReborn, scene, reborn, () => now.variant.last);
    await judgeMessages(tools, checkReborn, 'DELETE-REBIRTH-03', messages);
    await judgePlace(tools, checkReborn, scene, reborn, now.later, lists['the default order']);
  },
);

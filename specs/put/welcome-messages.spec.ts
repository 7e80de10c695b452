/** A list of welcomeMessages replaces the one before. Conversations page: welcomeMessages; seen on the live service. */
import { refused } from '../../fixtures/client/exchange.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [change, list] of [
  ['a shorter list', ['Hello again']],
  ['a longer list in another order', ['Hello again', 'What can we do for you?', 'Welcome']],
] as const)
  test(
    `replacing welcomeMessages by ${change}`,
    covers('PUT-MERGE-07'),
    async ({ api, given, check, eventually }) => {
      const { id } = await given.conversation({ welcomeMessages: ['Welcome', 'Hello again'] });

      const put = await api.conversations.put(id, { welcomeMessages: [...list] });

      await check('PUT-MERGE-07', 'it is the new list as a whole', async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(id)).toShow({ welcomeMessages: [...list] }),
        );
      });
    },
  );

test(
  'replacing welcomeMessages by an empty list',
  covers('PUT-MERGE-07'),
  async ({ api, given, check, eventually }) => {
    const { id, before } = await given.conversation({ welcomeMessages: ['Welcome', 'Hello again'] });

    const put = await api.conversations.put(id, { welcomeMessages: [] });

    // Whether it reads as an empty list or as none, or is refused, is not documented.
    await check('PUT-MERGE-07', 'the old list is gone, or the call refused', async () => {
      if (refused(put)) throw new NotApplicable('the target refuses an empty list');
      expect(put).toSucceed();
      await eventually(async () =>
        expect(await api.conversations.get(id)).not.toShow({ welcomeMessages: before.welcomeMessages }),
      );
    });
  },
);

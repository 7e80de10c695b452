/** An id names one conversation, to the letter. Conversations page: GET answers the conversation with that id, or 404. */
import { neighbourhoodOf } from '../../fixtures/builders/neighbours.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'conversations whose ids are alike',
  covers('RETRIEVE-ID-01'),
  async ({ api, given, check, eventually, data }) => {
    const { id, neighbours } = neighbourhoodOf(given.newId());
    const subjects = new Map([id, ...neighbours].map((one) => [one, data.subject()]));

    const puts = await Promise.all(
      [...subjects].map(([one, subject]) => api.conversations.put(one, { subject })),
    );

    await check('RETRIEVE-ID-01', 'each is a conversation of its own', async () => {
      for (const put of puts) expect(put).toSucceed();
      for (const [one, subject] of subjects)
        await eventually(async () => expect(await api.conversations.get(one)).toShow({ id: one, subject }));
    });
  },
);

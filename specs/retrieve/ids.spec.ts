/** An id names one conversation, to the letter. Conversations page: GET answers the conversation with that id, or 404. */
import { neighbourEnds } from '../../fixtures/builders/neighbours.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

for (const [what, ends] of [
  ['end with a digit, or not', ['-order', '-order1']],
  ['end with a file extension, or not', ['-order', '-order.json', '-order.xml']],
  ['are alike', neighbourEnds],
  ['begin with the same hundred characters', [`-${'order'.repeat(20)}-a`, `-${'order'.repeat(20)}-b`]],
] as const)
  test(
    `conversations whose ids ${what}`,
    covers('RETRIEVE-ID-01'),
    async ({ api, given, check, eventually, data }) => {
      const stem = given.newId();
      const subjects = new Map(ends.map((end) => [`${stem}${end}`, data.subject()]));

      const puts = await Promise.all(
        [...subjects].map(([id, subject]) => api.conversations.put(id, { subject })),
      );

      // Which ids are allowed is not documented.
      given.unlessRefused(puts, 'the target refuses such ids');

      await check('RETRIEVE-ID-01', 'each is a conversation of its own', async () => {
        for (const put of puts) expect(put).toSucceed();
        for (const [id, subject] of subjects)
          await eventually(async () => expect(await api.conversations.get(id)).toShow({ id, subject }));
      });
    },
  );

test(
  'conversations whose ids are long numbers that differ in the last digit',
  covers('RETRIEVE-ID-01'),
  async ({ api, given, check, eventually, data }) => {
    const [first, second] = [
      { id: given.newIdOfDigits(), subject: data.subject() },
      { id: given.newIdOfDigits(), subject: data.subject() },
    ];

    const puts = [
      await api.conversations.put(first.id, { subject: first.subject }),
      await api.conversations.put(second.id, { subject: second.subject }),
    ];

    given.unlessRefused(puts, 'the target refuses ids of digits');

    await check('RETRIEVE-ID-01', 'each is a conversation of its own', async () => {
      for (const put of puts) expect(put).toSucceed();
      await eventually(async () => expect(await api.conversations.get(first.id)).toShow(first));
      await eventually(async () => expect(await api.conversations.get(second.id)).toShow(second));
    });
  },
);

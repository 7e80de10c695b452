/** GET of an id for which no conversation exists answers 404. Conversations page. */
import { answered } from '../../fixtures/scenario/answered.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'reading what does not exist',
  covers('RETRIEVE-MISSING-01', 'TRANSPORT-STATUS-03'),
  async ({ api, given, check }) => {
    // A target that finds nothing would answer 404 as well.
    await given.conversation();

    const read = await api.conversations.get(given.newId());

    await check('RETRIEVE-MISSING-01', 'it is not found', () => expect(read).toHaveStatus(404));
    await check('TRANSPORT-STATUS-03', 'that is no server error', () => {
      expect(read).toKeep('TRANSPORT-STATUS-03');
      // Where nothing came, nothing was seen of it.
      answered(read);
    });
  },
);

for (const [what, change] of [
  ['the beginning of an id', (id: string) => id.slice(0, -1)],
  ['an id with more at its end', (id: string) => `${id}x`],
  ['an id in other case', (id: string) => id.replace(/order$/, 'Order')],
] as const)
  test(`reading ${what}`, covers('RETRIEVE-MISSING-01'), async ({ api, given, check }) => {
    const { id } = await given.conversation({ id: given.newId('-order') });

    const read = await api.conversations.get(change(id));

    await check('RETRIEVE-MISSING-01', 'it is not found', () => expect(read).toHaveStatus(404));
  });

/** A filter is about the conversation as it is now. Follows from the Conversations page: filter. */
import { byCustom } from '../../fixtures/filter.ts';
import { isAssertion } from '../../fixtures/judgement.ts';
import { idsIn } from '../../fixtures/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'a filter follows changes of custom data',
  covers('FILTER-CUSTOM-07'),
  async ({ api, check, eventually, given }) => {
    given.claimed('filters');
    const { alice } = await given.users('alice');
    const [before, after] = [given.newId('-before'), given.newId('-after')];
    const conversation = await given.conversation({ with: [alice], custom: { status: before } });
    const matches = async (value: string, ids: readonly string[]): Promise<void> => {
      const answer = await api.conversations.list(byCustom({ status: ['==', value] }));
      expect(idsIn(answer)).toEqual(ids);
    };
    /** Whether the filter follows is told only where the change itself has happened. */
    const follows = async (custom: Record<string, string>, look: () => Promise<void>): Promise<void> => {
      try {
        await eventually(look);
      } catch (error) {
        if (!isAssertion(error)) throw error;
        await given.holds('custom data changes as asked for', async () => {
          expect(await given.api.conversations.get(conversation.id)).toShow({ custom });
        });
        throw error;
      }
    };
    const put = (custom: Record<string, string> | null): Promise<unknown> =>
      given.done('changing custom data', api.conversations.put(conversation.id, { custom }));
    await given.holds('a custom filter finds a new conversation', () => matches(before, [conversation.id]));

    await check(
      'FILTER-CUSTOM-07',
      'after a change the new value matches and the old one does not',
      async () => {
        await put({ status: after });
        await follows({ status: after }, async () => {
          await matches(before, []);
          await matches(after, [conversation.id]);
        });
      },
    );

    await check('FILTER-CUSTOM-07', 'after a removal the value does not match any more', async () => {
      await put(null);
      await follows({}, () => matches(after, []));
    });
  },
);

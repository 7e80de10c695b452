/** A message is found in its own conversation only. Follows from the Messages page: reading, editing and deleting. */
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { messageIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

type Call = (api: Api, conversationId: string, messageId: string) => Promise<Exchange>;

/** Whether deleting what is not there succeeds is silent, so that only a reading has to be refused. */
const calls: readonly (readonly [what: string, call: Call, claim: string])[] = [
  ['reading', (api, ...ids) => api.messages.get(...ids), 'it is refused'],
  ['editing', (api, ...ids) => api.messages.edit(...ids, { text: 'Edited' }), 'the message stays as it was'],
  ['deleting', (api, ...ids) => api.messages.remove(...ids), 'the message stays as it was'],
];

for (const [what, call, claim] of calls)
  test(
    `${what} a message of another conversation`,
    covers('MESSAGE-SCOPE-01'),
    async ({ api, given, check, eventually, data }) => {
      const { alice } = await given.users('alice');
      const options = { with: [alice] };
      const [own, other] = [await given.conversation(options), await given.conversation(options)];
      const [id = '', reachable = ''] = await given.messages(
        own,
        { from: alice, text: data.text() },
        { from: alice, text: data.text() },
      );
      // In its own conversation a message can be reached, so that a refusal is about the conversation.
      await given.offered(await call(given.api, own.id, reachable));
      const before = messageIn(await given.offered(await given.api.messages.get(own.id, id)));

      const answer = await call(api, other.id, id);

      await check('MESSAGE-SCOPE-01', claim, async () => {
        if (what === 'reading') expect(answer).toBeRefused();
        await eventually(async () => expect(messageIn(await api.messages.get(own.id, id))).toEqual(before));
      });
    },
  );

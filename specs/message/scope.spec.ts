/** A message is found in its own conversation only. Follows from the Messages page: reading, editing and deleting. */
import type { Api } from '../../fixtures/client/api.ts';
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { messageIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

type Call = (api: Api, conversationId: string, messageId: string) => Promise<Exchange>;

interface Way {
  readonly call: Call;
  /** Whether deleting or editing what is not there succeeds is silent. */
  readonly mustBeRefused: boolean;
}

const ways: Readonly<Record<string, Way>> = {
  reading: {
    call: (api, conversationId, messageId) => api.messages.get(conversationId, messageId),
    mustBeRefused: true,
  },
  editing: {
    call: (api, conversationId, messageId) =>
      api.messages.edit(conversationId, messageId, { text: 'Edited' }),
    mustBeRefused: false,
  },
  deleting: {
    call: (api, conversationId, messageId) => api.messages.remove(conversationId, messageId),
    mustBeRefused: false,
  },
};

for (const [what, { call, mustBeRefused }] of Object.entries(ways))
  test(
    `${what} a message of another conversation`,
    covers('MESSAGE-SCOPE-01'),
    async ({ api, given, check, eventually, data }) => {
      const { alice } = await given.users('alice');
      const options = { with: [alice] };
      const own = await given.conversation(options);
      const other = await given.conversation(options);
      const [id = '', reachable = ''] = await given.messages(
        own,
        { from: alice, text: data.text() },
        { from: alice, text: data.text() },
      );
      // In its own conversation a message can be reached, so that a refusal is about the conversation.
      await given.offered(await call(given.api, own.id, reachable));
      const before = messageIn(await given.offered(await given.api.messages.get(own.id, id)));

      const answer = await call(api, other.id, id);

      const claim = mustBeRefused
        ? 'it is refused, and the message stays as it was'
        : 'the message stays as it was';
      await check('MESSAGE-SCOPE-01', claim, async () => {
        if (mustBeRefused) expect(answer).toBeRefused();
        await eventually(async () => expect(messageIn(await api.messages.get(own.id, id))).toEqual(before));
      });
    },
  );

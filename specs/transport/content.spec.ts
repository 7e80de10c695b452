/**
 * A write is JSON, and says so. API getting started page: only application/json is accepted, except for GET; bad
 * arguments answer 400.
 */
import type { CallOptions } from '../../fixtures/client/send.ts';
import type { Given } from '../../fixtures/scenario/given.ts';
import { userIn } from '../../fixtures/reading/read.ts';
import type { OperationId } from '../../schemas/operations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

/** A write that has worked in a conversation, and another body for it, which would change what reading shows. */
interface Write {
  readonly conversationId: string;
  readonly userId: string;
  readonly messageId?: string;
  readonly body: unknown;
}

/** Carol takes no part yet. */
const conversationOfAlice = async (given: Given) => {
  const { alice, carol } = await given.users('alice', 'carol');
  const conversation = await given.conversation({ with: [alice] });
  return { alice, carol, conversation };
};

const writes: Partial<Record<OperationId, (given: Given) => Promise<Write>>> = {
  async putConversation(given) {
    const { alice, conversation } = await conversationOfAlice(given);
    await given.updated(conversation, { subject: 'Before' });
    return { conversationId: conversation.id, userId: alice.id, body: { subject: 'After' } };
  },
  // May be called without a body, so that a body that cannot be read is easily taken for none.
  async joinConversation(given) {
    const { carol, conversation } = await conversationOfAlice(given);
    await given.joined(conversation, carol, { access: 'Read' });
    return { conversationId: conversation.id, userId: carol.id, body: { notify: false } };
  },
  async modifyParticipation(given) {
    const { alice, conversation } = await conversationOfAlice(given);
    await given.modified(conversation, alice, { access: 'Read' });
    return { conversationId: conversation.id, userId: alice.id, body: { access: 'ReadWrite' } };
  },
  async setReadState(given) {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversationInState('marked as unread', { with: [alice, bob] });
    return { conversationId: conversation.id, userId: alice.id, body: { isUnread: false } };
  },
  async sendMessages(given) {
    const { alice, conversation } = await conversationOfAlice(given);
    await given.messages(conversation, { from: alice, text: 'Before' });
    const body = [{ type: 'UserMessage', sender: alice.id, text: 'After' }];
    return { conversationId: conversation.id, userId: alice.id, body };
  },
  async editMessage(given) {
    const { alice, conversation } = await conversationOfAlice(given);
    const [messageId = ''] = await given.messages(conversation, { from: alice, text: 'Hello' });
    const text = 'Before';
    await given.edited(conversation, messageId, text);
    await given.showing(conversation, { text });
    return { conversationId: conversation.id, userId: alice.id, messageId, body: { text: 'After' } };
  },
};

type Fault = (json: string) => Pick<CallOptions, 'bytes' | 'contentType'>;

const faults: readonly [requirement: string, what: string, ways: Readonly<Record<string, Fault>>][] = [
  [
    'TRANSPORT-CONTENT-01',
    'JSON that is not said to be JSON',
    {
      'without a content type': (bytes) => ({ bytes, contentType: null }),
      'as plain text': (bytes) => ({ bytes, contentType: 'text/plain' }),
      // Begins like the documented type, and is another one.
      'as a JSON patch': (bytes) => ({ bytes, contentType: 'application/json-patch+json' }),
    },
  ],
  [
    'TRANSPORT-CONTENT-02',
    'malformed JSON',
    {
      'cut off': (json) => ({ bytes: json.slice(0, -1) }),
      'in single quotes': (json) => ({ bytes: json.replaceAll('"', "'") }),
      'with a trailing comma': (json) => ({ bytes: `${json.slice(0, -1)},${json.slice(-1)}` }),
    },
  ],
];

for (const [requirement, what, ways] of faults)
  for (const [name, prepare] of Object.entries(writes))
    test(`${name} with ${what}`, covers(requirement), async ({ api, given, check, eventually }) => {
      const { body, ...parameters } = await prepare(given);
      const before = await given.read({ id: parameters.conversationId });

      for (const [way, fault] of Object.entries(ways)) {
        const options = { ...fault(JSON.stringify(body)), deliberate: true };
        const answer = await api.call(name as OperationId, parameters, options);
        await check(requirement, `${name} ${way} is refused`, () => expect(answer).toBeRefused());
      }
      await check(requirement, `${name} with ${what} writes nothing`, async () => {
        await eventually(async () =>
          expect(await api.conversations.get(parameters.conversationId)).toBeAs(before),
        );
      });
    });

for (const [requirement, what, ways] of faults)
  test(`putUser with ${what}`, covers(requirement), async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('users');
    const userId = given.newId();
    await given.done('creating a user', given.api.users.put(userId, { name: data.subject() }), 'USER-PUT-01');
    const { name } = await given.holds(
      'the user can be read',
      async () => userIn(await given.api.users.get(userId)),
      'USER-PUT-01',
    );

    for (const [way, fault] of Object.entries(ways)) {
      const options = { ...fault(JSON.stringify({ name: 'After' })), deliberate: true };
      const answer = await api.call('putUser', { userId }, options);
      await check(requirement, `putUser ${way} is refused`, () => expect(answer).toBeRefused());
    }
    await check(requirement, `putUser with ${what} writes nothing`, () =>
      eventually(async () => expect(userIn(await api.users.get(userId))).toMatchObject({ name })),
    );
  });

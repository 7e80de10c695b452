/** What PUT does where the documentation is silent. Conversations page: type RequestBody. */
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { conversationIn, fieldIn, isObject } from '../../fixtures/reading/read.ts';
import { covers, test } from '../../fixtures/test.ts';

const questions = [
  ['welcomeMessages: []', { welcomeMessages: [] }, 'welcomeMessages'],
  ['an empty subject', { subject: '' }, 'subject'],
  ['an empty photoUrl', { photoUrl: '' }, 'photoUrl'],
  ['a photoUrl that is no URL', { photoUrl: 'a picture' }, 'photoUrl'],
  ['a custom value that is a number', { custom: { odd: 1 } }, 'custom'],
  ['a custom value that is a boolean', { custom: { odd: true } }, 'custom'],
  ['a custom value that is a nested object', { custom: { odd: { deep: 'value' } } }, 'custom'],
  ['an unknown attribute', { nickname: 'Hats' }, 'nickname'],
] as const;

test('asking about an unknown participant', covers('PUT-SILENT-01'), async ({ api, given, survey }) => {
  const { id } = await given.conversation({ subject: 'Before' });

  const body = { participants: [given.newId()], subject: 'After' };
  const put = await api.call('putConversation', { conversationId: id }, { body, deliberate: true });
  const read = await api.conversations.get(id);

  await survey('PUT-SILENT-01', 'an unknown participant id', () => {
    const { subject, participants } = conversationIn(read);
    const people = Object.keys(participants).length === 0 ? 'nobody' : 'somebody';
    const written = subject === 'After' ? 'written' : 'not written';
    return Promise.resolve(`${put.status}, ${people} takes part, what stood beside it is ${written}`);
  });
});

test('asking about null for participants', covers('PUT-SILENT-01'), async ({ api, given, survey }) => {
  const { alice } = await given.users('alice');
  const { id } = await given.conversation({ with: [alice] });

  const options = { body: { participants: null }, deliberate: true };
  const put = await api.call('putConversation', { conversationId: id }, options);

  await survey('PUT-SILENT-01', 'participants: null', () => answer(put, () => 'accepted'));
});

test('asking about the body of a PUT', covers('PUT-SILENT-01'), async ({ api, given, survey }) => {
  const put = await api.conversations.put(given.newId(), {});

  await survey('PUT-SILENT-01', 'body of a successful PUT', () => answer(put, () => kindOf(put.body)));
});

test('asking about an id of 1,000 characters', covers('PUT-SILENT-01'), async ({ api, given, survey }) => {
  const conversationId = `${given.newId()}-`.padEnd(1000, 'x');

  const put = await api.call('putConversation', { conversationId }, { body: {}, deliberate: true });

  await survey('PUT-SILENT-01', 'an id of 1,000 characters', () => answer(put, () => 'accepted'));
});

test('asking about odd values', covers('PUT-SILENT-01'), async ({ api, given, survey }) => {
  const { id } = await given.conversation({ subject: 'Before', photoUrl: 'https://example.com/before.png' });

  for (const [question, body, attribute] of questions) {
    // What is shown of such values is silent as well, and so part of the survey.
    await survey('PUT-SILENT-01', question, async () => {
      const put = await api.call('putConversation', { conversationId: id }, { body, deliberate: true });
      const read = await api.conversations.get(id);
      return answer(put, () => `reads as ${JSON.stringify(fieldIn(read, attribute)) ?? 'nothing'}`);
    });
  }
});

/** The status and, where the call succeeded, what became of it. */
function answer(put: Exchange, became: () => string): Promise<string> {
  return Promise.resolve(succeeded(put) ? `${put.status}, ${became()}` : String(put.status));
}

function kindOf(body: unknown): string {
  if (!isObject(body)) return 'no object';
  if (Object.keys(body).length === 0) return '{}';
  return 'id' in body ? 'the conversation' : 'another object';
}

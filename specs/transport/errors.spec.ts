/** Error bodies are JSON too. API getting started page says that all bodies are; the live service was seen to differ. */
import { covers, expect, test } from '../../fixtures/test.ts';

const isJson = 'its body is JSON';

test('an error: nothing was found', covers('TRANSPORT-STATUS-05'), async ({ api, given, check }) => {
  await given.conversation();

  const answer = given.refused(await api.conversations.get(given.newId()), 'RETRIEVE-MISSING-01');

  await check('TRANSPORT-STATUS-05', isJson, () => expect(answer).toKeep('TRANSPORT-STATUS-05'));
});

test('an error: the body has a wrong type', covers('TRANSPORT-STATUS-05'), async ({ api, given, check }) => {
  const { id: conversationId } = await given.conversation();

  const put = await api.call(
    'putConversation',
    { conversationId },
    { body: { subject: 5 }, deliberate: true },
  );
  const answer = given.refused(put, 'PUT-REFUSE-01');

  await check('TRANSPORT-STATUS-05', isJson, () => expect(answer).toKeep('TRANSPORT-STATUS-05'));
});

test('an error: the credential is missing', covers('TRANSPORT-STATUS-05'), async ({ api, given, check }) => {
  const { id } = await given.conversation();

  const answer = await api.with({ authorization: null, deliberate: true }).conversations.get(id);
  const refused = () => Promise.resolve(expect(answer).toHaveStatus(401));
  await given.holds('a call without a credential is refused', refused, 'AUTH-MISSING-01');

  await check('TRANSPORT-STATUS-05', isJson, () => expect(answer).toKeep('TRANSPORT-STATUS-05'));
});

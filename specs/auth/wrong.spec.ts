/** A credential that is not the key opens nothing. Getting started page: 401 where Authorization is wrong. */
import { credentialFor } from '../../fixtures/client/credential.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'calls with a credential that is not the key',
  covers('AUTH-WRONG'),
  async ({ api, given, check, data, target }) => {
    const { alice, bob, carol } = await given.users('alice', 'bob', 'carol');
    const subject = data.subject();
    const { id } = await given.conversation({ with: [alice, bob], subject });
    const as = (authorization: string) => api.with({ authorization, deliberate: true });
    const wrongKey = as(`Bearer wrong-${given.newId()}`);
    const noToken = as('Bearer');
    // What the run signs in with, be it the key or a token, opens nothing without the scheme.
    const noScheme = as(await credentialFor(target, target));

    await check('AUTH-WRONG-01', 'reading with a wrong key', async () => {
      expect(await wrongKey.conversations.get(id)).toHaveStatus(401);
    });
    await check('AUTH-WRONG-01', 'writing with a wrong key', async () => {
      expect(await wrongKey.conversations.put(id, { subject: data.subject() })).toHaveStatus(401);
    });
    await check('AUTH-WRONG-01', 'reading with a malformed header', async () => {
      expect(await noToken.conversations.list({ limit: 1 })).toHaveStatus(401);
    });
    await check('AUTH-WRONG-01', 'writing with a malformed header', async () => {
      expect(await noToken.participants.join(id, carol.id)).toHaveStatus(401);
    });
    await check('AUTH-WRONG-01', 'reading with the credential without the scheme', async () => {
      expect(await noScheme.conversations.get(id)).toHaveStatus(401);
    });
    await check('AUTH-WRONG-01', 'writing with the credential without the scheme', async () => {
      expect(await noScheme.participants.leave(id, bob.id)).toHaveStatus(401);
    });

    await check('AUTH-WRONG-02', 'PUT with a wrong key', async () => {
      expect(await api.conversations.get(id)).toShow({ subject });
    });
  },
);

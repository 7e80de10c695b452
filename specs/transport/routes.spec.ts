/** What a target answers to calls that the API does not have; the documentation is silent. */
import type { Exchange } from '../../fixtures/client/exchange.ts';
import { covers, test } from '../../fixtures/test.ts';

test(
  'calls that the API does not have',
  covers('TRANSPORT-ROUTE'),
  async ({ api, given, survey, target }) => {
    const ask = (question: string, call: () => Promise<Exchange>) =>
      survey('TRANSPORT-ROUTE-01', question, async () => describe(await call()));

    await ask('an unknown route', () =>
      api.call('listConversations', {}, { route: { method: 'GET', path: '/no-such-resource' } }),
    );
    await ask('an unsupported method', () =>
      api.call(
        'listConversations',
        {},
        { route: { method: 'PATCH', path: '/conversations' }, body: {}, deliberate: true },
      ),
    );
    await ask('an unknown app id', () =>
      api.call('listConversations', {}, { app: { ...target, appId: given.newId() } }),
    );
  },
);

/** Status and kind of body, free of wording. */
function describe({ status, body, text, failure }: Exchange): string {
  if (failure !== undefined) return 'no usable answer';
  if (text === '') return `${status}, no body`;
  if (body === undefined) return `${status}, text`;
  return `${status}, JSON ${Array.isArray(body) ? 'array' : body === null ? 'null' : typeof body}`;
}

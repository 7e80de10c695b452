import { startReferenceServer } from '../../../fixtures/server/index.ts';
import { resolveSettings } from '../../../fixtures/target/resolve.ts';
import { makeTarget, publishTarget } from '../../../fixtures/target/target.ts';
import { appsOf, variants } from './variants.ts';

/** Starts one reference server with the apps of all variants, and publishes it as the target of the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startReferenceServer({ apps: variants.flatMap(appsOf) });
  const nobody = { appId: 'nobody', secretKey: 'sk_nobody' };
  const settings = resolveSettings({ env: { CONFORMANCE_SEED: '1' } });
  publishTarget(makeTarget(settings, { url: server.url, app: nobody, secondApp: nobody }));
  return () => server.close();
}

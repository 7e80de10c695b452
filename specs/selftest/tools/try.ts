/**
 * Judges the reference server with one defect, or with silent choices, and prints what turned red:
 * `npx tsx specs/selftest/tools/try.ts DEFECT [ONLY…]`, or `--choice NAME [ONLY…]`; `--full` prints the failures.
 */
import { randomBytes } from 'node:crypto';
import {
  DEFECTS,
  startReferenceServer,
  traitsOf,
  type AppOptions,
  type ChoiceName,
  type Defect,
} from '../../../fixtures/server/index.ts';
import { conformance } from '../support/conformance.ts';

const words = process.argv.slice(2).filter((word) => word !== '--full');
const full = process.argv.includes('--full');
const choices = words[0] === '--choice' ? (words[1]?.split(',') ?? []) : [];
const defects = words[0] === '--choice' || words[0] === undefined ? [] : words[0].split(',');
const { consistencyMs, readStateRoute } = traitsOf(choices as ChoiceName[]);
const only = words.slice(words[0] === '--choice' ? 2 : 1);

const key = (): string => `sk_${randomBytes(12).toString('hex')}`;
const apps = ['app1', 'app2'].map((appId) => ({
  appId,
  secretKey: key(),
  choices,
  defects,
})) as unknown as AppOptions[];
const server = await startReferenceServer({ apps });
const { exitCode, output, report, durationMs } = await conformance(
  ['run', ...only.flatMap((name) => ['--only', name])],
  {
    TARGET_URL: server.url,
    TARGET_APP_ID: 'app1',
    TARGET_SECRET_KEY: apps[0]?.secretKey,
    TARGET_SECOND_APP_ID: 'app2',
    TARGET_SECOND_SECRET_KEY: apps[1]?.secretKey,
    TARGET_CONSISTENCY_MS: String(consistencyMs),
    ...(readStateRoute ? { TARGET_READ_STATE_ROUTE: `${readStateRoute.method} ${readStateRoute.path}` } : {}),
    CONFORMANCE_SEED: '1',
    CONFORMANCE_EXPLORE: 'off',
  },
);
await server.close();

if (full || !report) console.log(output);
const verdicts = new Map<string, string[]>();
for (const { id, verdict } of report?.requirements ?? [])
  if (!['passed', 'surveyed', 'excluded', 'not-run', 'not-selected'].includes(verdict))
    verdicts.set(verdict, [...(verdicts.get(verdict) ?? []), id]);
for (const [verdict, ids] of verdicts) console.log(`${verdict}: ${ids.join(' ')}`);
console.log(`exit ${exitCode}, ${report?.requests} requests, ${durationMs} ms`);

const red = new Set([...(verdicts.get('failed') ?? []), ...(verdicts.get('warned') ?? [])]);
const catalogue: Readonly<Record<string, Defect>> = DEFECTS;
for (const id of defects) {
  const { must = [], may = [] } = catalogue[id] ?? {};
  console.log(`${id}: missed ${must.filter((one) => !red.has(one)).join(' ') || 'none'}`);
  console.log(
    `${id}: unexpected ${[...red].filter((one) => !must.includes(one) && !may.includes(one)).join(' ') || 'none'}`,
  );
}

/**
 * Prints what becomes of a run against each hostile target: `npx tsx specs/selftest/tools/hostile-table.ts [NAME…]`;
 * `HOSTILE=1` judges the whole catalogue.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReferenceServer } from '../../../fixtures/server/index.ts';
import { behaviours } from '../product/hostile/behaviours.ts';
import { bodies } from '../product/hostile/bodies.ts';
import { connections } from '../product/hostile/connections.ts';
import { judge, secretKey } from '../product/hostile/judge.ts';

const wanted = process.argv.slice(2);
const all = Object.entries({ ...connections, ...bodies, ...behaviours });
const upstream = await startReferenceServer({ apps: [{ appId: 'app', secretKey }] });
console.log(
  '| a target that … | exit | verdict | time | peak memory | requests |\n|---|---|---|---|---|---|',
);
for (const [name, hostile] of all) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const reportDir = await mkdtemp(join(tmpdir(), 'hostile-'));
  const { exitCode, report, durationMs, peakBytes } = await judge(hostile, upstream.url, reportDir);
  const figures = [`${(durationMs / 1000).toFixed(1)} s`, `${Math.round(peakBytes / 1024 ** 2)} MiB`];
  const cells = [hostile.does, exitCode, report?.verdict ?? 'none', ...figures, report?.requests ?? '-'];
  console.log(`| ${cells.join(' | ')} |`);
  await rm(reportDir, { recursive: true });
}
await upstream.close();

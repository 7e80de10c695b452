import { readFileSync } from 'node:fs';
import { areas } from '../../specs/requirements/index.ts';

/** A table: its head and its rows. */
type Table = [head: string[], rows: string[][]];

interface AreaCount {
  readonly area: string;
  readonly holds: number;
  readonly violated: number;
  readonly blocked: number;
}

/** What `npm run mocks` keeps about each server: see `specs/selftest/tools/mocks/result.ts`. */
interface Kept {
  readonly name: string;
  readonly package: string;
  readonly setUp: string;
  readonly right: string;
  readonly lenient: string;
  readonly requests: number;
  readonly seconds: number;
  readonly areas: readonly AreaCount[];
}

/** Mock servers of others, one row each. */
export function thirdParties(): Table {
  const head = ['server', 'set up with', 'holds', 'violated', 'blocked', 'gets right', 'too lenient', 'took'];
  return [head, kept().map(rowOf)];
}

/** MUST requirements of each area that hold, are violated and are blocked, for each of these servers. */
export function thirdPartiesByArea(): Table {
  const servers = kept();
  const rows = areas.map(({ id }) => [id, ...servers.map((one) => cellOf(one, id))]);
  return [['area', ...servers.map(({ name }) => name)], rows];
}

function rowOf({
  name,
  package: npm,
  setUp,
  right,
  lenient,
  requests,
  seconds,
  areas: counts,
}: Kept): string[] {
  const sum = (kind: 'holds' | 'violated' | 'blocked'): string =>
    String(counts.reduce((total, one) => total + one[kind], 0));
  const version = npm.slice(npm.lastIndexOf('@') + 1);
  const took = `${requests} requests, ${seconds} s`;
  return [`${name} ${version}`, setUp, sum('holds'), sum('violated'), sum('blocked'), right, lenient, took];
}

function cellOf({ areas: counts }: Kept, id: string): string {
  const found = counts.find(({ area }) => area === id);
  return found === undefined ? 'not judged' : `${found.holds} / ${found.violated} / ${found.blocked}`;
}

function kept(): Kept[] {
  const path = new URL('../../specs/selftest/tools/mocks/results.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Kept[];
}

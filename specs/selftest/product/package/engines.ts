/** What packages ask of Node, read from a lock file of npm. */
import { readFile } from 'node:fs/promises';
import { minVersion, satisfies } from 'semver';

interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      { readonly dev?: boolean; readonly version?: string; readonly engines?: { node?: string } }
    >
  >;
}

export interface Demand {
  /** Path below the folder of the lock file. */
  readonly path: string;
  readonly version: string;
  /** Range of versions of Node; `*` where the package states none. */
  readonly node: string;
}

/** What every package that users get asks for; those for development only are left out. */
export async function demandsOf(lockFile: string): Promise<Demand[]> {
  const { packages } = JSON.parse(await readFile(lockFile, 'utf8')) as LockFile;
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', engines }]) => ({ path, version, node: engines?.node ?? '*' }));
}

/** @param promised - range of versions of Node, of which the oldest is tried */
export function tooNew(demands: readonly Demand[], promised: string): string[] {
  const oldest = minVersion(promised)?.version ?? promised;
  return demands
    .filter(({ node }) => !satisfies(oldest, node))
    .map(({ path, version, node }) => `${path} ${version} wants Node ${node}, and we promise ${oldest}`);
}

/** The package as its users get it: packed, and installed into an empty folder. A linked one would hide what is missing. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCompiled } from '../../support/compiled.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  /** Standard output, then standard error. */
  readonly output: string;
}

export interface Serving {
  readonly url: string;
  readonly child: ChildProcess;
}

/** A folder outside of the clone in which the package is installed. */
export class Installed {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Runs a program there. */
  run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
    return finished(program, args, this.folder, env);
  }

  /** Runs the package's command there, as people do. */
  command(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Finished> {
    return this.run('npx', ['--no', 'conversations-conformance', '--', ...args], env);
  }

  /** Starts the server and waits for its URL. The caller ends the child. */
  async serve(args: readonly string[]): Promise<Serving> {
    const bin = join(this.folder, 'node_modules/.bin/conversations-conformance');
    const child = spawn(bin, ['serve', '--port', '0', ...args], { cwd: this.folder, env: ownEnvironment() });
    const url = await new Promise<string>((done, fail) => {
      let output = '';
      const read = (chunk: Buffer): void => {
        output += chunk.toString();
        const [, found] = /^url +(\S+)$/m.exec(output) ?? [];
        if (found !== undefined) done(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('close', () => fail(new Error(`serve ended: ${output}`)));
    });
    return { url, child };
  }

  /** Bytes of all files below a folder of it, each counted once however many links point at it. */
  async size(path: string): Promise<number> {
    const options = { recursive: true, withFileTypes: true } as const;
    const entries = await readdir(join(this.folder, path), options);
    const files = entries.filter((one) => one.isFile());
    const stats = await Promise.all(files.map(({ parentPath, name }) => stat(join(parentPath, name))));
    return stats.reduce((sum, one) => sum + one.size, 0);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/**
 * Packs the clone, with its compile step; without it where other tests run what it would remove first.
 *
 * @returns path of the tarball
 */
export async function packInto(folder: string): Promise<string> {
  const without = isCompiled ? ['--ignore-scripts'] : [];
  const packed = await succeeded('npm', ['pack', ...without, '--silent', '--pack-destination', folder], root);
  return join(folder, packed.stdout.trim().split('\n').at(-1) ?? '');
}

/**
 * Packs the clone and installs the tarball into an empty folder, by the strictest rules of npm: what asks for a newer Node
 * than this one is refused. Versions are looked up anew, as for everybody who installs it, since no lock file of ours counts.
 */
export async function packAndInstall(): Promise<
  Installed & { tarball: string; tarballBytes: number; installMs: number; installOutput: string }
> {
  const folder = await mkdtemp(join(tmpdir(), 'conformance-package-'));
  const tarball = await packInto(folder);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true }));
  const began = Date.now();
  const { output } = await succeeded(
    'npm',
    ['install', '--engine-strict', '--prefer-offline', '--no-audit', '--no-fund', '--omit=dev', tarball],
    folder,
  );
  const installMs = Date.now() - began;
  const { size: tarballBytes } = await stat(tarball);
  return Object.assign(new Installed(folder), { tarball, tarballBytes, installMs, installOutput: output });
}

async function succeeded(program: string, args: readonly string[], folder: string): Promise<Finished> {
  const ended = await finished(program, args, folder, {});
  if (ended.exitCode !== 0)
    throw new Error(`${program} ${args.join(' ')} answered ${ended.exitCode}:\n${ended.output}`);
  return ended;
}

function finished(
  program: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Finished> {
  return new Promise((done) => {
    const options = { cwd, env: { ...ownEnvironment(), ...env }, maxBuffer: 50_000_000 };
    const child = execFile(program, args, options, (_error, stdout, stderr) =>
      done({ exitCode: child.exitCode ?? -1, stdout, output: stdout + stderr }),
    );
  });
}

/** Without what this test run itself was told: a child would take it for its own. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(CONFORMANCE_|TARGET_|PLAYWRIGHT_|PW_?TEST|TEST_|REPORT_DIR|FORCE_COLOR|NODE_OPTIONS|npm_)/i;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
}

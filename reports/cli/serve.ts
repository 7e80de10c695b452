import { randomBytes } from 'node:crypto';
import { CHOICES, DEFECTS, startReferenceServer, type ChoiceName } from '../../fixtures/server/index.ts';
import { UsageError } from '../../fixtures/target/settings.ts';
import { nearest } from '../../specs/requirements/nearest.ts';

export interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly appId?: string;
  readonly secretKey?: string;
  readonly choice: readonly string[];
  readonly defect: readonly string[];
  readonly latency: string;
}

/** Runs the reference server until the process is told to end. Throws `UsageError` for a wrong option. */
export async function serve(options: ServeOptions): Promise<void> {
  const port = wholeNumber('--port', options.port, 65_535, '4010');
  const latencyMs = wholeNumber('--latency', options.latency, 60_000, '100');
  requireKnown('--choice', options.choice, CHOICES);
  requireKnown('--defect', options.defect, DEFECTS);
  const givenKey = options.secretKey ?? process.env['TARGET_SECRET_KEY'];
  const app = {
    appId: options.appId ?? `app_${randomBytes(4).toString('hex')}`,
    secretKey: givenKey ?? `sk_${randomBytes(16).toString('hex')}`,
    choices: options.choice as readonly ChoiceName[],
    defects: options.defect,
  };
  const { host } = options;
  const server = await startReferenceServer({ port, host, latencyMs, apps: [app] }).catch(explain);
  const shown = givenKey === undefined ? app.secretKey : '(as given)';
  process.stdout.write(`url         ${server.url}\napp id      ${app.appId}\nsecret key  ${shown}\n`);
  const stop = (): void => void server.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function explain(error: NodeJS.ErrnoException): never {
  if (error.code === 'EADDRINUSE')
    throw new UsageError(
      `--port: another program uses this port (${error.message}). A valid example: --port 0`,
    );
  if (error.code === 'EACCES')
    throw new UsageError(`--port: not allowed (${error.message}). A valid example: --port 4010`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    throw new UsageError(
      `--host: not an address of this machine (${error.message}). A valid example: --host 127.0.0.1`,
    );
  throw error;
}

function requireKnown(
  flag: string,
  names: readonly string[],
  table: Readonly<Record<string, unknown>>,
): void {
  const known = Object.keys(table);
  for (const name of names) {
    if (known.includes(name)) continue;
    const near = nearest(name, known);
    const hint = near.length === 0 ? '.' : `; did you mean ${near.join(' or ')}?`;
    const kind = flag.slice('--'.length);
    throw new UsageError(
      `${flag}: there is no ${kind} "${name}"${hint} "conversations-conformance list ${kind}s" shows the names.`,
    );
  }
}

function wholeNumber(flag: string, text: string, maximum: number, example: string): number {
  if (!/^\d+$/.test(text) || Number(text) > maximum)
    throw new UsageError(
      `${flag}: "${text}" is not a whole number from 0 to ${maximum}. A valid example: ${flag} ${example}`,
    );
  return Number(text);
}

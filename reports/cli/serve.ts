import { randomBytes } from 'node:crypto';
import { startReferenceServer, type ChoiceName } from '../../fixtures/server/index.ts';
import { UsageError } from '../../fixtures/target/settings.ts';

interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly appId?: string;
  readonly choice: readonly string[];
  readonly defect: readonly string[];
  readonly latency: string;
}

/** Runs the reference server until the process is told to end. Throws `UsageError` for a wrong option. */
export async function serve(options: ServeOptions): Promise<void> {
  const port = wholeNumber('--port', options.port, 65_535, '4010');
  const latencyMs = wholeNumber('--latency', options.latency, 60_000, '100');
  const app = {
    appId: options.appId ?? `app_${randomBytes(4).toString('hex')}`,
    secretKey: process.env['TARGET_SECRET_KEY'] ?? `sk_${randomBytes(16).toString('hex')}`,
    choices: options.choice as readonly ChoiceName[],
    defects: options.defect,
  };
  const server = await startReferenceServer({ port, host: options.host, latencyMs, apps: [app] }).catch(
    explain,
  );
  const shown = process.env['TARGET_SECRET_KEY'] === undefined ? app.secretKey : '(from TARGET_SECRET_KEY)';
  process.stdout.write(`url         ${server.url}\napp id      ${app.appId}\nsecret key  ${shown}\n`);
  const stop = (): void => void server.close();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

function explain(error: NodeJS.ErrnoException): never {
  if (error.code === 'EADDRINUSE')
    throw new UsageError(
      `--port: another program listens there (${error.message}). A valid example: --port 0`,
    );
  if (error instanceof RangeError) throw new UsageError(`--choice or --defect: ${error.message}`);
  throw error;
}

function wholeNumber(flag: string, text: string, maximum: number, example: string): number {
  if (!/^\d+$/.test(text) || Number(text) > maximum)
    throw new UsageError(
      `${flag}: "${text}" is not a whole number from 0 to ${maximum}. A valid example: ${flag} ${example}`,
    );
  return Number(text);
}

import { parseArgs } from 'node:util';
import { startSecondServer, switches } from './start.ts';

const usage = `npx tsx specs/selftest/proof/second-server/serve.ts --port N --app ID=SECRET [--app …] [--switch NAME …]
  --port N             port on 127.0.0.1 (0: any)
  --app ID=SECRET      an app and its secret key; may be repeated
  --switch NAME        a choice where the documentation is silent; may be repeated
  --default-version V  the API version of calls without a version header
  --list               lists the switches by topic and question`;

const options = {
  port: { type: 'string' },
  app: { type: 'string', multiple: true },
  switch: { type: 'string', multiple: true },
  'default-version': { type: 'string' },
  list: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

const readPort = (text: string | undefined): number => {
  const port = Number(text ?? NaN);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error('--port needs a number from 0 to 65535.');
  return port;
};

const readApp = (text: string): { appId: string; secretKey: string } => {
  const [, appId, secretKey] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (!appId || !secretKey)
    throw new Error(`--app needs ID=SECRET, such as --app shop=sk_test, not "${text}".`);
  return { appId, secretKey };
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options });
  if (values.help) return console.log(usage);
  if (values.list) {
    for (const { topic, question, name, description } of switches)
      console.log(`${topic}\t${question}\t${name}\t${description}`);
    return;
  }
  const apps = (values.app ?? []).map(readApp);
  if (apps.length === 0) throw new Error('At least one --app ID=SECRET is needed.');
  const version = values['default-version'];
  const server = await startSecondServer({
    port: readPort(values.port),
    apps,
    switches: values.switch ?? [],
    ...(version !== undefined && { defaultVersion: version }),
  });
  console.log(server.url);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  console.error(usage);
  process.exitCode = 2;
});

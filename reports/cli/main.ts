import './node-version.cjs';
import { Command, Option } from 'commander';
import { exitCodes } from '../../schemas/report/exit-codes.ts';
import { ofScenariosOnly, settings, UsageError, type Settings } from '../../fixtures/target/settings.ts';
import type { Texts } from '../../fixtures/target/resolve.ts';
import { suiteIdentity } from '../suite.ts';
import { outliveOutput } from '../closed-pipe.ts';
import type { CompareOptions } from './compare.ts';
import { endingOf } from './endings.ts';
import { exploreDefaults } from './explore-defaults.ts';
import type { MergeOptions } from './merge.ts';
import type { ServeOptions } from './serve.ts';
import type { SweepOptions } from './sweep.ts';

// Each command loads only the modules that it needs.

/** Where a secret belongs that was given as a flag. */
function secretsTold(error: string): string {
  const flagOf = (name: string): string =>
    `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const { env } = settings.find((one) => one.secret && error.includes(`'${flagOf(one.name)}`)) ?? {};
  return env === undefined ? '' : `Secrets are not given as flags: set ${env} in the environment.\n`;
}

function program(): Command {
  const root = new Command(suiteIdentity.name)
    .description('Tests servers that implement the Conversations resource of the TalkJS REST API.')
    .version(suiteIdentity.version)
    .exitOverride()
    .showSuggestionAfterError()
    // The value of an unknown option may be a secret.
    .configureOutput({
      outputError: (text, write) =>
        write(`${text.replace(/'(--?[\w-]+)=[^']*'/g, `'$1=…'`)}${secretsTold(text)}`),
    })
    .addHelpText(
      'after',
      `\nExit codes:\n${exitCodes.map(({ code, meaning }) => `  ${String(code).padEnd(3)} ${meaning}`).join('\n')}`,
    );

  const runCommand = root
    .command('run')
    .description('test a target, or the embedded reference server if no target is given')
    .addOption(configOption())
    .addHelpText('after', environmentHelp());
  for (const option of settingOptions()) runCommand.addOption(option);
  runCommand
    .option(
      '--watch [folder]',
      'test again on Enter, when files in the folder change, and when the target comes back; q quits',
    )
    .option('--shard <n/m>', 'run shard n of m; `merge` combines the reports')
    .option('--write-baseline <file>', 'write a baseline with everything that fails now')
    .option(
      '--history <folder>',
      'keep a small record of the run there, and update history.html with the runs of this target',
    );
  runCommand.action(async (options: Options) => {
    if (options['watch'] !== undefined) {
      process.exitCode = await watchTarget(options);
      return;
    }
    const { run } = await import('./run.ts');
    process.exitCode = await run(textsOf(options), options['config'] as string | undefined, {
      shard: options['shard'] as string | undefined,
      writeBaseline: options['writeBaseline'] as string | undefined,
      history: options['history'] as string | undefined,
    });
  });

  const exploreCommand = root
    .command('explore')
    .description(
      'look for contradictions with random sequences of calls, and shrink each to a short sequence',
    )
    .addOption(configOption())
    .option('--runs <n>', `maximum number of sequences (default: ${exploreDefaults.runs})`)
    .option(
      '--max-requests <n>',
      `maximum number of requests, without clean-up (default: ${exploreDefaults.maxRequests})`,
    )
    .option(
      '--min-calls <n>',
      `exit with 3 if fewer calls were answered (default: ${exploreDefaults.minCalls})`,
    )
    .option('--race', 'send pairs of calls at the same time')
    .option('--replay <text>', 'repeat one contradiction; the report shows the value')
    .addHelpText('after', environmentHelp());
  for (const option of settingOptions((name) => !ofScenariosOnly.includes(name)))
    exploreCommand.addOption(option);
  exploreCommand.action(async (options: Options) => {
    const { runExploration } = await import('./explore.ts');
    process.exitCode = await runExploration(
      textsOf(options),
      options['config'] as string | undefined,
      options,
    );
  });

  root
    .command('merge')
    .description('combine the reports of all shards; the exit code is that of the whole run')
    .argument('<report...>', 'report folders or results.json files')
    .option('--report-dir <folder>', 'folder for the merged report', 'reports/out/merged')
    .option('--baseline <file>', 'JSON file of known failures, which do not change the exit code')
    .action(async (reports: string[], options: MergeOptions) => {
      const { merge } = await import('./merge.ts');
      process.exitCode = merge(reports, options);
    });

  root
    .command('compare')
    .description('compare runs of several targets, or of one target over time')
    .argument('<A>', 'report folder or results.json of the first run, such as the real service')
    .argument('<B...>', 'the same for the other runs, such as mocks')
    .option(
      '--gate <name>',
      'exit with 1 if B is more lenient than A (lenient), or worse than A (regression)',
    )
    .option('--report-dir <folder>', 'folder for comparison.html and comparison.md', 'reports/out/comparison')
    .action(async (a: string, others: string[], options: CompareOptions) => {
      const { compareRuns } = await import('./compare.ts');
      process.exitCode = await compareRuns([a, ...others], options);
    });

  root
    .command('serve')
    .description('start the reference server on its own')
    .option('--port <n>', 'port to listen on; 0 selects a free port', '4010')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--app-id <id>', 'id of the app (default: a random one)')
    .option('--secret-key <key>', 'secret key of the app (TARGET_SECRET_KEY; default: a random one)')
    .option(
      '--choice <name>',
      'select another behaviour where the documentation is silent; repeatable',
      collect,
      [],
    )
    .option('--defect <id>', 'break one rule on purpose; repeatable', collect, [])
    .option('--latency <ms>', 'milliseconds to add to every response', '0')
    .addHelpText('after', '\n"list choices" and "list defects" show the names.')
    .action(async (options: ServeOptions) => {
      const { serve } = await import('./serve.ts');
      await serve(options);
    });

  root
    .command('sweep')
    .description('delete conversations that earlier runs left on a target, and nothing else')
    .option('--target <url>', 'server to sweep (TARGET_URL)')
    .option('--app-id <id>', 'app on the target (TARGET_APP_ID)')
    .option('--config <file>', 'JSON file with settings (CONFORMANCE_CONFIG)')
    .option('--older-than <time>', 'only conversations of at least this age', '1h')
    .option('--dry-run', 'only list them')
    .action(async (options: SweepOptions) => {
      const { sweep } = await import('./sweep.ts');
      process.exitCode = await sweep(options);
    });

  root
    .command('list')
    .description('list requirements, or the choices or defects of the reference server')
    .argument('[name]', 'only this requirement, family or area; or: choices, defects')
    .action(async (name: string | undefined) => {
      const { list } = await import('./list.ts');
      process.stdout.write(list(name));
    });

  root
    .command('explain')
    .description('show everything about one requirement')
    .argument('<id>', 'requirement id, such as PUT-MERGE-01')
    .action(async (id: string) => {
      const { explain } = await import('./explain.ts');
      process.stdout.write(explain(id));
    });

  root
    .command('openapi')
    .description('print the OpenAPI 3.1 document of the part of the API that the suite tests')
    .option('--app-id <id>', 'start every path with /v1/ID, for mock servers that ignore server paths')
    .action(async ({ appId }: { appId?: string }) => {
      const { openapi } = await import('./openapi.ts');
      process.stdout.write(openapi(appId));
    });

  return root;
}

async function watchTarget(options: Options): Promise<number> {
  for (const other of ['shard', 'writeBaseline', 'history'])
    if (options[other] !== undefined)
      throw new UsageError(
        '--watch cannot be combined with --shard, --write-baseline or --history. Example: --watch src/',
      );
  const { watch } = await import('./watch/watch.ts');
  const folder = options['watch'];
  return watch(
    textsOf(options),
    options['config'] as string | undefined,
    typeof folder === 'string' ? folder : undefined,
  );
}

type Options = Record<string, string | string[] | boolean | undefined>;

function configOption(): Option {
  return new Option(
    '--config <file>',
    'JSON file with settings (CONFORMANCE_CONFIG; default: .conformance.json if present)',
  );
}

/** One flag for every setting that may be given as a flag; the text is parsed by the setting itself. */
function settingOptions(wanted: (name: keyof Settings) => boolean = () => true): Option[] {
  return settings.flatMap((setting) => {
    if (setting.flag === undefined || !wanted(setting.name)) return [];
    const flags =
      setting.placeholder === undefined ? setting.flag : `${setting.flag} <${setting.placeholder}>`;
    const option = new Option(flags, `${setting.description} (${setting.env}; default: ${setting.default})`);
    return [setting.repeatable ? option.argParser(collect) : option];
  });
}

function collect(value: string, all: string[] | undefined): string[] {
  return [...(all ?? []), value];
}

/** Flags as texts by the name of their setting; commander names them after the flag in camel case. */
function textsOf(options: Options): Texts {
  return Object.fromEntries(
    settings.flatMap(({ name, flag, separator = ',' }) => {
      const value = flag === undefined ? undefined : options[camelCase(flag)];
      return value === undefined
        ? []
        : [[name, Array.isArray(value) ? value.join(separator) : String(value)]];
    }),
  );
}

function camelCase(flag: string): string {
  return flag.replace(/^--/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function environmentHelp(): string {
  const secrets = settings.filter((setting) => setting.secret);
  return `\nOnly in the environment or the settings file:\n${secrets.map(({ env, description }) => `  ${env}  ${description}`).join('\n')}`;
}

outliveOutput();
// Without this, Node would exit with 1, which means that a requirement is violated.
process.on('uncaughtException', end);

try {
  await program().parseAsync();
} catch (error) {
  tell(error);
}

function end(error: unknown): never {
  tell(error);
  process.exit();
}

function tell(error: unknown): void {
  const { code, message } = endingOf(error);
  if (message !== undefined) process.stderr.write(`${message}\n`);
  process.exitCode = code;
}

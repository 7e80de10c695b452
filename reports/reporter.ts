import { readFileSync } from 'node:fs';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';
import type { RunReport } from '../schemas/report/run-report.ts';
import {
  notGatingAnnotation,
  outOfTimeAnnotation,
  runAttachment,
  type RunSettings,
} from '../schemas/report/run-settings.ts';
import { reasons } from '../schemas/report/report-folder.ts';
import { noteMeasured, notedCleanUp, notedExploration } from '../schemas/report/measured.ts';
import { scenarioAttachment, type ScenarioRecord } from '../schemas/report/scenario-record.ts';
import { ruleSet, ruleSetNamed, type RuleSet } from '../specs/requirements/index.ts';
import { violatedIn } from './bail.ts';
import { readBaseline } from './baseline.ts';
import { cutByTime } from './attempts.ts';
import { selectedBy } from './selection.ts';
import { firstCases } from './quick.ts';
import { outliveOutput } from './closed-pipe.ts';
import { buildRunReport } from './run-report.ts';
import { markOf, Progress, progressKind } from './progress.ts';
import { plural } from './text.ts';
import { consoleReport } from './writers/console.ts';
import { titlesTold } from './words.ts';

/** Name of the variable that tells scenarios that this reporter listens; see `settle` in the fixtures. */
const reporterVariable = 'CONFORMANCE_REPORTER';

/** With `--list` Playwright runs nothing. */
const listing = process.argv.includes('--list');

/** With this command Playwright runs nothing either: it tells once more what earlier runs wrote into blobs. */
const merging = process.argv[2] === 'merge-reports';

type Preprocessing = Parameters<NonNullable<Reporter['preprocess']>>[0];

/** Collects what the scenarios attached, makes the run report of it and has it written. */
export default class ConformanceReporter implements Reporter {
  readonly #scenarios: ScenarioRecord[] = [];
  readonly #problems: string[] = [];
  /** As Playwright hands it on; the settings of the run are in its metadata. */
  #config: FullConfig | undefined;
  /** Settings of the runs whose blobs are merged here, by run id. */
  readonly #runs = new Map<string, RunSettings>();
  #startedAt = new Date();
  /** Loaded while the scenarios run. */
  #writers: ReturnType<typeof loadWriters> | undefined;
  #progress: Progress | undefined;
  /** Of a requirement, whether it was asked for. */
  #isSelected: (id: string) => boolean = () => true;
  /** Scenarios that never began, since the run had reached its longest duration. */
  #tooLate = 0;
  /** True where no scenario has the title that was asked for. */
  #choosesNone = false;
  /** The requirement whose violation ended the run early. */
  #bailedAt: string | undefined;

  constructor() {
    outliveOutput();
    // Workers inherit the environment of this process.
    process.env[reporterVariable] = 'listening';
  }

  printsToStdio(): boolean {
    return true;
  }

  /** Leaves out scenarios that were not chosen, and of a quick run what judges no requirement for the first time, before shards are cut. */
  preprocess({ config, suite, testRun }: Preprocessing): Promise<void> {
    this.#config = config;
    const run = this.#run;
    // Scenarios carry the ids that they judge as tags.
    const all = suite.allTests().map((test) => ({
      test,
      ids: test.tags.map((tag) => tag.slice(1)),
      file: test.location.file,
    }));
    const { scenario } = run ?? {};
    const chosen = scenario === undefined ? all : all.filter(({ test }) => titled(test.title, scenario));
    const kept = new Set(run?.quick ? firstCases(chosen, selectedBy(run.only)) : chosen);
    for (const one of all) if (!kept.has(one)) testRun.exclude(one.test);
    return Promise.resolve();
  }

  onBegin(config: FullConfig, suite: Suite): void {
    this.#startedAt = new Date();
    this.#config = config;
    this.#isSelected = selectedBy(this.#run?.only ?? []);
    const tests = suite.allTests();
    if (listing) for (const test of tests) process.stdout.write(`${test.title}  ${test.tags.join(' ')}\n`);
    const count = tests.length;
    this.#choosesNone = count === 0 && this.#run?.scenario !== undefined;
    if (count === 0 && this.#run?.shard === undefined && !this.#choosesNone)
      this.#problems.push('no scenario was selected');
    process.stdout.write(`${plural(count, 'scenario')}, ${plural(config.workers, 'worker')}\n`);
    if (listing) return;
    this.#progress = new Progress(count, progressKind(process.stdout.isTTY), process.stdout);
    this.#writers = loadWriters();
    // A loading error is reported where the module is needed.
    this.#writers.catch(() => undefined);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const record = attached<ScenarioRecord>(result, scenarioAttachment);
    const run = attached<RunSettings>(result, runAttachment);
    if (run) this.#runs.set(run.runId, run);
    if (record) this.#keep({ ...record, startedAt: result.startTime.toISOString() });
    // What the end of the run cut short was not judged, and is reported as not run.
    else if (result.status === 'skipped' && marked(test, result, outOfTimeAnnotation)) this.#leftOut();
    // Once time is up, a scenario may be cut in the middle.
    else if (result.status !== 'interrupted' && result.status !== 'skipped' && this.#tooLate === 0)
      this.#problems.push(
        `${test.titlePath().filter(Boolean).join(' › ')} produced no result: ${reasonOf(result)}`,
      );
    // A scenario declares its failure as expected only to keep its worker alive. Every other reporter is to see it as
    // what it is, and this reporter stands first in the list.
    const gates = !marked(test, result, notGatingAnnotation);
    if (test.expectedStatus === 'failed' && gates) test.expectedStatus = 'passed';
    this.#progress?.add(
      record ? markOf(record, this.#rules(), this.#isSelected) : result.status === 'skipped' ? '-' : 'E',
    );
  }

  /** The settings in Playwright's configuration. Never kept: the global setup may add them after this was made. */
  get #settings(): RunSettings | undefined {
    return this.#config?.metadata['run'] as RunSettings | undefined;
  }

  /** The settings of the run that goes on; undefined where blobs are merged. */
  get #run(): RunSettings | undefined {
    return merging ? undefined : this.#settings;
  }

  #rules(): RuleSet {
    const { rules } = this.#settings ?? {};
    return rules === undefined ? ruleSet : ruleSetNamed(rules);
  }

  #keep(record: ScenarioRecord): void {
    this.#scenarios.push(record);
    const reportDir = this.#run?.reportDir;
    if (reportDir !== undefined) noteMeasured(reportDir, record);
    this.#bail(record);
  }

  #bail(record: ScenarioRecord): void {
    const run = this.#run;
    if (run?.bail !== true || this.#bailedAt !== undefined) return;
    this.#bailedAt = violatedIn(record, run, baselineOf(run));
    if (this.#bailedAt !== undefined) this.#stop();
  }

  onError(error: TestError): void {
    this.#problems.push((error.message ?? error.value ?? 'unknown error').split('\n')[0] ?? '');
  }

  /** Time is up: to leave out hundreds of scenarios one by one would take longer than what is left of it. */
  #leftOut(): void {
    this.#tooLate += 1;
    if (this.#tooLate === 1 && this.#bailedAt === undefined && this.#run !== undefined) this.#stop();
  }

  /** Tells the runner to stop, as an interrupt from the keyboard does. A second one would cut clean-up and report short. */
  #stop(): void {
    process.kill(process.pid, 'SIGINT');
  }

  async onEnd(result: FullResult): Promise<{ status: FullResult['status'] }> {
    if (listing) return { status: result.status };
    this.#progress?.end();
    const run = this.#run ?? this.#mergedRun();
    try {
      if (!run) throw new Error('the settings of the run were not published');
      const report = this.#report(run, result);
      process.stdout.write(
        consoleReport(report, {
          colour: process.stdout.hasColors?.() ?? false,
          reportDir: run.reportDir,
          verbose: run.target['verbose'] === 'true',
        }),
      );
      // Show the result even if it cannot be written.
      const { writeReports } = await (this.#writers ?? loadWriters());
      writeReports(report, run.reportDir);
      return { status: report.exitCode === 0 ? 'passed' : 'failed' };
    } catch (error) {
      const { code = '', message } = error as NodeJS.ErrnoException;
      const { reportDir = 'its folder' } = run ?? {};
      process.stdout.write(
        code in reasons
          ? `The report could not be written to ${reportDir}: ${reasons[code]} (${code}).\n`
          : `The report could not be created: ${message}\n`,
      );
      return { status: 'failed' };
    }
  }

  #report(run: RunSettings, result: FullResult): RunReport {
    const explored = run.explore === undefined ? {} : notedExploration(run.reportDir);
    const cleanedUp = merging ? undefined : notedCleanUp(run.reportDir);
    return buildRunReport({
      run,
      scenarios: [this.#scenarios, explored.scenarios ?? [], cleanedUp ?? []].flat(),
      // The runner complains of what is told already.
      problems: this.#choosesNone ? [] : [...this.#problems, ...(explored.problems ?? [])],
      ...(this.#choosesNone
        ? { aborted: { verdict: 'usage-error' as const, summary: noneTitled(run) } }
        : {}),
      ...(explored.exploration === undefined ? {} : { exploration: explored.exploration }),
      notes: [
        ...(explored.notes ?? []),
        // An interrupt cuts scenarios short as well, unless it was this reporter's own.
        ...(this.#bailedAt === undefined
          ? cutShort(
              result,
              run,
              this.#tooLate > 0 || (result.status !== 'interrupted' && cutByTime(this.#scenarios)),
            )
          : [
              `The run stopped at the first failed requirement, ${this.#bailedAt} (--bail). Requirements not tested by then are reported as not run.`,
            ]),
        ...this.#mergeNotes(),
      ],
      baseline: baselineOf(run),
      startedAt: this.#runs.size > 0 ? result.startTime : this.#startedAt,
      durationMs: result.duration,
    });
  }

  /** The settings of the first of several merged runs; the report goes where this process is told to write. */
  #mergedRun(): RunSettings | undefined {
    const [first = this.#settings] = [...this.#runs.values()].sort((a, b) => a.runId.localeCompare(b.runId));
    if (first === undefined) return undefined;
    const reportDir = process.env['REPORT_DIR'] ?? 'reports/out';
    return { ...first, reportDir, target: { ...first.target, reportDir } };
  }

  #mergeNotes(): string[] {
    if (this.#runs.size === 0) return [];
    return [
      `Merged from blob reports of the runs ${[...this.#runs.keys()].sort().join(', ')}. Each run deleted its shared conversations itself; they are not counted here.`,
    ];
  }
}

const loadWriters = () => import('./writers/index.ts');

const baselineOf = ({ baseline }: RunSettings) => (baseline === undefined ? [] : readBaseline(baseline));

/** Why the run ended before its last scenario, in words. */
function cutShort({ status }: FullResult, { maxDurationMs }: RunSettings, late: boolean): string[] {
  if (status === 'interrupted' && !late)
    return ['The run was interrupted. Requirements not tested by then are reported as not run.'];
  if (status !== 'timedout' && !late) return [];
  return [
    `The run reached its maximum duration of ${maxDurationMs / 1000} s. Requirements not tested by then are reported as not run. To allow more time: --max-duration 15m`,
  ];
}

/** Whether a scenario has one of the texts in its title, in upper or lower case. */
function titled(title: string, texts: readonly string[]): boolean {
  return texts.some((text) => title.toLowerCase().includes(text.toLowerCase()));
}

function noneTitled({ only, scenario = [] }: RunSettings): string {
  const among = only.length === 0 ? 'scenario' : `scenario of ${only.join(', ')}`;
  return `--scenario: no ${among} has ${titlesTold(scenario)} in its title. A valid example: --scenario 'empty body'`;
}

function marked(test: TestCase, result: TestResult, annotation: string): boolean {
  return [...test.annotations, ...result.annotations].some(({ type }) => type === annotation);
}

/** A JSON attachment of a scenario. Merged blobs hold it as a file. */
function attached<Content>(result: TestResult, name: string): Content | undefined {
  const found = result.attachments.find((attachment) => attachment.name === name);
  const text = found?.body?.toString('utf8') ?? (found?.path && readFileSync(found.path, 'utf8'));
  return text === undefined || text === '' ? undefined : (JSON.parse(text) as Content);
}

function reasonOf(result: TestResult): string {
  return (result.error?.message ?? result.error?.value ?? result.status).split('\n')[0] ?? result.status;
}

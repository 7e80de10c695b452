/** The result for CI systems: one test case for each requirement. */
import { create } from 'xmlbuilder2';
import type { AreaResult, RequirementResult, RunReport } from '../../schemas/report/run-report.ts';
import { failureText } from '../../schemas/report/failure-text.ts';
import { familyOf } from '../../specs/requirements/index.ts';
import { Evidence } from '../evidence.ts';
import { foundTold, rerunCommand } from '../exploration.ts';
import { oneLine, visible } from '../text.ts';
import { effectOf } from '../verdict.ts';
import { levelTold } from '../words.ts';

/** What a test case holds beside its name; `kind` decides how CI systems count it. */
interface Outcome {
  readonly kind: 'passed' | 'failure' | 'error' | 'skipped';
  /** Begins with the verdict where it is neither a pass nor a failure. */
  readonly message: string;
  readonly type: string;
  /** Evidence in several lines. */
  readonly text: string;
}

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly seconds: number;
  /** Told as text: not every reader knows properties of a test case, and Jenkins' schema refuses them. */
  readonly properties: Readonly<Record<string, string>>;
  readonly outcome: Outcome;
}

const passed: Outcome = { kind: 'passed', message: '', type: '', text: '' };

/**
 * A violated requirement that decides the exit code is a `<failure>`; what could not be judged, but had to be, is an
 * `<error>`; both are there exactly when the exit code is not 0. Everything else that did not pass is `<skipped>`, its
 * message beginning with the verdict. Requirements that were not selected are left out. It keeps to `junit-10.xsd` of Jenkins'
 * xUnit plugin, the strictest of the readers.
 */
export function junitXml(report: RunReport): string {
  const evidence = new Evidence(report);
  const suites = report.areas
    .map((area) => ({ name: area.area, area, cases: casesOf(area, report, evidence) }))
    .filter(({ cases }) => cases.length > 0);
  const own = runCases(report);
  const all = [...suites, ...(own.length > 0 ? [{ name: 'RUN', area: undefined, cases: own }] : [])];
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  // `skipped` and `timestamp` are known for one suite only, not for all of them.
  const { skipped: _skipped, ...counts } = countsOf(all.flatMap(({ cases }) => cases));
  const root = document.ele('testsuites', {
    name: safe(report.suite.name),
    ...counts,
    time: seconds(report.durationMs),
  });
  for (const { name, area, cases } of all) {
    const suite = root.ele('testsuite', {
      name,
      ...countsOf(cases),
      time: seconds(area?.durationMs ?? 0),
      timestamp: report.startedAt,
      hostname: oneLine(report.target['target'] ?? ''),
    });
    for (const one of cases) addCase(suite, one);
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

type Element = ReturnType<ReturnType<typeof create>['ele']>;

function addCase(suite: Element, { name, classname, seconds: time, properties, outcome }: Case): void {
  const element = suite.ele('testcase', { name, classname, time: time.toFixed(3) });
  const { kind, message, type, text } = outcome;
  const isRed = kind === 'failure' || kind === 'error';
  if (kind !== 'passed')
    element.ele(kind, { message: oneLine(message, 500), type }).txt(isRed ? safe(text) : '');
  const about = Object.entries(properties).map(([key, value]) => `${key}: ${oneLine(value, 1000)}`);
  const lines = [...about, ...(isRed || text === '' ? [] : ['', safe(text)])];
  if (lines.length > 0) element.ele('system-out').txt(lines.join('\n'));
}

function casesOf(area: AreaResult, report: RunReport, evidence: Evidence): Case[] {
  return report.requirements
    .filter((one) => one.area === area.area)
    .filter(({ verdict }) => verdict !== 'not-selected')
    .map((one) => ({
      name: `${one.id} ${oneLine(one.statement)}`,
      classname: familyOf(one.id).replace('-', '.'),
      seconds: one.checks.reduce((sum, check) => sum + check.durationMs, 0) / 1000,
      properties: { verdict: one.verdict, level: levelTold(one), basis: one.basis, source: one.source },
      outcome: outcomeOf(one, report, evidence),
    }));
}

function outcomeOf(one: RequirementResult, report: RunReport, evidence: Evidence): Outcome {
  const text = one.checks
    .filter(({ verdict }) => verdict !== 'passed' && verdict !== 'not-applicable')
    .map((check) =>
      failureText(
        check,
        one,
        evidence.exchangesOf(check),
        report.seed,
        rerunCommand(report, one.id),
        foundTold(report, check),
      ),
    )
    .join('\n\n');
  const outcome = (kind: Outcome['kind'], prefix: string): Outcome => ({
    kind,
    message: `${one.newer === undefined ? '' : `${levelTold(one)}, decides nothing: `}${prefix}${one.detail}`,
    type: one.verdict,
    text,
  });
  const effect = effectOf(one, report.target['strict'] === 'true');
  const kind = effect === undefined ? 'skipped' : effect === 'non-conformant' ? 'failure' : 'error';
  switch (one.verdict) {
    case 'passed':
      return passed;
    case 'failed':
      return outcome(kind, '');
    case 'warned':
      return outcome(kind, effect === undefined ? 'warning: ' : '');
    case 'harness-error':
      return outcome(kind, 'suite broken: ');
    case 'unstable':
      return outcome(kind, 'unstable: ');
    case 'blocked':
      return outcome(kind, 'blocked: ');
    case 'not-run':
      return outcome(kind, 'not run: ');
    case 'not-selected':
      return outcome('skipped', 'not selected: ');
    case 'known-failure':
      return outcome('skipped', 'known failure: ');
    case 'not-applicable':
      return outcome('skipped', 'not applicable: ');
    case 'excluded':
      return outcome('skipped', 'excluded: ');
    case 'surveyed': {
      const answers = report.surveys.filter(({ requirement }) => requirement === one.id);
      return { ...passed, text: answers.map(({ question, answer }) => `${question}: ${answer}`).join('\n') };
    }
  }
}

/** What concerns the run as a whole. */
function runCases(report: RunReport): Case[] {
  const problems = report.problems.map((problem) => ({ title: 'the suite works', type: 'problem', problem }));
  const ended =
    report.verdict === 'unreachable' || report.verdict === 'usage-error'
      ? [{ title: 'the target can be judged', type: report.verdict, problem: report.summary }]
      : [];
  return [...ended, ...problems].map(({ title, type, problem }, index) => ({
    name: index === 0 ? title : `${title} (${index + 1})`,
    classname: 'RUN',
    seconds: 0,
    properties: {},
    outcome: { kind: 'error', message: problem, type, text: problem },
  }));
}

function countsOf(
  cases: readonly Case[],
): Readonly<Record<'tests' | 'failures' | 'errors' | 'skipped', string>> {
  const count = (kind: Outcome['kind']): string =>
    String(cases.filter(({ outcome }) => outcome.kind === kind).length);
  return {
    tests: String(cases.length),
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
  };
}

/** XML knows no control characters, however they are escaped. */
function safe(text: string): string {
  return visible(text);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}

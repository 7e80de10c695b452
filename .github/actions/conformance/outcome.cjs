/**
 * Tells the job what came of a run: outputs, a summary of at most 60 lines, and an annotation for each failure.
 * Usage: node outcome.cjs REPORT-FOLDER EXIT-CODE
 */
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/** Lines of a job's summary: what nobody has to scroll for. */
const longest = 60;
/** GitHub shows so many annotations of one step and drops the rest without a word. */
const most = 10;

const [folder = '', exitCode = ''] = process.argv.slice(2);
const read = (name) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined;
const results = read('results.json');
const report = results === undefined ? undefined : JSON.parse(results);
const failed = (report?.requirements ?? []).filter(({ verdict }) => verdict === 'failed');
const codes = { 2: 'usage-error', 4: 'unreachable' };
const verdict = report?.verdict ?? codes[exitCode] ?? 'harness-error';

const outputs = {
  verdict,
  failed: failed.map(({ id }) => id).join(','),
  'exit-code': exitCode,
  report: folder,
};
const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, GITHUB_WORKFLOW_REF = '', INPUT_ANNOTATE } = process.env;
appendFileSync(
  GITHUB_OUTPUT,
  Object.entries(outputs)
    .map(([name, value]) => `${name}=${value}\n`)
    .join(''),
);

const summary = read('summary.md');
if (summary !== undefined) {
  const lines = summary.trimEnd().split('\n');
  const rest = ['', 'The rest stands in the artifact of this job: summary.md, and index.html for people.'];
  const shown = lines.length <= longest ? lines : [...lines.slice(0, longest - rest.length), ...rest];
  appendFileSync(GITHUB_STEP_SUMMARY, `${shown.join('\n')}\n`);
}

/** Annotations are commands to the runner: nothing of a target's may end one or begin another. */
const text = (value) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (value) => text(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
const workflow = /^[^/]+\/[^/]+\/(.+)@[^@]+$/.exec(GITHUB_WORKFLOW_REF)?.[1];
const file = INPUT_ANNOTATE || workflow || '.github/workflows';
const annotate = (title, message) =>
  console.log(`::error file=${property(file)},title=${property(title)}::${text(message)}`);

const told = failed.length <= most ? failed : failed.slice(0, most - 1);
for (const { id, statement, detail } of told) annotate(id, `${statement}\n${detail}`);
if (told.length < failed.length) {
  const others = failed.slice(told.length).map(({ id }) => id);
  annotate(`${others.length} more requirements are violated`, others.join(', '));
}
if (failed.length === 0 && exitCode !== '0')
  annotate(verdict, report?.summary ?? `The run ended with exit code ${exitCode}.`);

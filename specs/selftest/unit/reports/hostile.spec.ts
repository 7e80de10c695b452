/** Whatever a target sends is harmless in every output. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { compare } from '../../../../reports/compare/compare.ts';
import { comparisonHtml } from '../../../../reports/compare/html.ts';
import { overviewMd, overviewText } from '../../../../reports/compare/overview.ts';
import { tableOf } from '../../../../reports/compare/table.ts';
import { comparisonMd } from '../../../../reports/compare/markdown.ts';
import { comparisonText } from '../../../../reports/compare/terminal.ts';
import { consoleReport } from '../../../../reports/writers/console.ts';
import { matrixHtml } from '../../../../reports/writers/html/matrix.ts';
import { writers } from '../../../../reports/writers/index.ts';
import { reproduceScripts } from '../../../../reports/writers/reproduce/index.ts';
import { harmful, hostileText } from '../../support/hostile-text.ts';
import { sampleExploration } from '../../support/sample-exploration.ts';
import { sampleMatrix } from '../../support/sample-matrix.ts';
import { mustIds, sampleReport } from '../../support/sample.ts';

const failed = [...mustIds(5), 'TRANSPORT-STATUS-05'];
const sample = {
  failed,
  blocked: { 'READ-READ-01': 'cause' },
  unstable: ['INBOX-LIST-01'],
  lagMs: 250,
  exploration: sampleExploration(mustIds(2), hostileText),
  text: hostileText,
  left: [`cct-${hostileText}`],
};
const report = sampleReport({
  ...sample,
  problems: [hostileText],
  target: { target: hostileText, appId: '../../x' },
});
const comparison = compare(
  { name: 'a', report: sampleReport() },
  { name: hostileText, report: sampleReport({ ...sample, answers: { x: hostileText } }) },
);
const outputs: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(writers).map(([name, write]) => [name, write(report)])),
  'matrix.html': matrixHtml(sampleMatrix(hostileText)),
  'comparison.md': comparisonMd(comparison),
  'comparison.html': comparisonHtml(tableOf([comparison.a, comparison.b])),
  'comparison on a terminal': comparisonText(comparison),
  'several runs on a terminal': overviewText(tableOf([comparison.a, comparison.b, comparison.b])),
  'several runs.md': overviewMd(tableOf([comparison.a, comparison.b, comparison.b])),
  'a run on a terminal': consoleReport(report, { colour: false, reportDir: 'x' }),
  'a run on a terminal, in full': consoleReport(report, { colour: false, reportDir: 'x', verbose: true }),
  ...Object.fromEntries([...reproduceScripts(report)].slice(0, 5)),
};

for (const [name, text] of Object.entries(outputs))
  test(`${name} holds no control character, direction override or lone surrogate`, () => {
    expect(harmful.exec(text)?.index).toBeUndefined();
  });

test('HTML has no element, attribute or script of the target', () => {
  for (const name of ['index.html', 'comparison.html', 'matrix.html']) {
    const text = outputs[name] ?? '';
    expect(text).not.toMatch(/<img|<boom|<script>window/);
    expect(text.match(/<script/g) ?? []).toHaveLength(name === 'index.html' ? 1 : 0);
    expect(text).toContain(`default-src &#39;none&#39;`);
  }
});

test('XML stays well-formed', () => {
  const xml = outputs['junit.xml'] ?? '';
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(JSON.stringify(new XMLParser().parse(xml))).toContain('<boom/>');
});

test('Markdown shows no markup, link or mention outside of code', () => {
  for (const name of ['summary.md', 'comparison.md']) {
    const outside = (outputs[name] ?? '').replace(/(?<!\\)(`+)(?!`).*?[^`]\1(?!`)/g, '');
    expect(outside).not.toMatch(/(?<!\\)<\w|(?<!\\)\]\(javascript|(?<!\\)@everyone/);
  }
});

test('JSON reads back to what was measured', () => {
  expect(JSON.parse(outputs['results.json'] ?? '')).toEqual(report);
});

test('scripts are valid bash, run nothing of the target, and have plain names', async ({}, testInfo) => {
  for (const [name, text] of reproduceScripts(report)) {
    expect(name).toMatch(/^([A-Z0-9-]+|crash)\.sh$/);
    const file = testInfo.outputPath(name);
    await writeFile(file, text);
    execFileSync('bash', ['-n', file]);
  }
  const [[name = ''] = []] = reproduceScripts(report);
  const env = { ...process.env, TARGET_URL: 'http://127.0.0.1:9', TARGET_SECRET_KEY: 'sk_x' };
  expect(() => execFileSync('bash', [testInfo.outputPath(name)], { env, stdio: 'pipe' })).toThrow();
  expect(existsSync('/tmp/pwned-by-report')).toBe(false);
});

test('an id that is no id makes no file', () => {
  const [first, ...others] = report.requirements;
  if (!first) throw new Error('no requirement');
  const renamed = { ...report, requirements: [{ ...first, id: '../../etc/passwd' }, ...others] };
  expect([...reproduceScripts(renamed).keys()].filter((name) => name.includes('..'))).toEqual([]);
});

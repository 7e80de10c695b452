import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema = JSON.parse(readFileSync(new URL('../json/RunReport.json', import.meta.url), 'utf8')) as object;
const isRunReport = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile(
  schema,
);

/** How a value differs from the documented form of a run report, one line each; empty when it conforms. */
export function reportIssues(report: unknown): string[] {
  if (isRunReport(report)) return [];
  return (isRunReport.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || 'report'} ${message ?? 'is wrong'}`,
  );
}

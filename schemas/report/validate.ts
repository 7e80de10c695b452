import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** A schema is compiled for one report: code that is quick to make. That it is a schema is tested beforehand. */
const settings = {
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  validateSchema: false,
  code: { optimize: false },
};

let compiled: ValidateFunction | undefined;

/** Compiled on first use, not when this module is loaded. */
function validator(): ValidateFunction {
  const text = (): string => readFileSync(new URL('../json/RunReport.json', import.meta.url), 'utf8');
  return (compiled ??= new Ajv2020(settings).compile(JSON.parse(text()) as object));
}

/** How a value differs from the documented form of a run report, one line each; empty when it conforms. */
export function reportIssues(report: unknown): string[] {
  const isRunReport = validator();
  if (isRunReport(report)) return [];
  return (isRunReport.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || 'report'} ${message ?? 'is wrong'}`,
  );
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Ajv from 'ajv/dist/2020.js';

/** A schema is compiled for one report: code that is quick to make. That it is a schema is tested beforehand. */
const settings = {
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  validateSchema: false,
  code: { optimize: false },
};

let compiled: Ajv.ValidateFunction | undefined;

/** AJV is loaded on first use, since a run needs it for its report only: to load it takes 40 ms. */
function validator(): Ajv.ValidateFunction {
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof Ajv;
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

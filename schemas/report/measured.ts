/**
 * What was measured, in files of the work folder: so it gets from the end of a run to the reporter, and what scenarios have
 * measured so far is not lost where the runner has to be ended by force.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workFolder } from './report-folder.ts';
import type { Exploration } from './exploration.ts';
import type { ScenarioRecord } from './scenario-record.ts';

const folderOf = (reportDir: string): string => join(reportDir, workFolder);
const fileOf = (reportDir: string): string => join(folderOf(reportDir), 'measured.jsonl');

/** Before a run: what is there is of an earlier one. */
export function forgetEarlier(reportDir: string): void {
  rmSync(folderOf(reportDir), { recursive: true, force: true });
}

/** Appends the record of a scenario that has ended. */
export function noteMeasured(reportDir: string, record: ScenarioRecord): void {
  mkdirSync(folderOf(reportDir), { recursive: true });
  appendFileSync(fileOf(reportDir), `${JSON.stringify(record)}\n`);
}

/** The records in the file; a last one that was cut off is left out. */
export function measuredIn(reportDir: string): ScenarioRecord[] {
  if (!existsSync(fileOf(reportDir))) return [];
  const lines = readFileSync(fileOf(reportDir), 'utf8').split('\n');
  return lines.slice(0, -1).map((line) => JSON.parse(line) as ScenarioRecord);
}

/** What became of the exploration after the scenarios. */
export interface ExplorationNote {
  readonly exploration?: Exploration;
  readonly scenarios?: readonly ScenarioRecord[];
  readonly problems?: readonly string[];
  readonly notes?: readonly string[];
}

const explorationFileOf = (reportDir: string): string => join(folderOf(reportDir), 'exploration.json');

/** Hands what was explored to the reporter. */
export function noteExploration(reportDir: string, note: ExplorationNote): void {
  mkdirSync(folderOf(reportDir), { recursive: true });
  writeFileSync(explorationFileOf(reportDir), JSON.stringify(note));
}

/** Nothing of all where nothing was to be explored. */
export function notedExploration(reportDir: string): ExplorationNote {
  const file = explorationFileOf(reportDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ExplorationNote) : {};
}

const cleanUpFileOf = (reportDir: string): string => join(folderOf(reportDir), 'clean-up.json');

/** Hands the record of the clean-up after the last scenario to the reporter. */
export function noteCleanUp(reportDir: string, record: ScenarioRecord): void {
  mkdirSync(folderOf(reportDir), { recursive: true });
  writeFileSync(cleanUpFileOf(reportDir), JSON.stringify(record));
}

/** Undefined where the run did not come to its clean-up. */
export function notedCleanUp(reportDir: string): ScenarioRecord | undefined {
  const file = cleanUpFileOf(reportDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ScenarioRecord) : undefined;
}

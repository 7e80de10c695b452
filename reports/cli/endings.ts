/** The one place that says with which code a command ends, whatever ends it. */
import { constants } from 'node:os';
import { CommanderError } from 'commander';
import { Unreachable } from '../../fixtures/target/unreachable.ts';
import { UsageError } from '../../fixtures/target/settings.ts';
import { exitCodeOf } from '../../schemas/report/exit-codes.ts';
import { FolderError, reasons } from '../../schemas/report/report-folder.ts';
import { BaselineError } from '../baseline.ts';
import { ReportError } from '../read-report.ts';

/** Ends without a verdict of a run, by name. What a run ends with is in `schemas/report/exit-codes.ts`. */
export const endings = {
  done: 0,
  /** A setting, a flag, a file that was named: nothing was judged. */
  usage: exitCodeOf('usage-error'),
  /** The machine refused something before anything was sent: a folder, a full disk, no more file handles. */
  'environment, before anything was sent': exitCodeOf('usage-error'),
  'no target': exitCodeOf('unreachable'),
  /** The machine refused something later: what was judged is lost, or could not be written. */
  'environment, in the middle': exitCodeOf('harness-error'),
  'fault of the suite': exitCodeOf('harness-error'),
} as const;

export interface Ending {
  readonly code: number;
  /** For people; undefined where they were told already. */
  readonly message?: string;
}

/** Something that went wrong after requests had been sent. */
export class Late extends Error {
  override name = 'Late';

  constructor(cause: unknown) {
    super('it came too late', { cause });
  }
}

/** How a command ends that threw this error. Only a fault of the suite shows its stack. */
export function endingOf(error: unknown): Ending {
  // Commander has written its message; help and version are no errors.
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? endings.done : endings.usage };
  if (
    error instanceof UsageError ||
    error instanceof FolderError ||
    error instanceof BaselineError ||
    error instanceof ReportError
  )
    return { code: endings.usage, message: error.message };
  if (error instanceof Unreachable) return { code: endings['no target'], message: error.message };
  if (error instanceof Late) {
    const { message = '' } = endingOf(error.cause);
    return { code: endings['environment, in the middle'], message };
  }
  const refused = refusalOf(error);
  if (refused !== undefined)
    return { code: endings['environment, before anything was sent'], message: refused };
  return {
    code: endings['fault of the suite'],
    message: `The suite itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  };
}

/** What the machine refused, in one sentence; undefined where it did not. */
function refusalOf(error: unknown): string | undefined {
  const { code, path, syscall } = Object(error) as NodeJS.ErrnoException;
  if (code === undefined || !(code in constants.errno)) return undefined;
  return `This machine cannot continue: ${reasons[code] ?? code} (${[code, syscall, path].filter(Boolean).join(' ')}).`;
}

/** As a shell tells it. */
export function codeOfSignal(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}

/** What asks a run to end in good order. */
export const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const satisfies NodeJS.Signals[];

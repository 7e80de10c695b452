/**
 * The product as the tests start it: compiled, where `run.ts` has done that before, and straight from the source otherwise,
 * so that a single test needs no step before it.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The variable that says that `.build/` holds what the source says now. */
export const compiled = 'CONFORMANCE_TESTS_COMPILED';

export const isCompiled = process.env[compiled] !== undefined;

/** What Node runs for the suite's command. */
export const command = join(root, isCompiled ? '.build' : '', 'reports/cli/bin.cjs');

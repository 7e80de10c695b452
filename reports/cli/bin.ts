#!/usr/bin/env node
/** The command of the package. Source maps come first, so that a stack of compiled code points at the TypeScript. */
process.setSourceMapsEnabled(true);
await import('./main.ts');

/* Compiled in the package, TypeScript in a clone. */
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

async function start() {
  if (existsSync(join(__dirname, 'main.js'))) {
    // A stack of compiled code points at the TypeScript.
    process.setSourceMapsEnabled(true);
    return import('./main.js');
  }
  const { register } = await import('tsx/esm/api');
  register();
  return import('./main.ts');
}

start().catch((error) => {
  // Without this, Node would exit with 1, which means that a requirement is violated.
  const refused = error.syscall !== undefined;
  process.stderr.write(
    refused
      ? `This machine cannot continue: ${error.message}\n`
      : `The suite itself failed: ${error.stack}\n`,
  );
  process.exitCode = refused ? 2 : 70;
});

import { execFile } from 'node:child_process';

/** Runs a bash script, with these variables and PATH as its whole environment. */
export function bash(
  args: string | readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const options = { env: { PATH: process.env['PATH'], ...variables } };
    execFile('bash', [args].flat(), options, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** A linter that knows nothing of this suite, with every rule that it recommends as an error. */
test('an independent linter accepts the OpenAPI document', async () => {
  const args = ['lint', '--config', '.config/redocly.yaml', '--format', 'json', 'schemas/openapi.json'];
  const { exitCode, stdout, stderr } = await redocly(args);

  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ totals: { errors: 0, warnings: 0, ignored: 0 }, problems: [] });
});

function redocly(args: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((done) => {
    const program = join(root, 'node_modules/.bin/redocly');
    const child = execFile(program, args, { cwd: root, env }, (_error, stdout, stderr) =>
      done({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** What the processes of a run share is made once, whichever asks first, and whatever becomes of the one that makes it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { NotMadeInTime, onceARun } from '../../../../fixtures/run/once.ts';
import { Blocked } from '../../../../fixtures/scenario/outcome.ts';
import { newScenario } from '../../../../fixtures/scenario/scenario.ts';
import { makeShared, type Shared } from '../../../../fixtures/scenario/shared.ts';

const soon = (): number => Date.now() + 5000;

function folderOf(testInfo: { outputPath(name: string): string }): string {
  const folder = testInfo.outputPath('run');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The id of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

test('whoever asks while it is made waits, and gets the same', async ({}, testInfo) => {
  const folder = folderOf(testInfo);
  let made = 0;
  const make = async (): Promise<{ number: number }> => {
    await new Promise((done) => setTimeout(done, 50));
    return { number: ++made };
  };

  const all = await Promise.all([1, 2, 3].map(() => onceARun(folder, 'thing', make, soon())));

  expect(all).toEqual([{ number: 1 }, { number: 1 }, { number: 1 }]);
});

test('where the maker has ended without making it, the next one makes it', async ({}, testInfo) => {
  const folder = folderOf(testInfo);
  writeFileSync(join(folder, 'thing-1.pid'), String(endedProcess()));

  expect(await onceARun(folder, 'thing', () => Promise.resolve('made'), soon())).toBe('made');
});

test('where the maker lives and does not come to an end, waiting is bounded', async ({}, testInfo) => {
  const folder = folderOf(testInfo);
  writeFileSync(join(folder, 'thing-1.pid'), String(process.pid));

  const waiting = onceARun(folder, 'thing', () => Promise.resolve('made'), Date.now() + 50);
  await expect(waiting).rejects.toThrow(NotMadeInTime);
});

/** What a scenario of a worker of its own prepares. */
function sharedBy(folder: string, attempt = 1): Shared {
  const run = { folder, endsAt: { scenarios: soon(), cleanUp: soon() } };
  return makeShared({ scenario: newScenario([]), run, state: new Map(), attempt });
}

test('what could not be prepared blocks every scenario for the same reason', async ({}, testInfo) => {
  const folder = folderOf(testInfo);
  const cause = { kind: 'requirement', requirement: 'PUT-CREATE-01', exchange: 'abc-1' } as const;
  const refuses = (): Promise<never> => Promise.reject(new Blocked('creating failed', cause));

  for (const prepare of [refuses, () => Promise.resolve('made')])
    await expect(sharedBy(folder)('lists', prepare)).rejects.toMatchObject({
      ...{ name: 'Blocked', message: 'creating failed', cause },
    });
});

test('a scenario that is tried again tries to prepare it again', async ({}, testInfo) => {
  const folder = folderOf(testInfo);
  const once = (round: number): Promise<number> =>
    round === 1 ? Promise.reject(new Blocked('not yet')) : Promise.resolve(round);

  await expect(sharedBy(folder)('lists', once)).rejects.toThrow('not yet');
  expect(await sharedBy(folder, 2)('lists', once)).toBe(2);
});

test('a fault of the suite in the preparation is one for everybody', async ({}, testInfo) => {
  const folder = folderOf(testInfo);
  const breaks = (): Promise<never> => Promise.reject(new TypeError('no such thing'));

  for (const prepare of [breaks, () => Promise.resolve('made')])
    await expect(sharedBy(folder)('lists', prepare)).rejects.toMatchObject({ name: 'HarnessError' });
});

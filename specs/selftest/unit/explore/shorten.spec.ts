/** Shortening on trial: what is left over shows the same, nothing of it can be left out, and it can be named. */
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { anyStep } from '../../../explore/generate.ts';
import { keptText, keptWhole, parseKept, shorten, stepsOf, type Kept } from '../../../explore/shorten.ts';
import { simpler } from '../../../explore/simpler.ts';
import type { PutStep, Step } from '../../../explore/steps.ts';

const put = (slot: number, body: PutStep['body'] = {}): PutStep => ({ do: 'put', slot, body, marker: true });

test('only the steps that are needed stay, in their plainest form', async () => {
  const wanted = put(2, { subject: 'a b', custom: { size: 'x' }, participants: ['cct-bob'] });
  const steps: Step[] = [0, 1, 0, 1, 0, 1].map((slot) => put(slot));
  const story: Step[] = [...steps, wanted, ...steps, { do: 'get', slot: 2 }];
  const shows = (part: readonly Kept[]): Promise<readonly Kept[] | undefined> => {
    const has = stepsOf(part, story).some(
      (step) => step.do === 'put' && step.slot === 2 && step.body.subject !== undefined,
    );
    return Promise.resolve(has && part.at(-1)?.position === story.length - 1 ? part : undefined);
  };
  const kept = await shorten(story, shows);
  expect(stepsOf(kept, story)).toEqual([
    { ...put(2, { subject: 'Shoes' }), marker: false },
    { do: 'get', slot: 2 },
  ]);
  expect(parseKept(keptText(kept))).toEqual(kept);
});

test('what does not show again stays whole', async () => {
  const story = [put(0), put(1)];
  expect(await shorten(story, () => Promise.resolve(undefined))).toEqual(keptWhole(story));
});

test('every step gets plainer until it cannot, and differs each time', () => {
  fc.assert(
    fc.property(anyStep, fc.infiniteStream(fc.nat({ max: 25 })), (step, choices) => {
      let current = step;
      for (let times = 0; simpler(current).length > 0; times++) {
        expect(times).toBeLessThan(40);
        const forms = simpler(current);
        const next = forms[(choices.next().value ?? 0) % forms.length] ?? current;
        expect(next).not.toEqual(current);
        current = next;
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

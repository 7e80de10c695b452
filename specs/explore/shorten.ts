/**
 * Makes a story of a sequence: leaves out what mostly changes nothing, then parts, then single steps, then says each step
 * in plainer words, as long as the same contradiction shows. A story is named by what is kept of the sequence, which
 * fast-check finds again.
 */
import { simpler } from './simpler.ts';
import { slots, type Step } from './steps.ts';

/** A step that is kept: its position in the sequence, and which simpler form of it was chosen, again and again. */
export interface Kept {
  readonly position: number;
  readonly choices: readonly number[];
}

/** What of these steps was played when the same contradiction showed; undefined where it did not show. */
export type Shows = (part: readonly Kept[]) => Promise<readonly Kept[] | undefined>;

/** Simpler forms of one step that are tried: as many as there are letters. */
const mostChoices = 26;

export const keptWhole = (steps: readonly Step[]): Kept[] =>
  steps.map((_, position) => ({ position, choices: [] }));

/** The steps that are kept, in their chosen forms. Positions and forms that do not exist are passed over. */
export function stepsOf(kept: readonly Kept[], steps: readonly Step[]): Step[] {
  return kept.flatMap((one) => formOf(one, steps) ?? []);
}

function formOf({ position, choices }: Kept, steps: readonly Step[]): Step | undefined {
  return choices.reduce((step, choice) => step && simpler(step)[choice], steps[position]);
}

/** `0.2ab.5` */
export function keptText(kept: readonly Kept[]): string {
  const letter = (choice: number): string => String.fromCharCode('a'.charCodeAt(0) + choice);
  return kept.map(({ position, choices }) => `${position}${choices.map(letter).join('')}`).join('.');
}

/** The reverse of `keptText`, of text that has its form. */
export function parseKept(text: string): Kept[] {
  return text.split('.').map((one) => ({
    position: Number.parseInt(one, 10),
    choices: [...one.replace(/^\d+/, '')].map((letter) => letter.charCodeAt(0) - 'a'.charCodeAt(0)),
  }));
}

/** The shortest part of the steps that was found to show the same contradiction; the last step is always needed. */
export async function shorten(steps: readonly Step[], shows: Shows): Promise<readonly Kept[]> {
  const small = await smallStory(steps, shows);
  let kept = small ?? (await withoutKinds(keptWhole(steps), steps, shows));
  for (;;) {
    const fewer = await withFewerSteps(kept, shows);
    const plainer = await withPlainerSteps(fewer, steps, shows);
    if (plainer === kept) return kept;
    kept = plainer;
  }
}

/**
 * Most contradictions need the creation of a conversation, one step more at most, and the one that shows it: a few short
 * tries find that out. The steps just before the end are tried first.
 */
async function smallStory(steps: readonly Step[], shows: Shows): Promise<readonly Kept[] | undefined> {
  const last = steps.length - 1;
  const slotOf = (position: number): unknown => {
    const step = steps[position];
    return step !== undefined && 'slot' in step ? step.slot : undefined;
  };
  const keep = (...positions: number[]): Kept[] =>
    [...new Set(positions)].sort((a, b) => a - b).map((position) => ({ position, choices: [] }));
  const isPut = (step: Step): boolean => step.do === 'put';
  const creation = steps.findIndex((step, index) => isPut(step) && slotOf(index) === slotOf(last));
  const first = creation < 0 ? [] : [creation];
  const between = steps
    .map((_, index) => index)
    .filter((index) => index < last && index !== creation && !harmless.has(steps[index]?.do ?? 'get'))
    .filter((index) => slotOf(last) === undefined || slotOf(index) === slotOf(last))
    .reverse()
    .slice(0, smallTries);
  for (const more of [[], ...between.map((index) => [index])]) {
    const found = await shows(keep(...first, ...more, last));
    if (found !== undefined) return found;
  }
  return undefined;
}

const smallTries = 12;

/** At one go: all reading and all that is refused, which mostly changes nothing, and then each of the conversations. */
async function withoutKinds(
  kept: readonly Kept[],
  steps: readonly Step[],
  shows: Shows,
): Promise<readonly Kept[]> {
  const kinds: readonly ((step: Step) => boolean)[] = [
    (step) => harmless.has(step.do),
    ...slots.map((slot) => (step: Step) => 'slot' in step && step.slot === slot),
  ];
  let best = kept;
  for (const isKind of kinds) {
    const part = best.filter(({ position }, index) => {
      const step = steps[position];
      return index === best.length - 1 || (step !== undefined && !isKind(step));
    });
    if (part.length < best.length) best = (await shows(part)) ?? best;
  }
  return best;
}

const harmless: ReadonlySet<Step['do']> = new Set([
  ...(['get', 'messages', 'message', 'list', 'oldList', 'inbox', 'missingUser', 'user', 'odd'] as const),
  ...(['wrong', 'wrongKey'] as const),
]);

/** Parts are left out from the end, for what went just before is needed most seldom; halves first, single steps last. */
async function withFewerSteps(kept: readonly Kept[], shows: Shows): Promise<readonly Kept[]> {
  let best = kept;
  for (let size = Math.floor(best.length / 2); size >= 1; size = Math.floor(size / 2))
    for (let end = best.length - 1; end > 0;) {
      const from = Math.max(0, end - size);
      best = (await shows(best.toSpliced(from, end - from))) ?? best;
      end = Math.min(from, best.length - 1);
    }
  return best;
}

async function withPlainerSteps(
  kept: readonly Kept[],
  steps: readonly Step[],
  shows: Shows,
): Promise<readonly Kept[]> {
  let best = kept;
  for (let at = 0; at < best.length; at++)
    for (let choice = 0; choice < mostChoices; choice++) {
      const one = best[at];
      const form = one && formOf(one, steps);
      if (one === undefined || form === undefined || choice >= simpler(form).length) break;
      const part = best.with(at, { ...one, choices: [...one.choices, choice] });
      const shown = await shows(part);
      if (shown === undefined) continue;
      best = shown;
      choice = -1;
    }
  return best;
}

/** A script that repeats the requests after which the target stopped answering. */
import type { RunReport } from '../../../schemas/report/run-report.ts';
import type { ExchangeRecord, ScenarioRecord } from '../../../schemas/report/scenario-record.ts';
import { oneLine } from '../../text.ts';
import { beginning, untilSilent } from './beginning.ts';
import { callOf, type Around } from './call.ts';
import { preparationFor } from './preparation.ts';
import { callLines, headOf, scenarioComment, valuesIn } from './script.ts';
import { deletionsOf, upTo } from './story.ts';

/** Name of the script in its folder. */
export const crashFile = 'crash.sh';

interface CrashStory {
  readonly scenario: ScenarioRecord;
  /** What the scenario had sent, up to the request that got no answer. */
  readonly exchanges: readonly ExchangeRecord[];
}

/** The script; undefined where the target kept answering, or where no scenario sent the request. */
export function crashScript(report: RunReport): string | undefined {
  const ids = report.requirements
    .flatMap(({ checks }) => checks)
    .find(({ cause }) => cause?.crashedBy !== undefined)?.cause?.crashedBy;
  const stories = (ids ?? []).flatMap((id) => storyUpTo(id, report) ?? []);
  return stories.length === 0 ? undefined : scriptFor(stories, report);
}

function storyUpTo(id: string, { scenarios }: RunReport): CrashStory | undefined {
  const scenario = scenarios.find(({ exchanges }) => exchanges.some((one) => one.id === id));
  return scenario && { scenario, exchanges: upTo(scenario.exchanges, id) };
}

function scriptFor(stories: readonly CrashStory[], report: RunReport): string {
  const before = new Set(
    stories.flatMap(({ scenario, exchanges }) => preparationFor(scenario, exchanges, report)),
  );
  const sent = [...before, ...stories.flatMap(({ exchanges }) => exchanges)];
  const { captures, replacements } = valuesIn(sent, report);
  const around: Around = { report, replacements, asserted: undefined };
  const body = [
    '# Does it answer at all?',
    stillThere,
    ...(before.size === 0
      ? []
      : ['# Prepared by other scenarios', ...callLines([...before], captures, around)]),
    ...stories.flatMap(({ scenario, exchanges }) => [
      scenarioComment(scenario),
      ...callLines(exchanges, captures, around),
    ]),
    '# Is it still there?',
    stillThere,
    `echo 'received: an answer to every request'`,
  ].join('\n');
  const cleanUp = deletionsOf(sent).map((one) => callOf(one, around));
  return `${head(stories)}\n${beginning(report, untilSilent, body, cleanUp)}\necho 'expected: an answer to every request'\n${body}\n`;
}

const stillThere = `call GET "/v1/$app/conversations?limit=1" "\${auth[@]}" || true`;

function head(stories: readonly CrashStory[]): string {
  const told = stories.flatMap(({ exchanges }) => exchanges.at(-1) ?? []).map(requestTold);
  return headOf(crashFile, [
    'The target stopped answering during the run.',
    'Claim: the target answers every request, and still answers afterwards.',
    `Recorded: no answer to ${told.join(', nor to ')}`,
  ]);
}

function requestTold({ method, path, failure = '' }: ExchangeRecord): string {
  return oneLine(`${method} ${path} (${failure})`);
}

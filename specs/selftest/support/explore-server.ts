/** Explores the reference server in this process, with any defects and silent choices. */
import {
  startReferenceServer,
  traitsOf,
  type AppOptions,
  type ChoiceName,
} from '../../../fixtures/server/index.ts';
import { dropFolder } from '../../../fixtures/run/folder.ts';
import { makeRun } from '../../../fixtures/run/make-run.ts';
import { resolveSettings } from '../../../fixtures/target/resolve.ts';
import { explore, type Explored, type Replay } from '../../explore/explore.ts';
import { sequences } from '../../explore/play.ts';
import { races } from '../../explore/race.ts';
import { probe } from '../../explore/probe.ts';
import { Session } from '../../explore/session.ts';

export interface Exploration {
  readonly defects?: readonly string[];
  readonly choices?: readonly string[];
  /** Deviations that no list names. */
  readonly patches?: AppOptions['patches'];
  readonly seed: number;
  readonly runs: number;
  readonly maxRequests?: number;
  readonly findings?: number;
  readonly seconds?: number;
  readonly race?: boolean;
  readonly replay?: Replay;
}

export interface Result {
  readonly explored: Explored;
  readonly session: Session;
  readonly seconds: number;
}

export async function exploreServer(options: Exploration): Promise<Result> {
  const { defects = [], choices = [], patches = [], seconds = 60 } = options;
  const { consistencyMs, readStateRoute } = traitsOf(choices as readonly ChoiceName[]);
  const app = { appId: 'app', secretKey: 'sk_explore', defects, choices, patches } as AppOptions;
  const server = await startReferenceServer({ apps: [app] });
  const settings = resolveSettings({
    env: {
      TARGET_URL: server.url,
      TARGET_APP_ID: app.appId,
      TARGET_SECRET_KEY: app.secretKey,
      TARGET_CONSISTENCY_MS: String(consistencyMs),
      ...(readStateRoute
        ? { TARGET_READ_STATE_ROUTE: `${readStateRoute.method} ${readStateRoute.path}` }
        : {}),
    },
  });
  const run = makeRun({ ...settings, seed: options.seed });
  const began = performance.now();
  const session = new Session(run, {
    maxRequests: options.maxRequests ?? Infinity,
    until: began + seconds * 1000,
  });
  try {
    await probe(session);
    const explored = options.race
      ? await explore(session, races, { findings: 1, ...options })
      : await explore(session, sequences, { findings: 1, ...options });
    return { explored, session, seconds: (performance.now() - began) / 1000 };
  } finally {
    await session.close();
    await server.close();
    dropFolder(run.folder);
  }
}

/** The reference server in all its variants, as apps of one process: clean, with each silent choice, with each defect. */
import { createHash } from 'node:crypto';
import {
  CHOICES,
  DEFECTS,
  traitsOf,
  type AppOptions,
  type ChoiceName,
  type Defect,
} from '../../../../fixtures/server/index.ts';
import type { MatrixRow } from '../../../../schemas/report/kill-matrix.ts';
import { resolveSettings } from '../../../../fixtures/target/resolve.ts';
import type { Capability } from '../../../requirements/index.ts';
import type { Target } from '../../../../fixtures/target/target.ts';
import { areas } from '../../../requirements/index.ts';

/** One way in which the reference server is judged. Its name is that of its test as well. */
export interface Variant extends Pick<MatrixRow, 'name' | 'kind' | 'does' | 'breaks' | 'must' | 'may'> {
  readonly options: Pick<AppOptions, 'choices' | 'defects'>;
  /** The second server, with these switches, in place of ours. */
  readonly second?: { readonly switches: readonly string[]; readonly consistencyMs: number };
  /** Capabilities that the target is said not to have. */
  readonly disclaimed?: readonly Capability[];
}

const defects: Readonly<Record<string, Defect>> = DEFECTS;

export const variants: readonly Variant[] = [
  { name: 'clean', kind: 'clean', does: 'Nothing otherwise.', must: [], may: [], options: {} },
  ...(Object.keys(CHOICES) as ChoiceName[]).map((name): Variant => ({
    name: `choice ${name}`,
    kind: 'choice',
    does: CHOICES[name].description,
    must: [],
    may: [],
    options: { choices: [name] },
  })),
  ...Object.entries(defects).map(([id, { description, breaks, must, may }]): Variant => ({
    name: `defect ${id}`,
    kind: 'defect',
    does: description,
    breaks,
    must,
    may,
    options: { defects: [id] },
  })),
];

/** Enough to notice that scenarios no longer find faults, or accuse: the clean server, and one defect of each area. */
export const someVariants: ReadonlySet<Variant> = new Set(
  [
    variants.find(({ kind }) => kind === 'clean'),
    ...areas.map(({ id }) => variants.find(({ must: [first] }) => first?.startsWith(`${id}-`))),
  ].filter((variant) => variant !== undefined),
);

/** Keys need not be secret here: the server listens on this machine only, for as long as the run. */
function app(name: string): AppOptions {
  return {
    appId: createHash('sha256').update(name).digest('hex').slice(0, 16),
    secretKey: `sk_variant_${name.replaceAll(' ', '_')}`,
  };
}

/** The two apps of a variant. */
export function appsOf(variant: Variant): readonly [AppOptions, AppOptions] {
  return [
    { ...app(variant.name), ...variant.options },
    { ...app(`${variant.name} second`), ...variant.options },
  ];
}

/** How the target of a variant differs from that of the run. */
export function changesOf(variant: Variant): Partial<Target> {
  const [first, second] = appsOf(variant);
  const { consistencyMs, readStateRoute } = traitsOf(variant.options.choices ?? []);
  return {
    appId: first.appId,
    secretKey: first.secretKey,
    secondApp: { appId: second.appId, secretKey: second.secretKey },
    // What cannot be seen from outside, the target says.
    consistencyMs: variant.second?.consistencyMs ?? consistencyMs,
    ...(readStateRoute === undefined ? {} : { readStateRoute }),
    ...(variant.disclaimed ? { capabilities: claimsWithout(variant.disclaimed) } : {}),
  };
}

const claimsWithout = (disclaimed: readonly Capability[]): Target['capabilities'] => ({
  ...resolveSettings({ env: {} }).capabilities,
  ...Object.fromEntries(disclaimed.map((name) => [name, 'disclaimed'])),
});

/** Which scenarios are run for a variant. */
export interface Selection {
  /** Those that judge one of these requirements, */
  readonly ids: readonly string[];
  /** and one of so many of the others, where they are wanted. */
  readonly share: number | undefined;
}

/** Of the scenarios that need not turn red, a slow variant meets one of so many. */
const slowShare = 10;

/**
 * The scenarios for a variant; undefined for all of them. A defect meets those that have to turn red.
 *
 * @param share a defect meets one of so many of the others as well, which must not turn red
 */
export function selectionFor(variant: Variant, share?: number): Selection | undefined {
  const { kind, must } = variant;
  return kind === 'defect' ? { ids: must, share } : undefined;
}

/** The scenarios for a variant on which all of them together take minutes. */
export const someOfAll: Selection = { ids: [], share: slowShare };

export function isSelected(
  { ids, share }: Selection,
  variant: string,
  scenario: { readonly file: string; readonly title: string; readonly declared: readonly string[] },
): boolean {
  if (scenario.declared.some((id) => ids.includes(id))) return true;
  if (share === undefined) return false;
  const digest = createHash('sha256').update(`${variant} ${scenario.file} ${scenario.title}`).digest();
  return digest.readUInt32BE(0) % share === 0;
}

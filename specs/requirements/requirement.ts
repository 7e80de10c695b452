/**
 * MUST: a violation makes the target non-conformant. SHOULD: a violation is a warning. SURVEY: the answer is
 * recorded and never judged.
 */
export type Level = 'MUST' | 'SHOULD' | 'SURVEY';

/**
 * Where a requirement comes from. page: the Conversations page says so. companion: another official source says so.
 * implied: follows from a documented sentence with no other reasonable reading. ambiguous: official sources differ,
 * so it is never a MUST. silent: nobody says, so it is a survey.
 */
export type Basis = 'page' | 'companion' | 'implied' | 'ambiguous' | 'silent';

/** A part of the API that a target may lack. */
export type Capability =
  | 'users'
  | 'messages'
  | 'readState'
  | 'inbox'
  | 'filters'
  | 'versions'
  | 'jwt'
  | 'legacyReadBy'
  | 'secondApp';

/** One row of the catalogue: something a server has to do, or a question put to it. */
export interface Requirement {
  /** AREA-BEHAVIOUR-NN. Permanent: never renumbered, never reused. */
  readonly id: string;
  readonly level: Level;
  readonly basis: Basis;
  /** What a server has to do, in one or two plain sentences; for a survey, the question. */
  readonly statement: string;
  /** What is promised, in a few words for people who do not know the API; present where it can fail. */
  readonly title?: string;
  /** What its violation means for the people who use an app, in one short sentence; present where it can fail. */
  readonly impact?: string;
  /** Where a reader finds it documented, or why it follows. */
  readonly source: string;
  /**
   * First API version (YYYY-MM-DD) in which it holds. Where `needs` has `versions`, the scenario asks for a version
   * itself; elsewhere this is compared with the version that the target is tested under.
   */
  readonly since?: string;
  /** API version (YYYY-MM-DD) from which it no longer holds. Compared in the same way as `since`. */
  readonly until?: string;
  /**
   * Capabilities without which the row as a whole cannot be judged. A row made of members ("each of") does not list
   * what only some of its members need: those members are left out on a target without that capability.
   */
  readonly needs?: readonly Capability[];
  /** Why no check can judge it over REST. */
  readonly excluded?: string;
}

/** The requirements about one part of the API. */
export interface Area {
  readonly id: string;
  /** Its subject in one to three plain words, for where there is no room for a sentence. */
  readonly title: string;
  /** One sentence in plain words, for the report. */
  readonly description: string;
  readonly requirements: readonly Requirement[];
}

/** Declares an area; the compiler refuses an id that belongs to another one. */
export function defineArea<Id extends string>(
  id: Id,
  title: string,
  description: string,
  requirements: readonly (Requirement & { readonly id: `${NoInfer<Id>}-${string}-${string}` })[],
): Area {
  return { id, title, description, requirements };
}

/** The first part of an id: `PUT-MERGE-01` → `PUT`. */
export function areaOf(id: string): string {
  return id.split('-', 1).join('-');
}

/** The first two parts of an id: `PUT-MERGE-01` → `PUT-MERGE`. */
export function familyOf(id: string): string {
  return id.split('-', 2).join('-');
}

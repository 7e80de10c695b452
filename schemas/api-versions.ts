/** Dated versions of the API. API changelog page. */
export const versions = {
  /** The order of lists cannot be changed: creation, latest first. */
  first: '2021-01-01',
  /** Lists are ordered by last activity, and another order can be asked for. */
  sortable: '2021-02-09',
  /** Leaving takes the conversation out of the person's list. */
  leaving: '2021-07-30',
  /** The list of a user who does not exist answers 404. */
  latest: '2024-01-01',
} as const;

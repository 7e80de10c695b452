/** What `explore` takes where nothing else is said, as texts: for the command and its help. */
export const exploreDefaults = { runs: '100', maxRequests: '5000', minCalls: '200' } as const;

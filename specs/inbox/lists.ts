/** How the list of a person may be asked for, and which requirement says what it holds then. */
export const lists = {
  'the list': { requirement: 'INBOX-LIST-02', query: {} },
  'the unreadsOnly list': { requirement: 'INBOX-LIST-03', query: { unreadsOnly: true } },
} as const;

/** The documentation that the catalogue speaks for, and where its pages are. */
const restApi = 'https://talkjs.com/docs/REST_API/';

export const documentation = {
  /** Its name, as a report says it. */
  name: 'TalkJS REST API documentation, Conversations',
  url: `${restApi}Conversations/`,
} as const;

/** Pages with an address of their own; the others are found from the overview. */
const pages: readonly (readonly [mention: RegExp, url: string])[] = [
  [/\bConversations page\b/, documentation.url],
  [/\bParticipation page\b/, `${restApi}Participation/`],
  [/\bMessages page\b/, `${restApi}Messages/`],
  [/\bUsers page\b/, `${restApi}Users/`],
];

/** Where the page is that the source of a requirement names first. */
export function addressOf(source: string): string {
  const found = pages
    .map(([mention, url]) => ({ at: source.search(mention), url }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return found[0]?.url ?? restApi;
}

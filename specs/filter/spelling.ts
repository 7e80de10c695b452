/** Other spellings of the same filter parameter. */

export type Spelling = (filter: string) => string;

/** Query strings, by how they differ from what `encodeURIComponent` makes of the shortest JSON. */
export const spellings: Readonly<Record<string, Spelling>> = {
  'upper case percent-escapes': (filter) => encodeURIComponent(filter),
  'lower case percent-escapes': (filter) =>
    encodeURIComponent(filter).replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
  'JSON with white space': (filter) =>
    encodeURIComponent(` \r\n${JSON.stringify(JSON.parse(filter), undefined, '\t')} `),
  'JSON escapes written as \\u': (filter) =>
    encodeURIComponent(
      // All letters of a filter stand in strings.
      filter.replace(
        /[a-z]|[^\0-\x7f]/gi,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    ),
};

/** Every exchange of a run, packed so that the page stays small: the page unpacks a transcript when it is opened. */
import { gzipSync } from 'node:zlib';
import { renderPart } from './render.ts';
import { bodyLimit, exchangeAnchor, exchangeView, type TranscriptView } from './transcript-view.ts';

/** Characters of all bodies together before they are packed. */
const budget = 6_000_000;
/** Characters that the packed transcripts may take in the page. */
const packedLimit = 700_000;

/**
 * Anchor of a transcript to its HTML, as base64 of gzipped JSON. Bodies are cut until it fits; undefined where even that
 * is not enough, and then only results.json has them.
 */
export function packTranscripts(views: readonly TranscriptView[]): string | undefined {
  const exchanges = views.flatMap(({ scenario }) => scenario.exchanges);
  for (let left = budget; left > budget / 1000; left /= 4) {
    const packed = pack(views, bodyLimit(exchanges, left));
    if (packed.length <= packedLimit) return packed;
  }
  return undefined;
}

function pack(views: readonly TranscriptView[], limit: number): string {
  const parts = views.map((view) => [
    view.anchor,
    view.scenario.exchanges
      .map((record) =>
        renderPart('exchange', { exchange: exchangeView(record, exchangeAnchor(view, record), limit) }),
      )
      .join(''),
  ]);
  return gzipSync(JSON.stringify(Object.fromEntries(parts)), { level: 9 }).toString('base64');
}

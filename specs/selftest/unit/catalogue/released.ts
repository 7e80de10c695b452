import { createHash } from 'node:crypto';

/** Fingerprints of the released rule sets. An entry never changes; a release adds one. */
export const released: Readonly<Record<string, string>> = {
  '1.0': '02ed86496ef5a3dc',
};

export function ruleSetFile(version: string): URL {
  return new URL(`../../../requirements/rule-sets/${version}.json`, import.meta.url);
}

/** First 16 hex digits of the SHA-256 over a file's content. */
export function fingerprint(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

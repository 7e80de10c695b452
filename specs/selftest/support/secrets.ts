/** Looks for a secret in everything that a run left: each file below its report folder, and the terminal. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a secret stands, as `results.json holds the secret percent-encoded`; empty where it is nowhere. */
export async function placesOf(secret: string, reportDir: string, output: string): Promise<string[]> {
  const texts = [['the terminal', Buffer.from(output)], ...(await filesIn(reportDir))] as const;
  return texts.flatMap(([name, bytes]) =>
    Object.entries(spellingsOf(secret))
      .filter(([, spelling]) => bytes.includes(spelling))
      .map(([how]) => `${name} holds the secret ${how}`),
  );
}

/** Every file below a folder, by its path from there. */
export async function filesIn(folder: string): Promise<[string, Buffer][]> {
  const files: [string, Buffer][] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.push([name, await readFile(path)]);
  }
  return files;
}

/** Parts that are the same wherever the secret stands in a base64 text: characters at both ends are not. */
const inBase64 = (secret: string, offset: number): string =>
  Buffer.concat([Buffer.alloc(offset), Buffer.from(secret)])
    .toString('base64')
    .slice(4, -4);

/** Spellings by what they are called. */
export function spellingsOf(secret: string): Record<string, string> {
  return {
    'as it is': secret,
    'percent-encoded': encodeURIComponent(secret),
    'in base64': inBase64(secret, 0),
    'in base64, shifted by one': inBase64(secret, 1),
    'in base64, shifted by two': inBase64(secret, 2),
    'in hexadecimal': Buffer.from(secret).toString('hex'),
    'in escapes of JSON': escapedForJson(secret),
  };
}

/** Every character as `\u` and four hex digits, as JSON may spell it. */
export function escapedForJson(text: string): string {
  return Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

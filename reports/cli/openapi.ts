import { readFileSync } from 'node:fs';

/** The OpenAPI 3.1 document of the judged part of the API, as JSON text. */
export function openapi(): string {
  return readFileSync(new URL('../../schemas/openapi.json', import.meta.url), 'utf8');
}

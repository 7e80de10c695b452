import { readFileSync } from 'node:fs';
import type { OpenAPIV3_1 } from 'openapi-types';
import { UsageError } from '../../fixtures/target/settings.ts';

/**
 * The OpenAPI 3.1 document of the judged part of the API, as JSON text. With an app id, every path begins with `/v1/` and
 * that id, for mock servers that serve paths as they are listed and leave the path of `servers` out. Throws `UsageError`.
 */
export function openapi(appId?: string): string {
  const text = readFileSync(new URL('../../schemas/openapi.json', import.meta.url), 'utf8');
  if (appId === undefined) return text;
  if (!/^[\w-]+$/.test(appId))
    throw new UsageError(`--app-id: "${appId}" is not an app id. A valid example: --app-id q3k1pa9d`);
  const document = JSON.parse(text) as OpenAPIV3_1.Document;
  const paths = Object.entries(document.paths ?? {}).map(
    ([path, item]) => [`/v1/${appId}${path}`, item] as const,
  );
  const served = { ...document, servers: [{ url: '/' }], paths: Object.fromEntries(paths) };
  return `${JSON.stringify(served, null, 2)}\n`;
}

/** Recognises the answer of a web framework to a route that it does not have. */
import { routeIsAbsent } from '../schemas/absent-route.ts';
import type { ExchangeRecord } from '../schemas/report/scenario-record.ts';
import { parsed } from './differences.ts';

/** What frameworks say by themselves, and which of them does. */
const pages: readonly (readonly [pattern: RegExp, framework: string])[] = [
  [/Cannot (GET|PUT|POST|PATCH|DELETE) \//, 'Express or NestJS'],
  [/"?Route (GET|PUT|POST|PATCH|DELETE):\S+ not found/, 'Fastify'],
  [/^404 page not found\s*$/, 'Go'],
  [/^\{"detail":\s*"(Not Found|Method Not Allowed)"\}\s*$/, 'FastAPI'],
  [/The requested URL was not found on the server/, 'Flask or Apache'],
  [/Whitelabel Error Page|No static resource |"error":\s*"(Not Found|Method Not Allowed)","path":/, 'Spring'],
  [/No route matches|ActionController::RoutingError/, 'Rails'],
  [/NotFoundHttpException|The route \S+ could not be found/, 'Laravel or Symfony'],
  [/Slim Application Error|<h1>404 Not Found<\/h1>/, 'nginx or Slim'],
];

/** How the answer shows that the target lacks the route; undefined where it may be the answer of the API. */
export function missingRoute(exchange: ExchangeRecord): string | undefined {
  const { responseBody = '', responseHeaders } = exchange;
  if (!routeIsAbsent(exchange)) return undefined;
  const framework = pages.find(([pattern]) => pattern.test(responseBody.slice(0, 4000)))?.[1];
  if (framework !== undefined) return `the error page of ${framework}`;
  // What is JSON may be of the API, whatever type it is sent as.
  if (parsed(responseBody) !== undefined) return undefined;
  const type = responseHeaders['content-type'] ?? '';
  if (/\bhtml\b/i.test(type)) return 'an HTML page';
  if (/^text\/plain/i.test(type)) return 'a plain text';
  return undefined;
}

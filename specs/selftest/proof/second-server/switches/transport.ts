import { question } from './question.ts';

/** HTTP, credentials and versions where no page decides (companion 4 and 6). */
export const transport = {
  etag: question('none', {
    etag: { is: 'weak', description: 'Answers carry an ETag, and If-None-Match is answered with 304.' },
  }),
  compression: question('none', {
    'compression-gzip': { is: 'gzip', description: 'Answers are compressed with gzip where accepted.' },
    'compression-br': { is: 'br', description: 'Answers are compressed with Brotli where accepted.' },
    'compression-deflate': {
      is: 'deflate',
      description: 'Answers are compressed with deflate where accepted.',
    },
  }),
  framing: question('length', {
    chunked: { is: 'chunked', description: 'Answers have no length and come in chunks of 7 bytes.' },
    'chunked-slowly': { is: 'slow', description: 'Answers come in two chunks, 20 ms apart.' },
  }),
  connection: question('kept', {
    'connection-close': { is: 'close', description: 'Each answer ends the connection.' },
    'connection-close-on-error': { is: 'errors', description: 'Each refusal ends the connection.' },
    'connection-of-ten-requests': { is: 'ten', description: 'A connection carries ten requests.' },
    'connection-idle-50-ms': { is: 'idle', description: 'A connection idle for 50 ms is closed.' },
  }),
  headers: question('none', {
    'rate-limit-headers': { is: 'rate', description: 'Answers carry rate limit headers.' },
    'cors-headers': { is: 'cors', description: 'Answers carry CORS headers.' },
    cookies: { is: 'cookies', description: 'Answers set two cookies.' },
    'version-headers': { is: 'version', description: 'Answers name the API version that they follow.' },
    'no-store': { is: 'cache', description: 'Answers forbid caching.' },
    'odd-headers': { is: 'odd', description: 'Answers carry Alt-Svc, Warning, Link and one of 4 kB.' },
    'location-header': { is: 'location', description: 'Answers carry Location and Content-Location.' },
  }),
  informational: question('none', {
    'early-hints': { is: 'hints', description: 'Each answer is preceded by 103 Early Hints.' },
  }),
  charset: question('ignored', {
    'other-charset-refused': {
      is: 'checked',
      description: 'Bodies that say to be anything but UTF-8 are refused.',
    },
  }),
  wrongCredentials: question('at-once', {
    'wrong-credentials-take-150-ms': { is: 'late', description: 'A 401 takes 150 ms, against guessing.' },
  }),
  dateHeader: question('now', {
    'date-header-absent': { is: 'absent', description: 'Answers carry no Date header.' },
    'date-header-wrong': { is: 'wrong', description: 'The Date header is years behind.' },
  }),
  head: question('served', {
    'head-404': { is: 404, description: 'HEAD answers 404.' },
    'head-405': { is: 405, description: 'HEAD answers 405.' },
  }),
  options: question(404, {
    'options-204': { is: 204, description: 'OPTIONS answers 204 with CORS headers.' },
  }),
  trailingSlash: question('unknown', {
    'trailing-slash-ignored': { is: 'ignored', description: 'A slash at the end of a path is ignored.' },
    'trailing-slash-redirected': {
      is: 'redirected',
      description: 'A slash at the end of a path answers 308.',
    },
  }),
  accept: question('ignored', {
    'accept-checked': { is: 'checked', description: 'Requests that do not accept JSON get 406.' },
  }),
  userAgent: question('ignored', {
    'user-agent-required': { is: 'required', description: 'Requests without User-Agent get 400.' },
  }),
  chunkedRequests: question('accepted', {
    'chunked-requests-refused': { is: 'refused', description: 'Request bodies without a length get 411.' },
  }),
  // Companion 6: only JSON is accepted as content type except for GET; official code sends DELETE without.
  deleteContentType: question('optional', {
    'delete-needs-content-type': {
      is: 'required',
      description: 'DELETE without a JSON content type gets 400.',
    },
  }),
  schemeCase: question('exact', {
    'bearer-in-any-case': { is: 'any', description: 'The scheme Bearer is read in any letter case.' },
  }),
  challenge: question('none', {
    'www-authenticate': { is: 'bearer', description: 'A 401 carries WWW-Authenticate.' },
  }),
  jwt: question('accepted', {
    'jwt-refused': { is: 'refused', description: 'Tokens are not supported, only the secret key is.' },
  }),
  jwtLife: question(Infinity, {
    'jwt-life-max-60-s': { is: 60, description: 'Tokens that are good for more than a minute are refused.' },
  }),
  jwtLeeway: question(0, {
    'jwt-leeway-5-s': { is: 5, description: 'Tokens are accepted for 5 s after they expired.' },
  }),
  jwtAlgorithms: question(['HS256'], {
    'jwt-also-hs512': {
      is: ['HS256', 'HS384', 'HS512'],
      description: 'Tokens may be signed with longer hashes.',
    },
  }),
  jwtType: question('app', {
    'jwt-token-type-optional': { is: 'optional', description: 'Tokens need no tokenType.' },
  }),
  defaultVersion: question('', {
    'default-version-2021-01-01': {
      is: '2021-01-01',
      description: "The app's default version is the first.",
    },
    'default-version-2021-02-09': {
      is: '2021-02-09',
      description: "The app's default version is the second.",
    },
    'default-version-2021-07-30': {
      is: '2021-07-30',
      description: "The app's default version is the third.",
    },
  }),
  unknownVersion: question('refused', {
    'unknown-version-is-default': { is: 'default', description: 'An unknown version is the default.' },
    'unknown-version-is-the-one-before': {
      is: 'before',
      description: 'A date counts as the version of its time.',
    },
  }),
  rateLimit: question('none', {
    'too-many-requests-now-and-then': {
      is: 'each-200',
      description: 'Each 200th request gets 429, Retry-After 1.',
    },
    'too-many-requests-by-date': { is: 'date', description: 'The same, with Retry-After as a date.' },
    'too-many-requests-without-hint': { is: 'bare', description: 'The same, without Retry-After.' },
    'burst-of-100-per-second': { is: 'burst', description: 'More than 100 requests in a second get 429.' },
  }),
  writeLock: question('none', {
    'one-write-per-conversation': { is: 'conversation', description: 'Writes during another one get 409.' },
    'one-write-per-app': { is: 'app', description: 'Writes during another one of the app get 429.' },
  }),
};

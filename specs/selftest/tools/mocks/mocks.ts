/** Mock servers that others have made, and how each is set up to be judged. */
export interface Mock {
  readonly name: string;
  /** Package and version on npm. The versions are those that run on Node 20. */
  readonly package: string;
  /** How it is set up, in a few words. */
  readonly setUp: string;
  /** What it gets right, and where it is too lenient, in the eyes of somebody who has read the report. */
  readonly right: string;
  readonly lenient: string;
  /** Program in the folder where it is installed, and its arguments. */
  command(this: void, port: number): readonly string[];
}

/** The app whose paths are served; `api.json` is our OpenAPI document with these paths. */
export const appId = 'app';

export const mocks: readonly Mock[] = [
  {
    name: 'Prism',
    package: '@stoplight/prism-cli@5.14.2',
    setUp: 'our OpenAPI document',
    right: 'routes, and the shape of every answer',
    lenient: 'remembers nothing; any key, id or filter is answered with 200 and the example',
    command: (port) => ['node_modules/.bin/prism', 'mock', '--port', String(port), 'api.json'],
  },
  {
    name: 'Mockoon',
    package: '@mockoon/cli@9.9.0',
    setUp: 'our OpenAPI document',
    right: 'routes, and most of the shape of an answer',
    lenient: 'remembers nothing; ids are empty, no credential is asked for, nothing is refused',
    command: (port) => [
      ...['node_modules/.bin/mockoon-cli', 'start', '--data', 'api.json'],
      ...['--port', String(port), '--disable-admin-api'],
    ],
  },
  {
    name: 'json-server',
    package: 'json-server@0.17.4',
    setUp: '40 lines: paths, ids, defaults; PUT replaces',
    right: 'creates, reads and deletes conversations; absent ids are 404',
    lenient: 'PUT loses what it does not name and removes participants; any key and any body is accepted',
    command: (port) => [process.execPath, 'json-server.cjs', String(port)],
  },
];

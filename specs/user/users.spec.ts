/**
 * PUT creates a user and merges into one that exists. Users page: PUT creates or updates a user; API getting started
 * page: 404 when not found.
 */
import { makeOperationChecks } from '../../fixtures/operation-checks.ts';
import { fieldIn } from '../../fixtures/read.ts';
import { lastReading } from '../../fixtures/reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'a user is created and changed',
  covers(
    'USER',
    'TRANSPORT-STATUS-01',
    'TRANSPORT-STATUS-02',
    'TRANSPORT-STATUS-03',
    'TRANSPORT-SCHEMA-01',
    'TRANSPORT-SCHEMA-03',
  ),
  async ({ api, given, check, survey, eventually, data }) => {
    given.claimed('users');
    const { judge } = makeOperationChecks({ check, survey, given });
    const id = given.newId();
    const attributes = {
      name: data.subject(),
      email: ['person@example.com'],
      photoUrl: data.photoUrl(),
      welcomeMessage: data.text(),
      custom: data.custom(),
    };
    const changes = { photoUrl: data.photoUrl() };
    const get = (shown: Readonly<Record<string, unknown>>) =>
      lastReading(
        eventually,
        () => api.users.get(id),
        (read) => {
          for (const [name, value] of Object.entries(shown)) expect(fieldIn(read, name)).toEqual(value);
        },
      );

    const missing = await api.users.get(id);
    const created = await api.users.put(id, attributes);
    const first = await get(attributes);
    const merged = await api.users.put(id, changes);
    const second = await get(changes);

    const judgeUser = (claim: string, body: () => void) =>
      check('USER-PUT-01', claim, body, [missing, created, first, merged, second]);
    await judgeUser('GET of a missing user answers 404', () => expect(missing).toHaveStatus(404));
    for (const [name, value] of Object.entries(attributes))
      await judgeUser(`${name} reads back`, () => {
        expect(created).toSucceed();
        expect(fieldIn(first, name)).toEqual(value);
      });
    for (const [name, value] of Object.entries(changes))
      await judgeUser(`${name} changes`, () => {
        expect(merged).toSucceed();
        expect(fieldIn(second, name)).toEqual(value);
      });
    for (const name of ['name', 'email', 'welcomeMessage', 'custom'])
      await judgeUser(`${name} stays`, () => expect(fieldIn(second, name)).toEqual(fieldIn(first, name)));

    const effect = () => expect(fieldIn(first, 'name')).toBe(attributes.name);
    await judge('putUser', () => created, effect);
    await judge('getUser', () => first, effect);
  },
);

/**
 * PUT creates a user and merges into one that exists. Users page: PUT creates or updates a user; API getting started
 * page: 404 when not found.
 */
import { fieldIn } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test('a user is created and changed', covers('USER'), async ({ api, given, check, eventually, data }) => {
  given.claimed('users');
  const id = given.newId();
  const attributes = {
    name: data.subject(),
    email: ['person@example.com'],
    photoUrl: data.photoUrl(),
    welcomeMessage: data.text(),
    custom: data.custom(),
  };
  const changes = { photoUrl: data.photoUrl() };

  const missing = await api.users.get(id);
  const created = await api.users.put(id, attributes);
  const merged = await api.users.put(id, changes);
  const read = await lastReading(
    eventually,
    () => api.users.get(id),
    (reading) => {
      for (const [name, value] of Object.entries({ ...attributes, ...changes }))
        expect(fieldIn(reading, name)).toEqual(value);
    },
  );

  const judgeUser = (claim: string, body: () => void) =>
    check('USER-PUT-01', claim, body, [missing, created, merged, read]);
  await judgeUser('GET of a missing user answers 404', () => expect(missing).toHaveStatus(404));
  for (const [name, value] of Object.entries(attributes).filter(([name]) => !(name in changes)))
    await judgeUser(`${name} reads back, and stays when another is changed`, () => {
      for (const answer of [created, merged]) expect(answer).toSucceed();
      expect(fieldIn(read, name)).toEqual(value);
    });
  for (const [name, value] of Object.entries(changes))
    await judgeUser(`${name} changes`, () => {
      expect(merged).toSucceed();
      expect(fieldIn(read, name)).toEqual(value);
    });
});

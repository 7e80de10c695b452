/** PUT creates a user and merges into one that exists. Users page; API getting started page: 404 when not found. */
import type { Data } from '../../fixtures/builders/data.ts';
import { userIn } from '../../fixtures/reading/read.ts';
import { inWords } from '../../fixtures/scenario/conversations.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const attributesFrom = (data: Data) => ({
  name: data.subject(),
  // Whether capitals in an address are kept is not documented.
  email: [`${data.value().toLowerCase()}@example.com`],
  photoUrl: data.photoUrl(),
  welcomeMessage: data.text(),
  custom: data.custom(),
});

test('asking for a user who does not exist', covers('USER-PUT-01'), async ({ api, given, check }) => {
  given.unlessDisclaimed('users');

  const missing = await api.users.get(given.newId());

  await check('USER-PUT-01', 'GET answers 404', () => {
    expect(missing).toHaveStatus(404);
  });
});

test('creating a user', covers('USER-PUT-01'), async ({ api, given, check, eventually, data }) => {
  given.unlessDisclaimed('users');
  const id = given.newId();
  const absent = async (): Promise<void> => expect(await api.users.get(id)).toBeRefused();
  await given.holds('there is no such user', absent, 'USER-PUT-01');

  const attributes = attributesFrom(data);
  const put = await api.users.put(id, attributes);

  await check('USER-PUT-01', 'every attribute reads back', async () => {
    expect(put).toSucceed();
    await eventually(async () =>
      expect(userIn(await api.users.get(id))).toMatchObject({ id, ...attributes }),
    );
  });
});

test(
  'updating a user, one attribute at a time',
  covers('USER-PUT-01'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('users');
    const id = given.newId();
    let expected = attributesFrom(data);
    await given.done('creating a user', api.users.put(id, expected), 'USER-PUT-01');

    // Users cannot be deleted, so one of them serves all.
    for (const [name, value] of Object.entries(attributesFrom(data))) {
      const put = await api.users.put(id, { [name]: value });

      expected = { ...expected, [name]: value };
      await check('USER-PUT-01', `${name} is new, and everything else as it was`, async () => {
        expect(put).toSucceed();
        await eventually(async () => expect(userIn(await api.users.get(id))).toMatchObject(expected));
      });
    }
  },
);

/** Well-formed values; which roles, languages and numbers a target takes is not documented. */
for (const [name, value] of Object.entries({ role: 'default', locale: 'en-GB', phone: ['+31201234567'] }))
  test(
    `setting ${name} of a user`,
    covers('USER-PUT-01'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('users');
      const id = given.newId();
      const attributes = attributesFrom(data);
      await given.done('creating a user', api.users.put(id, attributes), 'USER-PUT-01');

      const put = await api.users.put(id, { [name]: value });
      given.unlessRefused(put, `the target refuses this ${name}`);

      await check('USER-PUT-01', `${name} reads back, and everything else as it was`, async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(userIn(await api.users.get(id))).toMatchObject({ ...attributes, [name]: value }),
        );
      });
    },
  );

test(
  'setting custom of one of two users',
  covers('USER-PUT-01'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('users');
    const [one, other] = [given.newId(), given.newId()];
    for (const id of [one, other])
      await given.done('creating a user', api.users.put(id, { name: data.subject() }), 'USER-PUT-01');
    const before = await given.holds(
      'the other one can be read',
      async () => userIn(await given.api.users.get(other)),
      'USER-PUT-01',
    );

    const put = await api.users.put(one, { custom: data.custom() });

    await check('USER-PUT-01', 'the other one is as before', async () => {
      expect(put).toSucceed();
      await eventually(async () => expect(userIn(await api.users.get(other))).toEqual(before));
    });
  },
);

for (const history of ['with changed settings', 'marked as unread'] as const)
  test(
    `updating a user who takes part in ${inWords(history)}`,
    covers('USER-PUT-02'),
    async ({ api, given, check, eventually, data }) => {
      given.unlessDisclaimed('users');
      const { ursula, bob } = await given.users('ursula', 'bob');
      const people = history === 'marked as unread' ? ([ursula, bob] as const) : ([bob, ursula] as const);
      const conversation = await given.conversationInState(history, { with: people });

      const put = await api.users.put(ursula.id, { name: 'Ursula', custom: { note: data.value() } });

      await check('USER-PUT-02', 'the conversation is as it was', async () => {
        expect(put).toSucceed();
        await eventually(async () =>
          expect(await api.conversations.get(conversation.id)).toBeAs(conversation.before),
        );
      });
    },
  );

/** A filter looks at a conversation as it is, whatever it was before. Follows from the Conversations page: filter. */
import { byCustom, byValues } from '../../fixtures/client/filter.ts';
import { keyOf } from '../../fixtures/lists/custom.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'filtering after a value has changed',
  covers('FILTER-CUSTOM-07'),
  async ({ api, given, check, eventually }) => {
    const [before, after] = [given.newId(), given.newId()];
    const conversation = await given.conversation({ custom: { colour: before } });
    const found = async (value: string) =>
      idsIn(await api.conversations.list(byCustom({ colour: ['==', value] })));
    await given.holds(
      'the filter finds the conversation',
      async () => expect(await found(before)).toEqual([conversation.id]),
      'FILTER-CUSTOM-01',
    );

    await given.updated(conversation, { custom: { colour: after } });

    await check('FILTER-CUSTOM-07', 'the conversation is found by the new value, not by the old one', () =>
      eventually(async () => {
        expect(await found(after)).toEqual([conversation.id]);
        expect(await found(before)).toEqual([]);
      }),
    );
  },
);

test(
  'filtering by a value that was added once there were messages',
  covers('FILTER-CUSTOM-07'),
  async ({ api, given, check, eventually }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const conversation = await given.conversationInState('with messages', { with: [alice, bob] });
    const value = given.newId();

    await given.updated(conversation, { custom: { colour: value } });

    await check('FILTER-CUSTOM-07', 'the conversation is found by it', () =>
      eventually(async () => {
        const answer = await api.conversations.list(byCustom({ colour: ['==', value] }));
        expect(idsIn(answer)).toEqual([conversation.id]);
      }),
    );
  },
);

test(
  'filtering after custom has been removed',
  covers('FILTER-CUSTOM-07'),
  async ({ api, given, check, eventually }) => {
    const value = given.newId();
    const conversation = await given.conversation({ custom: { colour: value } });
    const found = async () => idsIn(await api.conversations.list(byCustom({ colour: ['==', value] })));
    await given.holds(
      'the filter finds the conversation',
      async () => expect(await found()).toEqual([conversation.id]),
      'FILTER-CUSTOM-01',
    );

    await given.updated(conversation, { custom: null });

    await check('FILTER-CUSTOM-07', 'the conversation is not found any more', () =>
      eventually(async () => expect(await found()).toEqual([])),
    );
  },
);

test(
  'filtering after one of two keys has been removed',
  covers('FILTER-CUSTOM-07'),
  async ({ api, given, check, eventually }) => {
    const [colour, size] = [given.newId(), given.newId()];
    const { id } = await given.conversation({ custom: { colour, size } });
    const found = async (custom: Record<string, string>) =>
      idsIn(await api.conversations.list(byValues(custom)));
    for (const custom of [{ colour }, { size }])
      await given.holds(
        'the filter finds the conversation',
        async () => expect(await found(custom)).toEqual([id]),
        'FILTER-CUSTOM-01',
      );

    await given.api.conversations.put(id, { custom: { colour: null } });
    await given.applicableIf(
      async () => expect(await given.api.conversations.get(id)).toShow({ custom: { size } }),
      'the target does not remove one key alone',
    );

    await check('FILTER-CUSTOM-07', 'the conversation is found by the other key, and not by this one', () =>
      eventually(async () => {
        expect(await found({ size })).toEqual([id]);
        expect(await found({ colour })).toEqual([]);
      }),
    );
  },
);

test(
  'filtering by whether a key exists, after custom was set to null',
  covers('FILTER-CUSTOM-07'),
  async ({ api, given, check, eventually, data }) => {
    const key = keyOf(given.newId());
    const conversation = await given.conversation({ custom: { [key]: data.value() } });
    const found = async () => idsIn(await api.conversations.list(byCustom({ [key]: 'exists' })));
    // That filters know exists is no MUST.
    await given.applicableIf(
      async () => expect(await found()).toEqual([conversation.id]),
      'filtering by whether a key exists does not find it',
    );

    await given.updated(conversation, { custom: null });

    await check('FILTER-CUSTOM-07', 'the conversation is not found any more', () =>
      eventually(async () => expect(await found()).toEqual([])),
    );
  },
);

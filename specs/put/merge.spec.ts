/** PUT of an existing conversation merges. Conversations page: only what is sent is changed. */
import { refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { Blocked } from '../../fixtures/outcome.ts';
import { conversationIn, fieldIn, isObject, type ConversationState } from '../../fixtures/read.ts';
import { lastReading } from '../../fixtures/reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { attributeNames, expectedAfter, goneAfter, storyOf } from './steps.ts';

const customOf = ({ custom }: ConversationState): object => (isObject(custom) ? custom : {});

test(
  'each attribute is updated alone',
  covers('PUT-MERGE-01', 'PUT-MERGE-02', 'PUT-MERGE-05', 'PUT-MERGE-06', 'PUT-MERGE-07', 'PUT-MERGE-11'),
  async ({ api, given, check, eventually, data }) => {
    const { alice, bob } = await given.users('alice', 'bob');
    const created = data.attributes();
    const conversation = await given.conversation({ with: [alice, bob], ...created });
    const story = await storyOf(conversation.id, { api, given, eventually }, (read) => {
      expect(read).toShow(created);
      expect(read).toHaveParticipants([alice.id, bob.id]);
    });
    const updates = {
      subject: data.subject(),
      photoUrl: data.photoUrl(),
      // Shorter, and in part as before: neither added to the old list nor laid over it.
      welcomeMessages: created.welcomeMessages?.slice(1) ?? [],
      // Not every key: whether the others are kept is a requirement of its own.
      custom: { category: data.value(), added: data.value() },
    };
    let mergesCustom = false;

    for (const name of attributeNames) {
      const step = await story.put({ [name]: updates[name] });

      await check('PUT-MERGE-01', `updating ${name} leaves the rest`, () => {
        const { [name]: updated, ...rest } = expectedAfter(step);
        if (Object.values(rest).some((value) => value === null || value === undefined))
          throw new Blocked('not everything was set before');
        expect(step.put).toSucceed();
        expect(step.read).toShow(
          name === 'subject' || name === 'photoUrl' ? { ...rest, [name]: updated } : rest,
        );
        expect(goneAfter(step, [alice, bob])).toEqual([]);
      });
      if (name === 'welcomeMessages')
        await check('PUT-MERGE-07', 'a shorter list replaces a longer one', () => {
          expect(step.put).toSucceed();
          expect(step.read).toShow({ welcomeMessages: updates.welcomeMessages });
        });
      if (name === 'custom') {
        await check('PUT-MERGE-01', 'updating custom sets the keys that were sent', () =>
          expect(customOf(step.after)).toMatchObject(updates.custom),
        );
        mergesCustom = await check('PUT-MERGE-05', 'keys that were not sent are kept', () =>
          expect(customOf(step.after)).toEqual({ ...customOf(step.before), ...updates.custom }),
        );
      }
    }

    const empty = await story.put({});

    await check('PUT-MERGE-02', 'an empty body changes nothing', () => {
      expect(empty.put).toSucceed();
      expect(empty.after).toEqual(empty.before);
    });

    // A target that does not keep the other keys gets them again, so that only the null is judged.
    const { category: _, ...others } = customOf(empty.after) as Record<string, string>;
    const removal = await story.put({ custom: { ...(mergesCustom ? {} : others), category: null } });

    await check('PUT-MERGE-06', 'null removes that key and no other', () => {
      if (!Object.hasOwn(customOf(empty.after), 'category'))
        throw new Blocked('the key was not there before');
      expect(removal.put).toSucceed();
      expect(removal.read).toShow({ custom: others });
    });

    const before = conversationIn(removal.read);
    const subject = data.subject();
    const stranger = given.newId();
    const managed = { id: stranger, createdAt: 1, lastMessage: { id: stranger, text: subject } };
    const send = (body: object): Promise<Exchange> =>
      api.call('putConversation', { conversationId: conversation.id }, { body, deliberate: true });
    const together = await send({ subject, ...managed });
    // A target that refuses one of them may still take another.
    const alone = refused(together)
      ? await Promise.all(Object.entries(managed).map(([name, value]) => send({ subject, [name]: value })))
      : [together];
    const read = await lastReading(
      eventually,
      () => api.conversations.get(conversation.id),
      (reading) => expect(reading).toShow(alone.some(succeeded) ? { subject } : {}),
    );

    const sole = await check('PUT-MERGE-11', 'id cannot be set', () => {
      for (const put of alone) if (!refused(put)) expect(put).toSucceed();
      expect(fieldIn(read, 'id')).toBe(conversation.id);
      if (alone.some(succeeded)) expect(read).toShow({ subject });
    });
    if (!sole) await given.api.conversations.remove(stranger);
    for (const name of ['createdAt', 'lastMessage'] as const)
      await check('PUT-MERGE-11', `${name} cannot be set`, () =>
        expect(conversationIn(read)[name]).toEqual(before[name]),
      );
  },
);

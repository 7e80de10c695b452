/** Sending answers the ids of the messages, and the list has them, newest first. Messages page: sending, type Message. */
import { fewMessages } from '../../fixtures/reading/walk.ts';
import { systemMessage, userMessage } from '../../fixtures/builders/messages.ts';
import { textsNewestFirst } from '../../fixtures/reading/order.ts';
import { messagesIn, sentIdsIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

test(
  'sending several messages in one call',
  covers('MESSAGE-SEND-01'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('messages');
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice, bob] });

    const [first, second, third] = [data.subject(), data.subject(), data.subject()];
    const sent = await api.messages.send(id, [
      userMessage(alice, first),
      systemMessage(second),
      userMessage(bob, third),
    ]);

    await check('MESSAGE-SEND-01', 'their ids are answered in the order of the messages', async () => {
      const ids = sentIdsIn(sent);
      await eventually(async () => {
        const listed = messagesIn(await api.messages.list(id, fewMessages));
        const texts = ids.map((one) => listed.find((message) => message.id === one)?.text);
        expect(texts).toEqual([first, second, third]);
      });
    });
    await check('MESSAGE-SEND-01', 'they are listed newest first, as they were sent', async () => {
      expect(sent).toSucceed();
      await eventually(async () => {
        const listed = messagesIn(await api.messages.list(id, fewMessages));
        expect(textsNewestFirst(listed, [first, second, third])).toEqual([third, second, first]);
        for (const expected of [
          { text: first, type: 'UserMessage', senderId: alice.id, conversationId: id },
          { text: second, type: 'SystemMessage', conversationId: id },
          { text: third, type: 'UserMessage', senderId: bob.id, conversationId: id },
        ])
          expect(listed.find(({ text }) => text === expected.text)).toMatchObject(expected);
      });
    });
  },
);

test(
  'listing the newest message, then all',
  covers('MESSAGE-SEND-01'),
  async ({ api, given, check, eventually, data }) => {
    const { alice } = await given.users('alice');
    const conversation = await given.conversation({ with: [alice] });
    const texts = [data.subject(), data.subject(), data.subject(), data.subject()];
    await given.messages(conversation, ...texts.map((text) => ({ from: alice, text })));

    // Asking for one first must make no difference to what is answered then.
    const newest = () => api.messages.list(conversation.id, { limit: 1 });
    const all = () => api.messages.list(conversation.id, { limit: 10 });

    await check('MESSAGE-SEND-01', 'all are listed, newest first', () =>
      eventually(async () => {
        expect(await newest()).toSucceed();
        expect(textsNewestFirst(messagesIn(await all()), texts)).toEqual(texts.toReversed());
      }),
    );
  },
);

test(
  'sending the same text twice',
  covers('MESSAGE-SEND-01'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('messages');
    const { alice } = await given.users('alice');
    const { id } = await given.conversation({ with: [alice] });
    const text = data.subject();
    const sent = [
      await api.messages.send(id, [userMessage(alice, text)]),
      await api.messages.send(id, [userMessage(alice, text)]),
    ];

    await check('MESSAGE-SEND-01', 'they are two messages', async () => {
      for (const one of sent) expect(one).toSucceed();
      await eventually(async () =>
        expect(messagesIn(await api.messages.list(id, fewMessages)).map((one) => one.text)).toEqual([
          text,
          text,
        ]),
      );
    });
  },
);

test(
  'sending a SystemMessage',
  covers('MESSAGE-SEND-03'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('messages');
    const { alice, bob } = await given.users('alice', 'bob');
    const { id } = await given.conversation({ with: [alice, bob] });

    const [text, other] = [data.subject(), data.subject()];
    const sent = await api.messages.send(id, [userMessage(alice, other), systemMessage(text)]);

    await check('MESSAGE-SEND-03', 'its senderId is null', async () => {
      expect(sent).toSucceed();
      await eventually(async () => {
        const listed = messagesIn(await api.messages.list(id, fewMessages));
        expect(listed.find((message) => message.text === text)).toMatchObject({ senderId: null });
      });
    });
  },
);

test(
  'listing the messages of a conversation that was asked for before it was created',
  covers('MESSAGE-SEND-01'),
  async ({ api, given, check, eventually, data }) => {
    given.unlessDisclaimed('messages');
    const { alice } = await given.users('alice');
    const id = given.newId();
    await given.api.messages.list(id, fewMessages);
    await given.conversation({ id, with: [alice] });
    const text = data.subject();

    const sent = await api.messages.send(id, [userMessage(alice, text)]);

    await check('MESSAGE-SEND-01', 'what was sent is listed', async () => {
      expect(sent).toSucceed();
      await eventually(async () => {
        const listed = messagesIn(await api.messages.list(id, fewMessages));
        expect(listed.map((message) => message.text)).toEqual([text]);
      });
    });
  },
);

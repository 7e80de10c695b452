/** What PUT does where the documentation is silent. Conversations page: type RequestBody. */
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { conversationIn, fieldIn, isObject, type ConversationState } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const unset = { subject: null, photoUrl: null, welcomeMessages: null, lastMessage: null, custom: {} };
const longest = 1000;

test(
  'bodies about which nothing is said',
  covers('PUT-SILENT-01', 'PUT-CREATE-02', 'RETRIEVE-FOUND-03'),
  async ({ api, given, check, survey, eventually, data }) => {
    const id = given.newId();
    const put = (body: object, conversationId = id): Promise<Exchange> =>
      api.call('putConversation', { conversationId }, { body, deliberate: true });
    /** The answer to each of these attributes: to all of them in one body or, where that is refused, to each alone. */
    const eachOf = async <Name extends string>(body: Readonly<Record<Name, unknown>>) => {
      const together = await put(body);
      const answers: [string, Exchange][] = [];
      for (const [name, value] of Object.entries(body))
        answers.push([name, succeeded(together) ? together : await put({ [name]: value })]);
      return Object.fromEntries(answers) as Record<Name, Exchange>;
    };
    /** Reads once something is to be seen of what was accepted, if anything ever is. */
    const read = (before: Exchange | undefined, ...answers: Exchange[]): Promise<Exchange> =>
      lastReading(
        eventually,
        () => api.conversations.get(id),
        (reading) => {
          const state = conversationIn(reading);
          if (before && answers.some(succeeded)) expect(state).not.toEqual(conversationIn(before));
        },
      );
    const ask = (question: string, answer: Exchange, became: () => string): Promise<void> =>
      survey('PUT-SILENT-01', question, () =>
        Promise.resolve(succeeded(answer) ? `${answer.status}, ${became()}` : String(answer.status)),
      );
    const shown = (reading: Exchange, name: keyof ConversationState): string =>
      `reads as ${JSON.stringify(conversationIn(reading)[name])}`;

    const created = await api.conversations.put(id, {});
    if (!succeeded(created)) await given.conversation({ id });
    const first = await read(undefined);

    await check('PUT-CREATE-02', 'an empty body creates a conversation', () => {
      expect(created).toSucceed();
      expect(fieldIn(first, 'id'), 'id').toBe(id);
    });
    for (const [name, value] of Object.entries(unset))
      await check('RETRIEVE-FOUND-03', `${name} of a conversation created with nothing`, () =>
        expect(first).toShow({ [name]: value }),
      );

    await ask('body of a successful PUT', created, () => bodyOf(created));

    // Together, where they are taken; which of them a refusal means is asked one by one.
    const emptied = await eachOf({ welcomeMessages: [], subject: '', photoUrl: '' });
    const second = await read(first, ...Object.values(emptied));
    await ask('welcomeMessages: []', emptied.welcomeMessages, () => shown(second, 'welcomeMessages'));
    await ask('an empty subject', emptied.subject, () => shown(second, 'subject'));
    await ask('an empty photoUrl', emptied.photoUrl, () => shown(second, 'photoUrl'));

    const subject = data.subject();
    const unknown = await put({ participants: [given.newId()], subject });
    const nobody = await put({ participants: null });
    const odd = await eachOf({ nickname: data.value(), photoUrl: 'a picture' });
    const third = await read(second, unknown, nobody, ...Object.values(odd));
    const people = (): string =>
      Object.keys(conversationIn(third).participants).length === 0 ? 'nobody' : 'somebody';
    await survey('PUT-SILENT-01', 'an unknown participant id', () => {
      const written = conversationIn(third).subject === subject ? 'written' : 'not written';
      return Promise.resolve(`${unknown.status}, ${people()} takes part, what stood beside it is ${written}`);
    });
    await ask('participants: null', nobody, () => `${people()} takes part`);
    await ask('an unknown attribute', odd.nickname, () =>
      fieldIn(third, 'nickname') === undefined ? 'ignored' : 'written',
    );
    await ask('a photoUrl that is no URL', odd.photoUrl, () => shown(third, 'photoUrl'));

    for (const [what, value] of [
      ['a number', 1],
      ['a boolean', true],
      ['a nested object', { deep: 'value' }],
    ] as const) {
      const answer = await put({ custom: { odd: value } });
      const reading = succeeded(answer) ? await read(third, answer) : third;
      await ask(`a custom value that is ${what}`, answer, () => {
        const { custom } = conversationIn(reading);
        return `reads as ${JSON.stringify(isObject(custom) ? custom['odd'] : undefined) ?? 'nothing'}`;
      });
    }

    const long = await put({}, `${given.newId()}-`.padEnd(longest, 'x'));
    await ask('an id of 1,000 characters', long, () => 'accepted');
  },
);

function bodyOf({ body }: Exchange): string {
  if (!isObject(body)) return 'no object';
  if (Object.keys(body).length === 0) return '{}';
  return 'id' in body ? 'the conversation' : 'another object';
}

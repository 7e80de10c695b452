/** An id names one conversation, to the letter. Conversations page: GET answers the conversation with that id, or 404. */
import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { same } from '../../fixtures/scenario/matchers.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { conversationIn, fieldIn, timestamp } from '../../fixtures/reading/read.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

const unset = { subject: null, photoUrl: null, welcomeMessages: null, lastMessage: null, custom: {} };

test(
  'conversations with ids that look alike',
  covers(
    'RETRIEVE-ID-01',
    'RETRIEVE-MISSING-01',
    'RETRIEVE-FOUND-03',
    'RETRIEVE-FOUND-06',
    'PUT-CREATE-01',
    'PUT-CREATE-02',
  ),
  async ({ api, given, check, eventually, data }) => {
    const values = data.attributes();
    const stem = given.newId();
    const ids = { subject: `${stem}-Order`, photoUrl: `${stem}-order`, welcomeMessages: `${stem}-Order1` };
    type Name = keyof typeof ids;
    const create = async (name: Name): Promise<Exchange> => {
      const put = await api.conversations.put(ids[name], { [name]: values[name] });
      if (!succeeded(put)) await given.conversation({ id: ids[name], [name]: values[name] });
      return put;
    };
    const seen = (name: Name): Promise<Exchange> =>
      lastReading(
        eventually,
        () => api.conversations.get(ids[name]),
        (read) => expect(read).toShow({ [name]: values[name] }),
      );

    const plain = await create('subject');
    const early = await api.conversations.get(ids.photoUrl);
    const puts = {
      subject: plain,
      photoUrl: await create('photoUrl'),
      welcomeMessages: await create('welcomeMessages'),
    };
    const reads = {
      subject: await seen('subject'),
      photoUrl: await seen('photoUrl'),
      welcomeMessages: await seen('welcomeMessages'),
    };
    const beginning = await api.conversations.get(stem);

    await check('PUT-CREATE-01', 'what was not there is there after PUT', () => {
      if (succeeded(early)) throw new Blocked('GET of an id that nothing has yet succeeds');
      expect(puts.photoUrl).toSucceed();
      expect(fieldIn(reads.photoUrl, 'id'), 'id').toBe(ids.photoUrl);
    });

    const names = Object.keys(ids) as Name[];
    /** Attributes that a reading shows though they were put under other ids. */
    const strangers = (id: string, read: Exchange): Name[] =>
      names.filter((name) => succeeded(read) && ids[name] !== id && same(fieldIn(read, name), values[name]));
    const requireReadable = (): void => {
      if (conversationIn(reads.subject).subject !== values.subject)
        throw new Blocked('what was put does not read back');
    };
    for (const name of names) {
      await check('PUT-CREATE-02', `${name} alone creates a conversation`, () => {
        expect(puts[name]).toSucceed();
        expect(reads[name]).toShow({ [name]: values[name] });
      });
      await check('RETRIEVE-FOUND-03', `what was never set, where ${name} alone was`, () => {
        const { [name]: _, ...others } = unset;
        expect(reads[name]).toShow(others);
      });
      await check('RETRIEVE-ID-01', `nothing of its look-alikes in the one with ${name}`, () => {
        requireReadable();
        expect(strangers(ids[name], reads[name])).toEqual([]);
      });
    }
    for (const [what, id, read] of [
      ['an id in other letter case', ids.photoUrl, early],
      ['the beginning of an id', stem, beginning],
    ] as const) {
      await check('RETRIEVE-ID-01', `${what} is another id`, () => {
        requireReadable();
        expect(strangers(id, read)).toEqual([]);
      });
      await check('RETRIEVE-MISSING-01', `${what} names nothing`, () => {
        requireReadable();
        expect(read).toHaveStatus(404);
      });
    }

    await check('RETRIEVE-FOUND-06', 'createdAt is not earlier than that of one created before', () => {
      const times = names.map((name) => timestamp(conversationIn(reads[name]).createdAt, 'createdAt'));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });
  },
);

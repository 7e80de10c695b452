/**
 * Lists bounded by the time of the last message. Conversations page: lastMessageAfter and lastMessageBefore. Nothing is
 * judged on a bound itself, nor of conversations without messages: there the documentation is silent.
 */
import { refused } from '../../fixtures/client/exchange.ts';
import { ownIn, setOf } from '../../fixtures/lists/answers.ts';
import {
  answerTo,
  justAfterLastMessage,
  justBeforeLastMessage,
  type Asked,
} from '../../fixtures/lists/expected.ts';
import type { SharedConversation } from '../../fixtures/lists/shared-lists.ts';
import { conversationsIn } from '../../fixtures/reading/read.ts';
import { textOf } from '../../fixtures/reading/show.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { NotApplicable } from '../../fixtures/scenario/outcome.ts';
import { covers, expect, test } from '../../fixtures/test.ts';

type Bounds = Pick<Asked, 'lastMessageAfter' | 'lastMessageBefore'>;

/** A day in 2001, one digit shorter than today. Bounds are numbers: as a text it would be later than today. */
const longAgo = 999_999_999_999;
/** A day in 1970. In seconds it would be a day in 2286. */
const in1970 = 9_999_999_999;

const bounded: Readonly<Record<string, (six: readonly SharedConversation[]) => Bounds>> = {
  'lastMessageAfter just before a message': (six) => ({
    lastMessageAfter: justBeforeLastMessage(six, 'fourth'),
  }),
  'lastMessageAfter just after a message': (six) => ({
    lastMessageAfter: justAfterLastMessage(six, 'fourth'),
  }),
  'lastMessageBefore just after a message': (six) => ({
    lastMessageBefore: justAfterLastMessage(six, 'third'),
  }),
  'lastMessageBefore just before a message': (six) => ({
    lastMessageBefore: justBeforeLastMessage(six, 'third'),
  }),
  'lastMessageAfter in 2001, one digit shorter': () => ({ lastMessageAfter: longAgo }),
  'lastMessageBefore in 2001, one digit shorter': () => ({ lastMessageBefore: longAgo }),
  'both bounds': (six) => ({
    lastMessageAfter: justBeforeLastMessage(six, 'second'),
    lastMessageBefore: justBeforeLastMessage(six, 'fifth'),
  }),
};

for (const [what, boundsOf] of Object.entries(bounded))
  test(
    `listing with ${what}`,
    covers('FILTER-LASTMESSAGE-01'),
    async ({ api, given, check, eventually, shared }) => {
      given.unlessDisclaimed('messages');
      const six = await shared();
      const asked = boundsOf(six.conversations);
      const wanted = setOf(six, answerTo(six.conversations, asked));

      await check('FILTER-LASTMESSAGE-01', 'those whose last message is within, and no others', () =>
        eventually(async () =>
          expect(await ownIn(six, api.conversations.list, asked, wanted)).toEqual(wanted),
        ),
      );
    },
  );

/** Bounds before there was anything to list. */
const early = [
  ['lastMessageAfter', in1970, 'in 1970, which in seconds would be in 2286'],
  ['lastMessageBefore', in1970, 'in 1970, which in seconds would be in 2286'],
  ['lastMessageBefore', 0, 'at 0, which is easily taken for none'],
] as const;

for (const [bound, time, when] of early)
  test(
    `listing with ${bound} ${when}`,
    covers('FILTER-LASTMESSAGE-01'),
    async ({ api, given, check, eventually, shared }) => {
      given.unlessDisclaimed('messages');
      const six = await shared();
      const asked = { [bound]: time };
      const wanted = setOf(six, answerTo(six.conversations, asked));

      await check('FILTER-LASTMESSAGE-01', 'those whose last message is within, and no others', async () => {
        // Whether a target takes a time before there was anything to list is not documented.
        const first = await api.conversations.list({ ...asked, limit: 1 });
        given.unlessRefused(first, 'the target refuses a bound so long ago');
        await eventually(async () =>
          expect(await ownIn(six, api.conversations.list, asked, wanted)).toEqual(wanted),
        );
      });
    },
  );

test(
  'listing with lastMessageAfter later than lastMessageBefore',
  covers('FILTER-LASTMESSAGE-03'),
  async ({ api, given, check, eventually, shared }) => {
    given.unlessDisclaimed('messages');
    const six = await shared();
    const bounds = {
      lastMessageAfter: justAfterLastMessage(six.conversations, 'fifth'),
      lastMessageBefore: justBeforeLastMessage(six.conversations, 'second'),
    };

    await check('FILTER-LASTMESSAGE-03', 'nothing that has a message', () =>
      eventually(async () => {
        const answer = await api.conversations.list({ ...bounds, limit: pageSize });
        // Whether a range that nothing can be in is an answer or a mistake is not documented.
        if (refused(answer)) throw new NotApplicable('the target refuses an empty range');
        const talking = conversationsIn(answer).filter(({ lastMessage }) => lastMessage);
        const own = setOf(
          six,
          talking.map(({ id }) => textOf(id)),
        );
        expect(own).toEqual([]);
      }),
    );
  },
);

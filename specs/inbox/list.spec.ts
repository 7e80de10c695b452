/** The list of one person's conversations. Conversations page: those a user is a part of; Users page: order and pages. */
import type { Query } from '../../fixtures/client/url.ts';
import { succeeded } from '../../fixtures/client/exchange.ts';
import type { Conversation } from '../../fixtures/scenario/given.ts';
import { Blocked } from '../../fixtures/scenario/outcome.ts';
import { idsIn } from '../../fixtures/reading/read.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { differsByVersion, differStill, requireVersions, versions } from '../../fixtures/reading/versions.ts';
import { pageSize, pageWith } from '../../fixtures/reading/walk.ts';
import { inboxOf, mustBeByLastMessage, type Look } from './inbox.ts';
import { missingUserDiffers, mustAnswerMissingUser } from './missing-user.ts';

const page = { limit: pageSize };
const newest = { orderBy: 'createdAt', ...page };

test(
  'conversations come into the list of one person and leave it',
  covers('INBOX', 'VERSION-LEAVE'),
  async ({ api, given, check, eventually, data, target }) => {
    const { erin, bob } = await given.users('erin', 'bob');
    const [subject, text] = [data.subject(), data.text()];
    const own = await given.conversation({ with: [erin, bob], subject });
    const joined = await given.conversation({ with: [bob] });
    const cast: Record<string, Conversation> = { own, joined };
    const names = ['own', 'joined', 'added'];
    const inbox = inboxOf((query) => api.inbox.list(erin.id, query), cast, newest, eventually);
    await given.capability('inbox', () => inbox.exists());
    let before: readonly string[] = [];

    // What is found not to be listed at all is told once: later claims are about the rest.
    const unlisted = new Set<string>();
    const isListed = async (query: Query, name: string): Promise<void> => {
      unlisted.add(name);
      await inbox.shows(query, query === newest ? [name] : names, (seen) => {
        if (seen.goesOn && !seen.names.includes(name))
          throw new Blocked('others fill the list of the person');
        expect(seen.names).toContain(name);
      });
      unlisted.delete(name);
    };

    await check('INBOX-LIST-01', 'a conversation of the person is listed, also without messages', () =>
      isListed(newest, 'own'),
    );
    await check('INBOX-LIST-01', 'it is listed as a Conversation', async () => {
      await inbox.shows(newest, ['own'], (seen) => {
        const { participants = {}, ...state } = seen.state('own') ?? {};
        expect(state).toMatchObject({ id: own.id, subject });
        expect(Object.keys(participants).sort()).toEqual([bob.id, erin.id].sort());
      });
    });
    await check('INBOX-LIST-01', 'conversations of others are not listed', async () => {
      await inbox.shows(newest, ['own'], (seen) => {
        before = seen.names;
        expect(before.filter((name) => name !== 'own')).toEqual([]);
      });
    });

    const talked = await given.optional(() => given.messages(own, { from: bob, text }));
    // Created between the first message and the later ones: its createdAt parts them.
    const added = (cast['added'] = await given.conversation({ with: [bob] }));
    const joining = await api.participants.join(joined.id, erin.id);
    const adding = await api.conversations.put(added.id, { participants: [erin.id] });
    const talkedLater = await given.optional(async () => {
      talked();
      await given.messages(added, { from: erin, text });
      await given.messages(joined, { from: bob, text });
    });
    inbox.changed();
    const inPairs = { ...(target.capabilities.messages === 'disclaimed' ? newest : {}), limit: 2 };
    for (const [claim, name, answer] of [
      ['joining adds the conversation', 'joined', joining],
      ['PUT of the conversation with the person adds it', 'added', adding],
    ] as const) {
      const body = async (): Promise<void> => {
        if (before.includes(name))
          throw new Blocked('the conversation was in the list of the person before joining');
        expect(answer).toSucceed();
        await isListed(inPairs, name);
      };
      await check('INBOX-LIST-05', claim, body, [answer]);
    }
    const listed = names.filter((name) => !unlisted.has(name));
    const known = (seen: Look): string[] => seen.names.filter((name) => !unlisted.has(name)).sort();

    let whole: Look | undefined;
    await check('INBOX-LIST-02', 'by last message, latest first', async () => {
      talkedLater();
      await inbox.shows(inPairs, names, (seen) => mustBeByLastMessage((whole = seen)));
    });
    await check('INBOX-LIST-02', 'a walk in pages of two shows each conversation once', async () => {
      talkedLater();
      await inbox.shows(inPairs, names, (seen) => {
        if (seen.goesOn) throw new Blocked('others fill the list of the person');
        expect(Math.max(...seen.sizes)).toBeLessThanOrEqual(2);
        expect(known(seen)).toEqual([...listed].sort());
      });
    });
    await check('INBOX-LIST-03', 'unreadsOnly leaves out what holds only own messages', async () => {
      talkedLater();
      const unread = ['joined', 'own'].filter((name) => listed.includes(name));
      await inbox.shows({ unreadsOnly: true }, unread, (seen) => expect(known(seen)).toEqual(unread));
    });

    const left = await given.optional(() =>
      given.done('leaving', given.api.participants.leave(joined.id, erin.id)),
    );
    inbox.changed();
    const talkedAt = (name: string): number => whole?.talkedAt(name) ?? Number.NaN;
    const bound = Number(whole?.state('added')?.createdAt ?? Number.NaN);
    const sinceAdded = { lastMessageAfter: bound, ...page };

    const isGone = await check('INBOX-LIST-01', 'a conversation that was left is not listed', async () => {
      left();
      const query = talkedAt('joined') > bound ? sinceAdded : newest;
      await inbox.shows(query, ['added'], (seen) => expect(seen.names).not.toContain('joined'));
    });
    await check('INBOX-LIST-02', 'lastMessageAfter shows what talked later, and nothing else', async () => {
      talkedLater();
      if (Number.isNaN(bound)) throw new Blocked('the list does not show when a conversation was created');
      const apart = ['own', 'added'].filter((name) => listed.includes(name) && talkedAt(name) !== bound);
      const later = apart.filter((name) => talkedAt(name) > bound);
      await inbox.shows(sinceAdded, ['added'], (seen) =>
        expect(apart.filter((name) => seen.names.includes(name))).toEqual(later),
      );
    });

    const nobody = given.newId();
    const ids = Object.values(cast).map(({ id }) => id);
    const upwards = { ...newest, orderDirection: 'ASC', lastMessageAfter: talkedAt('own') - 1 };
    const differNow = async (): Promise<boolean> =>
      (await differsByVersion((apiVersion) => api.with({ apiVersion }).inbox.list(erin.id, page), ids)) ||
      (await differsByVersion((apiVersion) => api.with({ apiVersion }).conversations.list(upwards), ids)) ||
      missingUserDiffers((apiVersion) => api.with({ apiVersion }).inbox.list(nobody));
    let answer: Promise<boolean> | undefined;
    const differs = (): Promise<boolean> => (answer ??= differStill(target, differNow));

    await check('VERSION-LEAVE-01', 'in the list of who left, under 2021-02-09', async () => {
      left();
      const then = api.with({ apiVersion: versions.sortable });
      const kept = await pageWith(joined.id, (query) => then.inbox.list(erin.id, query));
      const isKept = succeeded(kept) && idsIn(kept).includes(joined.id);
      // Listed here and not by the version of the run: then the target is known to honour versions.
      if (!isKept || !isGone) await requireVersions(target, differs);
      expect(idsIn(kept)).toContain(joined.id);
    });
    for (const [claim, apiVersion] of [
      ['a user who does not exist', target.apiVersion],
      ['a user who does not exist, before 2024-01-01', versions.leaving],
    ] as const)
      await check('INBOX-LIST-04', claim, async () => {
        given.claimed('users');
        if (apiVersion === versions.leaving) given.claimed('versions');
        const missing = await api.with(apiVersion ? { apiVersion } : {}).inbox.list(nobody);
        await mustAnswerMissingUser(missing, apiVersion, target, differs);
      });
  },
);

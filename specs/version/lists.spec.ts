/** Lists under dated versions of the API. Conversations page: ordering; API changelog page: what each version changed. */
import type { Query } from '../../fixtures/client/url.ts';
import { refused, succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { lastReading } from '../../fixtures/reading/last-reading.ts';
import { covers, expect, test } from '../../fixtures/test.ts';
import { differsByVersion, differStill, requireVersions, versions } from '../../fixtures/reading/versions.ts';
import { pageSize } from '../../fixtures/reading/walk.ts';
import { missingUserDiffers } from '../inbox/missing-user.ts';
import { pairOf } from './pair.ts';

test(
  'lists under older and newer versions',
  covers('VERSION-ORDER', 'VERSION-OFFSET', 'VERSION-HEADER'),
  async ({ api, given, check, survey, eventually, target, shared }) => {
    given.claimed('versions');
    given.claimed('messages');
    const six = await shared();
    const [createdLast, talkedLast] = [six.inOrder({ orderBy: 'createdAt' })[0], six.inOrder({})[0]];
    const ends = six.conversations.filter(({ id }) => id === createdLast || id === talkedLast);
    const pair = pairOf(createdLast ?? '', talkedLast ?? '', ends);
    const narrow = { ...six.narrow, ...pair.narrow };
    const list = (apiVersion: string, query: Query = {}) =>
      api.with({ apiVersion }).conversations.list({ limit: pageSize, ...narrow, ...query });
    const byDefault = await lastReading(
      eventually,
      () => list(versions.sortable),
      (reading) => expect(pair.talkingIn(reading)).toHaveLength(2),
    );
    const byLastActivity = await list(versions.first, { orderBy: 'lastActivity' });

    /** Whether anything that the changelog names differs between versions. */
    const differs = async (): Promise<boolean> => {
      const upwards = { orderBy: 'createdAt', orderDirection: 'ASC' };
      const ids = ends.map(({ id }) => id);
      if (pair.differ(byLastActivity, byDefault)) return true;
      if (await differsByVersion((version) => list(version, upwards), ids)) return true;
      const nobody = given.newId();
      return missingUserDiffers((apiVersion) => api.with({ apiVersion }).inbox.list(nobody));
    };
    let answer: Promise<boolean> | undefined;
    const dated = () => requireVersions(target, () => (answer ??= differStill(target, differs)));

    let ascending: Exchange | undefined;
    await survey(
      'VERSION-OFFSET-01',
      'offsetTs 1 under 2021-01-01, list by creation, latest first',
      async () => {
        await dated();
        ascending = await list(versions.first, { orderDirection: 'ASC', offsetTs: 1 });
        if (!succeeded(ascending)) return String(ascending.status);
        return pair.isIn(ascending) ? '200, ignored' : '200, applied';
      },
    );

    await check(
      'VERSION-ORDER-01',
      'by creation, latest first, though orderBy says otherwise',
      async () => {
        await dated();
        if (refused(byLastActivity)) return;
        pair.mustBeSorted(byLastActivity, 'createdAt', 'DESC');
      },
      [byLastActivity],
    );
    await check(
      'VERSION-ORDER-01',
      'by creation, latest first, though orderDirection says otherwise',
      async () => {
        await dated();
        if (!ascending || !pair.isIn(ascending))
          ascending = await list(versions.first, { orderDirection: 'ASC' });
        if (refused(ascending)) return;
        pair.mustBeSorted(ascending, 'createdAt', 'DESC');
      },
    );
    await check(
      'VERSION-ORDER-02',
      'by last activity, latest first, from 2021-02-09 on',
      async () => {
        await dated();
        pair.mustBeSorted(byDefault, 'lastActivity', 'DESC');
      },
      [byDefault],
    );
    await check('VERSION-ORDER-02', 'orderBy works from 2021-02-09 on', async () => {
      await dated();
      pair.mustBeSorted(await list(versions.sortable, { orderBy: 'createdAt' }), 'createdAt', 'DESC');
    });
    await check('VERSION-ORDER-02', 'orderDirection works from 2021-02-09 on', async () => {
      await dated();
      pair.mustBeSorted(await list(versions.leaving, { orderDirection: 'ASC' }), 'lastActivity', 'ASC');
    });

    await survey('VERSION-HEADER-01', 'a version before the first one', async () => {
      await dated();
      const unknown = await api
        .with({ deliberate: true, apiVersion: '1999-12-31' })
        .conversations.list({ limit: pageSize, ...narrow });
      if (!succeeded(unknown)) return String(unknown.status);
      return pair.differ(unknown, byDefault)
        ? '200, as under 2021-01-01'
        : '200, as under 2021-02-09 or later';
    });
  },
);

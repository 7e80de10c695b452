import { succeeded, type Exchange } from '../../fixtures/client/exchange.ts';
import { expect } from '../../fixtures/scenario/matchers.ts';
import type { Target } from '../../fixtures/target/target.ts';
import { requireVersions, versions } from '../../fixtures/reading/versions.ts';

/**
 * Judges the answer for a user who does not exist: 404 under 2024-01-01, which is also the version without a header;
 * before, a success, unless the target turns out not to honour versions.
 *
 * @param differs whether anything else that the target answers differs between versions
 */
export async function mustAnswerMissingUser(
  missing: Exchange,
  version: string | undefined,
  target: Target,
  differs: () => Promise<boolean>,
): Promise<void> {
  if (version === undefined || version >= versions.latest) return expect(missing).toHaveStatus(404);
  if (!succeeded(missing)) await requireVersions(target, differs);
  expect(missing).toSucceed();
}

/**
 * Whether the answer for a user who does not exist differs between versions, as the changelog says.
 *
 * @param missing the list of such a user under a version
 */
export async function missingUserDiffers(
  missing: (apiVersion: string) => Promise<Exchange>,
): Promise<boolean> {
  return succeeded(await missing(versions.leaving)) && (await missing(versions.latest)).status === 404;
}

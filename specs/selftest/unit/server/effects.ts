import type { ChoiceName } from '../../../../fixtures/server/index.ts';
import { type Client, expect, test } from './harness.ts';

export type Probe = (api: Client) => Promise<unknown>;

/** A question, its answer by default, and its answer from the variant. */
export type Effect = readonly [Probe, unknown, unknown];

/** One test for each variant: that it shows, and that the server without it answers otherwise. */
export function testEffects(
  kind: 'choices' | 'defects',
  effects: Readonly<Record<string, Effect>>,
  arrange: (api: Client) => Promise<void>,
): void {
  for (const [name, [probe, byDefault, byVariant]] of Object.entries(effects))
    test(`${name} has its effect`, async ({ start }) => {
      for (const [names, expected] of [
        [[], byDefault] as const,
        [[name as ChoiceName], byVariant] as const,
      ]) {
        const api = await start({ [kind]: names });
        await arrange(api);
        expect(await probe(api), names.length > 0 ? `with ${name}` : 'by default').toEqual(expected);
      }
    });
}

/** The status of one call. */
export const status =
  (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Probe =>
  async (api) =>
    (await api.call(method, path, body, headers)).status;

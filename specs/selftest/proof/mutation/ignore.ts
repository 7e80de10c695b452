/**
 * What is not mutated: the wording of refusals. The documentation says nothing about error codes and reasons, so no check
 * may depend on them.
 */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** As much of Babel's paths as is looked at. */
interface Path {
  readonly node: { readonly type: string; readonly callee?: { readonly name?: string } };
  readonly key: unknown;
  readonly listKey?: string;
  readonly parentPath?: Path | null;
}

const refusals = ['invalid', 'mustBe', 'notFound', 'unauthorized', 'unknownReference'];

/** Their fourth argument says what was expected. */
const expecting = ['optional', 'presentOf'];

function isWording({ key, listKey, parentPath }: Path): boolean {
  if (listKey !== 'arguments') return false;
  const { type, callee } = parentPath?.node ?? {};
  const name = callee?.name ?? '';
  if (type === 'CallExpression') return refusals.includes(name) || (expecting.includes(name) && key === 3);
  // The first argument is the kind, which decides the status.
  return type === 'NewExpression' && name === 'Refusal' && key !== 0;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'wording', {
    shouldIgnore: (path) =>
      isWording(path as unknown as Path) ? 'the wording of a refusal is undocumented' : undefined,
  }),
];

import type { ResolveHook } from 'node:module';

/** A module hook: scenarios that ask for `fixtures/test.ts` get the collector, so that no test runner need run them. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const collector = new URL('collector.ts', import.meta.url).href;
  return specifier.endsWith('fixtures/test.ts') && context.parentURL !== collector
    ? { url: collector, shortCircuit: true }
    : next(specifier, context);
};

import type { ResolveHook } from 'node:module';

/**
 * A module hook: a reference server that is imported with `?copy=N` gets all its modules anew, so that a mutant of what
 * happens while they are loaded can be judged too. Without defects and silent choices, which only take time to load.
 */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const copy = new URL(context.parentURL ?? 'file:///').searchParams.get('copy');
  const found = await next(specifier, context);
  if (copy === null || !found.url.includes('/fixtures/server/')) return found;
  const isVariants = /\/fixtures\/server\/(choices|defects\/index)\.ts$/.test(found.url);
  const url = isVariants ? new URL('no-variants.ts', import.meta.url).href : found.url;
  return { ...found, url: `${url}?copy=${copy}`, shortCircuit: true };
};

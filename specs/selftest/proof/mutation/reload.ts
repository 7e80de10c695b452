import type { ResolveHook } from 'node:module';

/**
 * A module hook: a reference server that is imported with `?copy=N` gets all its modules anew, so that a mutant of what
 * happens while they are loaded can be judged too.
 */
export const resolve: ResolveHook = async (specifier, context, next) => {
  const copy = new URL(context.parentURL ?? 'file:///').searchParams.get('copy');
  const found = await next(specifier, context);
  if (copy === null || !found.url.includes('/fixtures/server/core/')) return found;
  return { ...found, url: `${found.url}?copy=${copy}`, shortCircuit: true };
};

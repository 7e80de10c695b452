import type { OpenObject } from './maps.ts';

/** Answer of a call that has nothing to return: documented as `{}`, so any member is undocumented. */
export type EmptyResult = object;

/** Answer of a write whose body the documentation leaves open: some object. */
export type AnyResult = OpenObject;

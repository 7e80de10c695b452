import { Stryker } from '@stryker-mutator/core';
import { mutationOptions } from './options.ts';
const files = process.argv.slice(2);
const results = await new Stryker({
  ...mutationOptions,
  ...(files.length > 0 ? { mutate: files } : {}),
}).runMutationTest();
const count: Record<string, number> = {};
for (const { status } of results) count[status] = (count[status] ?? 0) + 1;
console.log(count);

/** Bodies that conform to the documented types, and bodies that break exactly one rule each. */
export { type InvalidExample, invalidExamples } from './examples/invalid.ts';
export { type ValidExamples, validExamples } from './examples/valid.ts';

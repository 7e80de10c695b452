/** Tags by which tests are at another speed than their folder. */

/** Of the proof, but a test run has it as well: enough to notice a scenario that no longer finds its faults. */
export const sampleTag = '@sample';

/** Of the product, but too slow for a test run. */
export const longTag = '@long';

export const sample = new RegExp(`${sampleTag}\\b`);
export const long = new RegExp(`${longTag}\\b`);

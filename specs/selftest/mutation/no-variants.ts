/** In place of the catalogues of the reference server: a mutant is judged without any. */
export const CHOICES = {};
export const DEFECTS = {};
export const traitsOf = (): object => ({});

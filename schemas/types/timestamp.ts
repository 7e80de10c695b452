/**
 * A point in time: whole milliseconds since 1970-01-01T00:00:00Z.
 *
 * The bounds (September 2001 to November 2286) exist to tell milliseconds from seconds and from microseconds.
 *
 * @title Unix milliseconds
 * @asType integer
 * @minimum 1000000000000
 * @maximum 9999999999999
 */
export type UnixMilliseconds = number;

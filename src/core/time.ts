/** Milliseconds since 1970-01-01T00:00Z. The core never reads a clock: the present arrives as data. */
export type Instant = number;

import type { Instant } from '../time.ts';

/** A question, and since when it could be read; null while it was not sent. */
export interface Question<What> {
  readonly what: What;
  readonly shownAt: Instant | null;
}

/**
 * Which of the questions, newest first, a message written then can have been written for: the newest that had been there
 * for `reading` ms. null when none had.
 */
export const writtenFor = <What>(
  questions: readonly Question<What>[],
  written: Instant,
  reading: number,
): What | null =>
  questions.find(({ shownAt }) => shownAt !== null && written - shownAt >= reading)?.what ?? null;

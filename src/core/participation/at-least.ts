/**
 * A count of people as everybody may read it: rounded down to a multiple of `smallest`, null below it, so that neither the
 * rest nor an earlier publication gives away a few.
 */
export function atLeast(count: number, smallest: number): number | null {
  const step = Math.max(1, smallest);
  return step === 1 ? count : Math.floor(count / step) * step || null;
}

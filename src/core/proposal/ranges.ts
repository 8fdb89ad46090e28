import { numberOf, type Ref } from '../ids.ts';

/** By number; three or more in a row in one string, "P-0001 à P-0040" with `to`. Nothing is left out, nothing repeated. */
export function inRanges(refs: readonly Ref[], to: string): string[] {
  const runs: Ref[][] = [];
  for (const ref of [...new Set(refs)].sort((a, b) => numberOf(a)! - numberOf(b)!)) {
    const run = runs.at(-1);
    if (run !== undefined && numberOf(ref) === numberOf(run.at(-1)!)! + 1) run.push(ref);
    else runs.push([ref]);
  }
  return runs.flatMap((run) => (run.length < 3 ? run : `${run[0]} ${to} ${run.at(-1)}`));
}

/** How many one of these stands for. */
export function sizeOf(range: string): number {
  const [first, last = first] = [...range.matchAll(/P-(\d+)/gu)].map(([, number]) => Number(number));
  return first === undefined ? 0 : last! - first + 1;
}

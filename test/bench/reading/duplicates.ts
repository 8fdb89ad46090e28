/** Pairs of texts that may say the same, beside comparing each with each; and a new text against all. */
import { createSimilarityIndex } from '../../../src/analysis/duplicates/index-of-texts.ts';
import { pairsAmong } from '../../../src/analysis/duplicates/pairs.ts';
import { type Rows, rowsOf } from '../../../src/analysis/duplicates/rows.ts';
import { resemble } from '../../../src/analysis/duplicates/weights.ts';
import { madeUpTexts, numbered } from './texts.ts';

const NEAR = 0.5;
const SUGGESTED = 0.45;
const ASKED = 2_000;

const seconds = (since: number): number => (performance.now() - since) / 1_000;
const megabytes = (bytes: number): number => bytes / 2 ** 20;

/** Baseline: each text is a Map of its words, and is compared with every other one. */
export function naivePairs({ starts, words, weights }: Rows, atLeast = NEAR): string[] {
  const maps = Array.from(
    { length: starts.length - 1 },
    (_, text) =>
      new Map(
        Array.from({ length: starts[text + 1]! - starts[text]! }, (_, k) => [
          words[starts[text]! + k]!,
          weights[starts[text]! + k]!,
        ]),
      ),
  );
  const found: string[] = [];
  for (let a = 0; a < maps.length; a++)
    for (let b = a + 1; b < maps.length; b++) {
      let dot = 0;
      let shared = 0;
      for (const [word, weight] of maps[b]!) {
        const other = maps[a]!.get(word);
        if (other === undefined) continue;
        dot += other * weight;
        shared += 1;
      }
      if (resemble(Math.min(1, dot), atLeast, shared)) found.push(`${a} ${b}`);
    }
  return found;
}

export function benchDuplicates(few: number, many: number): void {
  const texts = madeUpTexts(many);
  const all = numbered(texts);
  const some = all.slice(0, few);
  for (let warm = 0; warm < 3; warm++) pairsAmong(some.slice(0, few / 5), NEAR);
  let since = performance.now();
  const own = pairsAmong(some, NEAR);
  const quick = seconds(since);
  const rows = rowsOf(some);
  since = performance.now();
  const naive = naivePairs(rows);
  const slow = seconds(since);
  const same = JSON.stringify(own.map(({ a, b }) => `${a} ${b}`)) === JSON.stringify(naive);
  console.log(
    `duplicates among ${few} texts: ${quick.toFixed(3)} s, each with each ${slow.toFixed(1)} s: ${Math.round(slow / quick)} times; ${own.length} pairs, ${same ? 'the same set' : 'NOT THE SAME SET'} (goal ≥ 250 times, the same)`,
  );

  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  since = performance.now();
  const pairs = pairsAmong(all, NEAR);
  const took = seconds(since);
  console.log(
    `duplicates among ${many} texts: ${took.toFixed(2)} s, ${pairs.length} pairs, ${megabytes(process.memoryUsage.rss() - before).toFixed(0)} MB more at the end (goal ≤ 5 s, ≤ 400 MB)`,
  );

  const index = createSimilarityIndex<number>();
  since = performance.now();
  texts.forEach((stems, k) => {
    index.add(k, stems);
  });
  const added = seconds(since);
  const queries = madeUpTexts(ASKED, 11);
  const waits = queries.map((stems, k) => {
    const query = k % 2 === 0 ? stems : [...texts[(k * 7919) % many]!.slice(1), ...stems.slice(0, 2)];
    const from = performance.now();
    index.near(query, SUGGESTED, 3);
    return performance.now() - from;
  });
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.floor(share * (waits.length - 1))]!;
  console.log(
    `a new text against ${many}: p50 ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms, max ${at(1).toFixed(1)} ms (goal p99 ≤ 5 ms); all known in ${added.toFixed(1)} s`,
  );
}

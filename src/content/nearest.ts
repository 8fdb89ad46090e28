/** Edit distance where a letter added, dropped, changed or swapped with its neighbour counts one. */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');

/** The valid word closest to `found`, or null when none is close: a third of its letters at most may differ. */
export function nearest(found: string, valid: Iterable<string>): string | null {
  if (found.length > 80) return null;
  const wanted = folded(found);
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const word of valid) {
    const candidate = folded(word);
    const limit = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    const prefix = wanted.length >= 3 && candidate.startsWith(wanted);
    const d = prefix ? Math.min(limit, candidate.length - wanted.length) : distance(wanted, candidate);
    if (d <= limit && d < bestDistance && d < candidate.length) [best, bestDistance] = [word, d];
  }
  return best;
}

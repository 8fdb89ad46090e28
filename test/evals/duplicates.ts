/** How well proposals that say the same are found: texts of one title by their bodies, and rated sentence pairs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { createSimilarityIndex } from '../../src/analysis/duplicates/index-of-texts.ts';
import { createLexicon } from '../../src/analysis/terms.ts';
import { tokenize } from '../../src/analysis/tokens.ts';
import { plain } from './tagging/sets.ts';

interface Row {
  readonly title: string;
  readonly text: string;
}

/** The sets whose titles come back: 11 and 17 groups of the same title. */
const TITLED = [
  { file: 'republique-numerique.jsonl', lang: 'fr' },
  { file: 'cimt-ottensen-de.jsonl', lang: 'de' },
] as const;
const RATED = 'sts-fr-dev.csv';
const SAME = 4.5;
const DIFFERENT = 3.5;
const CUTS = [1, 5, 10] as const;

type Ranking = (query: number) => readonly number[];

/** By words and letters, as the bot ranks them, from any resemblance on: it shows those of two words and cosine .45. */
function byIndex(texts: readonly string[], lang: string): Ranking {
  const lexicon = createLexicon(lang);
  const stems = texts.map((text) => lexicon.stems(text));
  const index = createSimilarityIndex<number>(1);
  stems.forEach((row, k) => {
    index.add(k, row);
  });
  return (query) =>
    index
      .near(stems[query]!, 0.01, CUTS.at(-1)! + 1)
      .map(({ id }) => id)
      .filter((id) => id !== query);
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(tokenize(text).map(({ form }) => form));

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const word of one) if (other.has(word)) common += 1;
  return common / (one.size + other.size - common || 1);
}

/** Baseline: the share of words in common. */
function byOverlap(texts: readonly string[]): Ranking {
  const words = texts.map(wordsOf);
  return (query) =>
    words
      .map((row, id) => ({ id, shared: overlap(words[query]!, row) }))
      .filter(({ id }) => id !== query)
      .sort((a, b) => b.shared - a.shared)
      .map(({ id }) => id);
}

export interface Recall {
  readonly groups: number;
  /** Share of the others of its title that a text finds, over all pairs, by how many it looks at. */
  readonly pairs: readonly number[];
  /** Share of the texts that find at least one of them. */
  readonly texts: readonly number[];
  readonly wanted: number;
  /** Of all pairs: not among the first ten; of these, with hardly a stem in common, which no comparison of words finds. */
  readonly missed: number;
  readonly strangers: number;
}

/** Stems in common. */
const HARDLY = 2;

function recall(
  data: string,
  rankingOf: (texts: readonly string[], lang: string) => Ranking,
  sets: readonly (typeof TITLED)[number][] = TITLED,
): Recall {
  const hits = CUTS.map(() => 0);
  const finders = CUTS.map(() => 0);
  let [groups, wanted, queries, missed, strangers] = [0, 0, 0, 0, 0];
  for (const { file, lang } of sets) {
    const rows: Row[] = readFileSync(join(data, file), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const lexicon = createLexicon(lang);
    const stems = rows.map(({ text }) => new Set(lexicon.stems(text)));
    const titles = Map.groupBy(rows.keys(), (k) => plain(rows[k]!.title));
    const ranking = rankingOf(
      rows.map(({ text }) => text),
      lang,
    );
    for (const group of titles.values()) {
      if (group.length < 2) continue;
      groups += 1;
      for (const query of group) {
        const ranked = ranking(query);
        const others = group.filter((one) => one !== query);
        const places = others.map((one) => ranked.indexOf(one));
        const lost = others.filter((_, k) => places[k]! < 0 || places[k]! >= CUTS.at(-1)!);
        missed += lost.length;
        strangers += lost.filter(
          (one) => [...stems[query]!].filter((stem) => stems[one]!.has(stem)).length <= HARDLY,
        ).length;
        queries += 1;
        wanted += places.length;
        CUTS.forEach((cut, k) => {
          const found = places.filter((place) => place >= 0 && place < cut).length;
          hits[k]! += found;
          if (found > 0) finders[k]! += 1;
        });
      }
    }
  }
  return {
    ...{ groups, wanted, missed, strangers },
    pairs: hits.map((n) => n / wanted),
    texts: finders.map((n) => n / queries),
  };
}

/** The chance that a pair people call the same looks more alike than one they call different. */
export function areaUnderCurve(same: readonly number[], different: readonly number[]): number {
  const sorted = different.toSorted((a, b) => a - b);
  const below = (value: number, orEqual: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]! < value || (orEqual && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const won = same.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
  return won / (same.length * sorted.length);
}

/** How the project finds texts of one title; null where the texts aren't. */
export const found = (data: string): Recall | null =>
  TITLED.every(({ file }) => existsSync(join(data, file))) ? recall(data, byIndex) : null;

export function rated(data: string): {
  readonly own: number;
  readonly baseline: number;
  readonly pairs: string;
} {
  const rows: string[][] = parse(readFileSync(join(data, RATED), 'utf8'));
  const lexicon = createLexicon('fr');
  const index = createSimilarityIndex<string>();
  for (const [a, b] of rows) for (const text of [a!, b!]) index.add(text, lexicon.stems(text));
  const cosine = (a: string, b: string): number =>
    index.near(lexicon.stems(a), 0.01, rows.length * 2).find(({ id }) => id === b)?.cosine ?? 0;
  const same = rows.filter(([, , rating]) => Number(rating) >= SAME);
  const different = rows.filter(([, , rating]) => Number(rating) < DIFFERENT);
  const area = (alike: (a: string, b: string) => number): number =>
    areaUnderCurve(
      same.map(([a, b]) => alike(a!, b!)),
      different.map(([a, b]) => alike(a!, b!)),
    );
  return {
    own: area(cosine),
    baseline: area((a, b) => overlap(wordsOf(a), wordsOf(b))),
    pairs: `${same.length} / ${different.length}`,
  };
}

const figure = (value: number): string => value.toFixed(3).replace(/^0/u, '');

export function duplicates(data: string): void {
  if (TITLED.every(({ file }) => existsSync(join(data, file)))) {
    console.log(
      'Texts of the same title, found by their bodies (nothing is learnt on them; a few ways of ranking were compared on them, for want of a training part)',
    );
    const row = (how: string, { groups, pairs, texts, wanted, missed, strangers }: Recall) => ({
      how,
      groups,
      'others found: at 1': figure(pairs[0]!),
      'at 5': figure(pairs[1]!),
      'at 10': figure(pairs[2]!),
      'texts that find one: at 5': figure(texts[1]!),
      'at 10 ': figure(texts[2]!),
      'missed at 10': `${missed} of ${wanted}`,
      [`≤ ${HARDLY} stems in common`]: strangers,
    });
    console.table([
      row('words in common', recall(data, byOverlap)),
      row('this project', recall(data, byIndex)),
      ...TITLED.map((set) => row(`this project, ${set.lang}`, recall(data, byIndex, [set]))),
      { how: 'goal', 'at 5': '.55', 'at 10': '.68' },
    ]);
  } else console.log(`  not run: no texts with titles in ${data}`);
  if (!existsSync(join(data, RATED))) {
    console.log(`  not run: no ${RATED} in ${data}`);
    return;
  }
  const { own, baseline, pairs } = rated(data);
  console.log(
    `Sentence pairs people rated, ${pairs}: area under the curve (≥ ${SAME} against < ${DIFFERENT})`,
  );
  console.table([
    { how: 'words in common', area: figure(baseline) },
    { how: 'this project', area: figure(own) },
    { how: 'goal', area: '.90' },
  ]);
}

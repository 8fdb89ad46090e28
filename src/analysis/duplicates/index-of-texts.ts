import { type Growing, growing } from '../growing.ts';
import { createKin } from './kin.ts';
import { createLetters, runsOf } from './letters.ts';
import { countsOf, damped, numbering, rarityOf, resemble, SHARED } from './weights.ts';

/** An incremental index of texts by their stems: the closest known ones to a new text. */
export interface SimilarityIndex<Id> {
  /** The same id again replaces its text. */
  add(id: Id, stems: readonly string[]): void;
  remove(id: Id): void;
  /**
   * At most `most` whose TF-IDF cosine is at least `atLeast`, most alike first by their words and letters; equals in
   * the order they were added. A rare word of `stems` counts for those of nearly the same letters too, for less.
   */
  near(
    stems: readonly string[],
    atLeast: number,
    most: number,
  ): { readonly id: Id; readonly cosine: number }[];
  readonly size: number;
}

/** So many of the closest by words are looked at by letters too. */
const LOOKED_AT = 40;
/** Places of texts that were removed are given back when they are more than that share. */
const MOST_HOLES = 0.5;
const FEWEST_PLACES = 64;
/** A word that so few texts hold joins hardly any: words of nearly the same letters stand for it too. */
const RARE = 1;

interface Found {
  readonly slot: number;
  readonly cosine: number;
}

/** Texts lie end to end: slot `s` holds the words from `starts[s]` to `starts[s + 1]`. */
interface Texts<Id> {
  readonly ids: (Id | undefined)[];
  readonly starts: Growing;
  readonly words: Growing;
  readonly times: Growing;
}

function noTexts<Id>(): Texts<Id> {
  const starts = growing();
  starts.push(0);
  return { ids: [], starts, words: growing(), times: growing() };
}

/** `fewest`: so many words in common make a resemblance. */
export function createSimilarityIndex<Id>(fewest = SHARED): SimilarityIndex<Id> {
  const numbers = numbering();
  const letters = createLetters();
  const kin = createKin();
  const holders: Growing[] = [];
  /** Texts that hold a word now; `holders` still names those that were removed. */
  const holding: number[] = [];
  const logs: number[] = [];
  const runs: Int32Array[] = [];
  const slots = new Map<Id, number>();
  let texts = noTexts<Id>();
  let query = new Float64Array(0);
  /** Which word of the query a word stands for; and, by its place there, which text was last seen to hold it. */
  let origin = new Int32Array(0);
  let seen = new Int32Array(0);
  /** How much of the query each text shares, and which texts share any: zeroes but while one is asked for. */
  let shared = new Float64Array(0);
  let touched = new Int32Array(0);

  const held = (word: number, by: number): void => {
    holding[word] = (holding[word] ?? 0) + by;
    logs[word] = Math.log(holding[word] + 1);
  };
  const wordsOf = (slot: number): Int32Array =>
    texts.words.values.subarray(texts.starts.values[slot], texts.starts.values[slot + 1]);
  const timesOf = (slot: number): Int32Array =>
    texts.times.values.subarray(texts.starts.values[slot], texts.starts.values[slot + 1]);
  const heldBy = (slot: number) => ({
    runs: Array.from(wordsOf(slot), (word) => runs[word]!),
    times: [...timesOf(slot)],
  });

  const put = (id: Id, words: Int32Array, times: Int32Array): void => {
    const slot = texts.ids.push(id) - 1;
    for (let k = 0; k < words.length; k++) {
      texts.words.push(words[k]!);
      texts.times.push(times[k]!);
      holders[words[k]!]!.push(slot);
    }
    texts.starts.push(texts.words.length);
    slots.set(id, slot);
  };

  /** Gives the places of removed texts back; the others keep their order. */
  const compact = (): void => {
    const before = texts;
    const kept = [...slots.values()].sort((a, b) => a - b);
    const rows = kept.map((slot) => ({ id: before.ids[slot]!, words: wordsOf(slot), times: timesOf(slot) }));
    for (const list of holders) list.keep(() => false);
    texts = noTexts();
    for (const { id, words, times } of rows) put(id, words, times);
  };

  const remove = (id: Id): void => {
    const slot = slots.get(id);
    if (slot === undefined) return;
    for (const word of wordsOf(slot)) held(word, -1);
    letters.count(heldBy(slot).runs, -1);
    texts.ids[slot] = undefined;
    slots.delete(id);
    const places = texts.ids.length;
    if (places > FEWEST_PLACES && places - slots.size > MOST_HOLES * places) compact();
  };

  const cosineTo = (slot: number, norm: number, atLeast: number): number => {
    const words = wordsOf(slot);
    const times = timesOf(slot);
    let dot = 0;
    let own = 0;
    let common = 0;
    for (let k = 0; k < words.length; k++) {
      const word = words[k]!;
      const weight = (times[k] === 1 ? 1 : damped(times[k]!)) * rarityOf(slots.size, logs[word]!);
      own += weight * weight;
      const other = query[word]!;
      if (other === 0) continue;
      dot += weight * other;
      if (seen[origin[word]!] === slot) continue;
      seen[origin[word]!] = slot;
      common += 1;
    }
    const cosine = dot === 0 ? 0 : Math.min(1, dot / Math.sqrt(norm * own));
    return resemble(cosine, atLeast, common, fewest) ? cosine : -1;
  };

  /**
   * Every text that is close enough. A cosine is at most the length of what a text shares of the query: only those that
   * share enough of it are compared.
   */
  const closeEnough = (words: readonly number[], norm: number, atLeast: number): Found[] => {
    const enough = atLeast * atLeast * norm * (1 - 1e-9);
    let met = 0;
    let rest = words.reduce((sum, word) => sum + query[word]! ** 2, 0);
    for (const word of words.toSorted((a, b) => holding[a]! - holding[b]! || a - b)) {
      const brings = rest >= enough;
      const mass = query[word]! ** 2;
      rest -= mass;
      const { values, length } = holders[word]!;
      for (let k = 0; k < length; k++) {
        const slot = values[k]!;
        const before = shared[slot]!;
        if (before === 0) {
          if (!brings) continue;
          touched[met++] = slot;
        }
        shared[slot] = before + mass;
      }
    }
    const found: Found[] = [];
    for (let k = 0; k < met; k++) {
      const slot = touched[k]!;
      const enoughShared = shared[slot]! >= enough;
      shared[slot] = 0;
      if (!enoughShared || texts.ids[slot] === undefined) continue;
      const cosine = cosineTo(slot, norm, atLeast);
      if (cosine >= 0) found.push({ slot, cosine });
    }
    return found;
  };

  return {
    get size() {
      return slots.size;
    },
    remove,
    add(id, stems) {
      remove(id);
      const counts = countsOf(stems);
      const words = new Int32Array(counts.size);
      const times = new Int32Array(counts.size);
      let at = 0;
      for (const [stem, count] of counts) {
        const word = numbers.of(stem);
        if (word === holders.length) {
          holders.push(growing());
          runs.push(runsOf(stem));
          kin.add(stem, runs[word]!);
        }
        held(word, 1);
        words[at] = word;
        times[at++] = count;
      }
      put(id, words, times);
      letters.count(heldBy(slots.get(id)!).runs, 1);
    },
    near(stems, atLeast, most) {
      if (query.length < holders.length) {
        query = new Float64Array(holders.length * 2);
        origin = new Int32Array(holders.length * 2);
      }
      if (touched.length < texts.ids.length) {
        shared = new Float64Array(texts.ids.length * 2);
        touched = new Int32Array(texts.ids.length * 2);
      }
      const counts = [...countsOf(stems)];
      const said = counts.map(([stem]) => {
        const word = numbers.known(stem);
        return { stem, word, runs: word === undefined ? runsOf(stem) : runs[word]! };
      });
      seen = new Int32Array(counts.length).fill(-1);
      const known: number[] = [];
      const ask = (word: number, weight: number, place: number): void => {
        if (query[word]! >= weight) return;
        if (query[word] === 0) known.push(word);
        query[word] = weight;
        origin[word] = place;
      };
      let norm = 0;
      const weights = counts.map(([, times], place) => {
        const { word } = said[place]!;
        const weight = damped(times) * rarityOf(slots.size, word === undefined ? 0 : logs[word]!);
        norm += weight * weight;
        if (word !== undefined) ask(word, weight, place);
        return weight;
      });
      said.forEach(({ stem, word, runs }, place) => {
        if (word !== undefined && holding[word]! > RARE) return;
        for (const close of kin.of(stem, runs)) ask(close.word, close.worth * weights[place]!, place);
      });
      const found = closeEnough(known, norm, atLeast);
      for (const word of known) query[word] = 0;
      found.sort((a, b) => b.cosine - a.cosine || a.slot - b.slot);
      const looked = found.slice(0, Math.max(most, LOOKED_AT));
      const alike = letters.cosines(
        { runs: said.map(({ runs }) => runs), times: counts.map(([, times]) => times) },
        looked.map(({ slot }) => heldBy(slot)),
      );
      return looked
        .map(({ slot, cosine }, k) => ({ slot, cosine, alike: cosine + alike[k]! }))
        .sort((a, b) => b.alike - a.alike || a.slot - b.slot)
        .slice(0, most)
        .map(({ slot, cosine }) => ({ id: texts.ids[slot]!, cosine }));
    },
  };
}

import { type Lexicon, MOST_WORDS } from './terms.ts';
import { isCutShort, tokenize } from './tokens.ts';

/** Content words of texts as numbers, each spelling looked up once: for many texts at a time. */
export interface StemIds {
  /** As `Lexicon.stems`, each stem by its number; valid until the next call. */
  of(text: string): Int32Array;
  /** The stem of a number. */
  stem(id: number): string;
  readonly size: number;
}

/** What a spelling is worth where it is no stem's number: nothing, or what only the careful way can tell. */
const NOTHING = -1;
const UNSURE = -2;
/** Longer runs of letters are rare, and read the careful way. */
const LONGEST = 40;

const BETWEEN = 0;
const LETTER = 1;
const APOSTROPHE = 2;
const DOT = 3;
const SLASH = 4;
const ODD = 5;

const FOLDED = 'ªº²³¹¼½¾µ';
/** Up to here letters are told by their code alone, but those that NFKC or lower case takes apart. */
const LATIN = 0x180;
const KINDS = Uint8Array.from({ length: 0x2030 }, (_, code) => {
  const char = String.fromCharCode(code);
  if ("'`´’".includes(char)) return APOSTROPHE;
  if (char === '.') return DOT;
  if (char === '/') return SLASH;
  if (char === '&' || char === '\u00ad') return ODD;
  if (code >= LATIN) return code >= 0x2010 && code <= 0x2027 ? BETWEEN : ODD;
  if (!/[\p{L}\p{N}]/u.test(char)) return BETWEEN;
  return FOLDED.includes(char) || char.normalize('NFKC').toLowerCase().length > 1 || 'ŉſ'.includes(char)
    ? ODD
    : LETTER;
});

const grown = <Row extends Int32Array | Uint16Array>(row: Row, needed: number): Row => {
  if (needed <= row.length) return row;
  const larger = new (row.constructor as new (size: number) => Row)(needed * 2);
  larger.set(row);
  return larger;
};

export function createStemIds(lexicon: Lexicon): StemIds {
  const numbers = new Map<string, number>();
  const stems: string[] = [];
  const numberOf = (stem: string): number => {
    let number = numbers.get(stem);
    if (number === undefined) {
      number = stems.push(stem) - 1;
      numbers.set(stem, number);
    }
    return number;
  };
  /** Spellings by their hash, in an open table; their letters lie end to end. */
  let places = new Int32Array(1 << 14).fill(NOTHING);
  let letters = new Uint16Array(1 << 16);
  let starts = new Int32Array(1 << 12);
  let hashes = new Int32Array(1 << 12);
  let worth = new Int32Array(1 << 12);
  let cut = new Int32Array(1 << 12);
  let entries = 0;
  let found = new Int32Array(256);
  let size = 0;

  const put = (id: number): void => {
    found = grown(found, size + 1);
    found[size++] = id;
  };

  const settle = (entry: number): void => {
    let at = hashes[entry]! & (places.length - 1);
    while (places[at] !== NOTHING) at = (at + 1) & (places.length - 1);
    places[at] = entry;
  };

  const learn = (text: string, start: number, end: number, hash: number): number => {
    const entry = entries++;
    starts = grown(starts, entry + 2);
    [hashes, worth, cut] = [grown(hashes, entries), grown(worth, entries), grown(cut, entries)];
    const from = starts[entry]!;
    letters = grown(letters, from + end - start);
    for (let k = start; k < end; k++) letters[from + k - start] = text.charCodeAt(k);
    starts[entry + 1] = from + end - start;
    hashes[entry] = hash;
    const raw = text.slice(start, end);
    const [term] = lexicon.terms(tokenize(raw));
    worth[entry] = term === undefined ? NOTHING : numberOf(term.stem);
    // "aujourd'hui" is one word.
    cut[entry] = /^aujourd$/iu.test(raw) ? UNSURE : isCutShort(raw) ? NOTHING : worth[entry]!;
    if (entries * 2 > places.length) {
      places = new Int32Array(places.length * 2).fill(NOTHING);
      for (let k = 0; k < entries; k++) settle(k);
    } else settle(entry);
    return entry;
  };

  const entryOf = (text: string, start: number, end: number, hash: number): number => {
    const length = end - start;
    for (let at = hash & (places.length - 1); ; at = (at + 1) & (places.length - 1)) {
      const entry = places[at]!;
      if (entry === NOTHING) return learn(text, start, end, hash);
      if (hashes[entry] !== hash) continue;
      const from = starts[entry]!;
      if (starts[entry + 1]! - from !== length) continue;
      let k = 0;
      while (k < length && letters[from + k] === text.charCodeAt(start + k)) k++;
      if (k === length) return entry;
    }
  };

  /** False when the text has something only the careful way reads. */
  const scan = (text: string): boolean => {
    const { length } = text;
    let words = 0;
    let start = NOTHING;
    let hash = 0;
    for (let at = 0; at <= length; at++) {
      const code = at < length ? text.charCodeAt(at) : 32;
      const kind = code < KINDS.length ? KINDS[code]! : ODD;
      if (kind === LETTER) {
        if (start === NOTHING) {
          start = at;
          hash = 0;
        }
        hash = (Math.imul(hash, 31) + code) | 0;
        continue;
      }
      if (kind === ODD || (kind === SLASH && text.charCodeAt(at + 1) === code)) return false;
      if (start === NOTHING) continue;
      // Initials, and addresses of pages.
      if (kind === DOT && at + 1 < length && KINDS[text.charCodeAt(at + 1)] !== BETWEEN) return false;
      if (at - start > LONGEST || words >= MOST_WORDS) return false;
      const entry = entryOf(text, start, at, hash);
      const id = kind === APOSTROPHE ? cut[entry]! : worth[entry]!;
      if (id === UNSURE) return false;
      if (id !== NOTHING) put(id);
      words += 1;
      start = NOTHING;
    }
    return true;
  };

  return {
    get size() {
      return stems.length;
    },
    stem: (id) => stems[id]!,
    of(text) {
      size = 0;
      if (scan(text)) return found.subarray(0, size);
      size = 0;
      for (const stem of lexicon.stems(text)) put(numberOf(stem));
      return found.subarray(0, size);
    },
  };
}

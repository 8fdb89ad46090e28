import type { WordsId } from '../ids.ts';
import type { Extract } from '../proposal/model.ts';
import type { SynthesisBody } from './model.ts';

/** Hexadecimal SHA-256 of the UTF-8 text. */
export type Sha256 = (text: string) => string;

/** What stands for an extract in the hash, so that the hash survives the erasure of the words. */
export interface Commitment {
  /** `words:start-end`, or `words` for a whole text of the staff. */
  readonly of: string;
  readonly sha256: string;
}

/** A text and its salt, which is as long as a hash, secret, and erased with the text. */
export interface SaltedWords {
  readonly text: string;
  readonly salt: string;
}

/** The commitments of a body, made once, when it is signed. Throws when words are already gone: drop them first. */
export function commit(
  body: SynthesisBody,
  wordsOf: (id: WordsId) => SaltedWords | null,
  sha256: Sha256,
): Commitment[] {
  return textsOf(body).map(([of, text]) => {
    const words = wordsOf(text.words);
    if (words === null) throw new Error(`the words of ${of} are gone: no commitment can be made`);
    return { of, sha256: sha256(words.salt + cut(words.text, text)) };
  });
}

/**
 * The hash of a signed synthesis, over its structure and commitments. `salt` is secret and kept with the synthesis:
 * without it, anyone could try small figures until the published hash matches.
 */
export const hashOf = (
  body: SynthesisBody,
  commitments: readonly Commitment[],
  salt: string,
  sha256: Sha256,
): string => sha256(canonical({ body, commitments, salt }));

/** Texts that no longer match what was signed; erased ones can't be checked and are left out. */
export function tampered(
  body: SynthesisBody,
  commitments: readonly Commitment[],
  wordsOf: (id: WordsId) => SaltedWords | null,
  sha256: Sha256,
): string[] {
  const committed = new Map(commitments.map((commitment) => [commitment.of, commitment.sha256]));
  return textsOf(body).flatMap(([of, text]) => {
    const words = wordsOf(text.words);
    return words === null || committed.get(of) === sha256(words.salt + cut(words.text, text)) ? [] : [of];
  });
}

/** JSON with sorted keys and no space: one text for one value. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') {
    const text = JSON.stringify(value);
    if (text === undefined) throw new Error(`no JSON for a ${typeof value}`);
    return text;
  }
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

type TextRef = Extract | { readonly words: WordsId };

const cut = (text: string, extract: TextRef): string =>
  'start' in extract ? text.slice(extract.start, extract.end) : text;

function textsOf(body: SynthesisBody): [string, TextRef][] {
  const texts = new Map<string, TextRef>();
  const whole = (words: WordsId | null): void => {
    if (words !== null) texts.set(words, { words });
  };
  const extract = (quote: Extract | null): void => {
    if (quote !== null) texts.set(`${quote.words}:${quote.start}-${quote.end}`, quote);
  };
  whole(body.introduction);
  for (const axis of body.axes) {
    whole(axis.introduction);
    for (const theme of axis.themes) {
      whole(theme.title ?? null);
      theme.quotes.forEach(extract);
    }
    for (const line of [...axis.lines, ...axis.disagreements]) {
      whole(line.words);
      extract(line.quote);
      extract(line.opposed?.quote ?? null);
      extract(line.opposed?.other ?? null);
    }
  }
  (body.annex ?? []).forEach(extract);
  for (const { quote } of body.nuances ?? []) extract(quote);
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1));
}

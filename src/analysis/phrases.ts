import { type Token, tokenize } from './tokens.ts';

export interface PhraseMatch<Value> {
  readonly value: Value;
  /** Number of tokens covered. */
  readonly length: number;
}

interface Phrase<Value> {
  readonly forms: readonly string[];
  readonly value: Value;
}

/** Finds given phrases in a row of tokens, accents, case, hyphens and kind of apostrophe aside; the longest wins. */
export interface Phrases<Value> {
  at(tokens: readonly Token[], index: number): PhraseMatch<Value> | null;
}

export function createPhrases<Value>(entries: Iterable<readonly [string, Value]>): Phrases<Value> {
  const byFirst = new Map<string, Phrase<Value>[]>();
  for (const [text, value] of entries) {
    const forms = tokenize(text).map((token) => token.folded);
    const first = forms[0];
    if (first === undefined) continue;
    const phrases = byFirst.get(first) ?? [];
    phrases.push({ forms, value });
    byFirst.set(first, phrases);
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.forms.length - a.forms.length);
  return {
    at(tokens, index) {
      const first = tokens[index];
      if (first === undefined) return null;
      for (const { forms, value } of byFirst.get(first.folded) ?? []) {
        if (forms.every((form, k) => tokens[index + k]?.folded === form))
          return { value, length: forms.length };
      }
      return null;
    },
  };
}

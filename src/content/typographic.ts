import type { Lang } from '../core/consultation/model.ts';

const STRAIGHT = /(?<=\p{L})'(?=\p{L})|(?<=\p{L}s)'(?=[\s,.;:?!)]|$)(?<!(?:^|[\s(])'.*)/gsu;

/** The apostrophes of print, whatever the keyboard gave: l’ESS, the employers’ group. Quotation marks stay. */
export const typographic = (text: string): string => text.replace(STRAIGHT, '’');

/** A content whose texts in several languages are typographic; keys, words to recognise and names of places are not touched. */
export function withTypographicTexts<T>(content: T, languages: readonly Lang[]): T {
  const known = new Set<string>(languages);
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const local = entries.every(([key, one]) => known.has(key) && typeof one === 'string');
    return Object.fromEntries(entries.map(([key, one]) => [key, local ? typographic(one) : walk(one)]));
  };
  return walk(content) as T;
}

/** A document before it has a format: every writer puts down these parts, in this order, and adds nothing. */

/** People's and the team's own words are `quoted`; the rest is the program's, set by each language's rules. */
export type Span =
  | string
  | { readonly strong: string }
  | { readonly quoted: string }
  /** At the foot of the page where the format has one, else beside it or at the end. */
  | { readonly note: string };

export type Part =
  | { readonly is: 'heading'; readonly level: 2 | 3 | 4; readonly text: string }
  | { readonly is: 'text'; readonly spans: readonly Span[]; readonly quiet?: true }
  | { readonly is: 'list'; readonly items: readonly (readonly Span[])[] }
  /** Somebody's own words, and who is named for them. */
  | { readonly is: 'quote'; readonly text: string; readonly by: string | null }
  | {
      readonly is: 'table';
      readonly caption: string;
      /** Names of the columns; the first one names the rows. */
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Outline {
  readonly lang: string;
  /** Above the title: what it belongs to. */
  readonly eyebrow: string;
  readonly title: string;
  /** Who, when, by which rule: below the title. */
  readonly facts: readonly string[];
  readonly parts: readonly Part[];
}

export const heading = (level: 2 | 3 | 4, text: string): Part => ({ is: 'heading', level, text });
export const text = (...spans: readonly Span[]): Part => ({ is: 'text', spans });
export const quiet = (...spans: readonly Span[]): Part => ({ is: 'text', spans, quiet: true });
export const items = (...all: readonly (readonly Span[])[]): Part[] =>
  all.length === 0 ? [] : [{ is: 'list', items: all }];

/** Written by `write`, which trims what it cleans, with the space that was at either end. */
export function edged(said: string, write: (said: string) => string): string {
  const [, before, after] = /^(\s?).*?(\s?)$/su.exec(said)!;
  return said.trim() === '' ? ' ' : `${before}${write(said)}${after}`;
}

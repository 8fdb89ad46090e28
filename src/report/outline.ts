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
    }
  /** A drawing without text around it: what it is, and what it shows in words for who does not see it. */
  | {
      readonly is: 'figure';
      readonly caption: string;
      readonly alt: string;
      /** Whole by itself: no style or letters of a page's. */
      readonly svg: string;
      /** Of the drawing, in its own units. */
      readonly width: number;
      readonly height: number;
    };

export type Drawn = Extract<Part, { is: 'figure' }>;
/** PNG of an SVG. */
export type Picture = (svg: string) => Promise<Uint8Array>;

/** Each drawing of a document as a picture, for the formats that hold pictures. */
export async function picturesOf(
  { parts }: Outline,
  picture: Picture,
): Promise<ReadonlyMap<Part, Uint8Array>> {
  const pictures = new Map<Part, Uint8Array>();
  for (const part of parts) if (part.is === 'figure') pictures.set(part, await picture(part.svg));
  return pictures;
}

/** As large as `width` lets it be, and `height`. */
export function fitted(
  drawn: { readonly width: number; readonly height: number },
  { width, height }: { readonly width: number; readonly height: number },
): { readonly width: number; readonly height: number } {
  const scale = Math.min(width / drawn.width, height / drawn.height);
  return { width: drawn.width * scale, height: drawn.height * scale };
}

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

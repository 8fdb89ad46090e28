/**
 * A font that shapes what is between digits once. pdfkit keeps each word it has shaped, yet ten thousand references are
 * as many words. For typefaces whose digits change nothing of what is beside them (no kerning, no ligature).
 */
export interface Shaper {
  layout(text: string, features?: unknown): Shaped;
}

/** Lengths in the units of the font. Who is given one may scale its positions: they are nobody else's. */
export interface Shaped {
  readonly glyphs: readonly unknown[];
  readonly positions: readonly { readonly xAdvance: number }[];
  readonly advanceWidth: number;
}

export function shapedOnce(font: Shaper): void {
  const shape = font.layout.bind(font);
  const known = new Map<string, Shaped>();
  const once = (part: string): Shaped => {
    const shaped = known.get(part) ?? shape(part);
    known.set(part, shaped);
    return shaped;
  };
  font.layout = (text, features) => {
    if (features !== undefined || !/\d/u.test(text)) return shape(text, features);
    const parts = text.split(/(\d)/u).filter((part) => part !== '');
    const shaped = parts.map(once);
    const positions = shaped.flatMap((part) => part.positions.map((position) => ({ ...position })));
    return {
      glyphs: shaped.flatMap(({ glyphs }) => glyphs),
      positions,
      get advanceWidth() {
        return positions.reduce((all, { xAdvance }) => all + xAdvance, 0);
      },
    };
  };
}

/** Where a long text may be cut. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

// From the best place to the least good: after a blank line, a line, a sentence, a word.
const PLACES = [/\n\s*\n\s*/gu, /\n\s*/gu, /[.!?…;:]["'»”)\]]*\s+/gu, /\s+/gu];

/**
 * An offset in `text`, above 0 and at most `room` (> 0): never inside a grapheme, unless one alone is longer than
 * `room` (then never inside a surrogate pair). The text's end when it fits.
 */
export function cut(text: string, room: number): number {
  if (text.length <= room) return text.length;
  // One grapheme rarely passes 32 units; the window only has to show where the last one within `room` ends.
  const window = text.slice(0, room + 32);
  const segments = graphemes.segment(window);
  const boundary = (at: number) => at >= window.length || segments.containing(at)?.index === at;
  for (const place of PLACES) {
    let best = 0;
    for (const found of window.matchAll(place)) {
      const end = found.index + found[0].length;
      if (end > room) break;
      if (boundary(end)) best = end;
    }
    if (best > room / 2) return best;
  }
  const last = segments.containing(room)?.index ?? room;
  if (last > 0) return last;
  const low = text.charCodeAt(room);
  return room > 1 && low >= 0xdc00 && low <= 0xdfff ? room - 1 : room;
}

// Making a segmenter takes milliseconds: they are made once.
const SEGMENTERS = (['sentence', 'word', 'grapheme'] as const).map(
  (granularity) => new Intl.Segmenter('fr', { granularity }),
);

/**
 * The beginning of a text, trimmed, at most `most` UTF-16 units: whole sentences if they fill half of it, else whole
 * words, else whole characters. Always an exact extract.
 */
export function excerpt(text: string, most: number): { readonly text: string; readonly cut: boolean } {
  const trimmed = text.trim();
  if (trimmed.length <= most) return { text: trimmed, cut: false };
  for (const segmenter of SEGMENTERS) {
    let end = 0;
    // Twice the room is enough to see where the last unit that fits ends; long texts stay cheap.
    for (const { segment, index } of segmenter.segment(trimmed.slice(0, most * 2))) {
      if (index + segment.length > most) break;
      end = index + segment.length;
    }
    const begun = trimmed.slice(0, end).trimEnd();
    if (begun.length >= most / 2) return { text: begun, cut: true };
  }
  const halved = /[\uD800-\uDBFF]/.test(trimmed.charAt(most - 1));
  return { text: trimmed.slice(0, halved ? most - 1 : most), cut: true };
}

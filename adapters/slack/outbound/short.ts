/** Labels within Slack's figures, cut between graphemes. */

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Never empty: Slack refuses that. */
export function shortened(label: string, most: number): string {
  if (label.trim() === '') return '…';
  if (label.length <= most) return label;
  let kept = '';
  for (const { segment } of graphemes.segment(label.slice(0, most + 64))) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

export const plainText = (text: string, most: number) => ({
  type: 'plain_text' as const,
  text: shortened(text, most),
  emoji: false as const,
});

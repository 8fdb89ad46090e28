/** How people's text is made harmless to the eye: nothing invisible, no direction that leaks into what follows. */

const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const INVISIBLE =
  /\u034f|[\u00ad\uf8f0\uf8f1\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\uffa0\p{Cs}]/gu;
// Terminal escapes and NUL; tab, line feed and carriage return are layout.
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
// Joiners mean something inside emoji and in cursive or Indic scripts, nowhere else.
const STRAY_JOINERS =
  /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{fe0f})\u200d(?!\p{Script=Arabic}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Sinhala}|\p{Script=Malayalam})|(?<!\p{Script=Arabic}|\p{Script=Syriac}|\p{Script=Devanagari}|\p{Script=Bengali}|\p{Script=Malayalam}|\p{Script=Kannada}|\p{Script=Telugu})\u200c/gu;
// Tag characters spell hidden text; only flags of regions use them.
const HIDDEN_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]{0,7})[\u{e0000}-\u{e007f}]/gu;
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Most units `display` can add to a text. */
export const DISPLAY_OVERHEAD = 2;

/**
 * A person's text as it may be shown: zero-width and control characters removed; when it holds anything written from
 * right to left or a direction control, the controls are removed and the whole is isolated (FSI … PDI).
 */
export function display(text: string): string {
  const seen = text
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINERS, '')
    .replace(HIDDEN_TAGS, '');
  if (!RIGHT_TO_LEFT.test(seen)) return seen;
  return `\u2068${seen.replace(BIDI_CONTROLS, '')}\u2069`;
}

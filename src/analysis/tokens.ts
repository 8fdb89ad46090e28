export interface Token {
  /** NFKC, lower case, invisible characters removed. */
  readonly form: string;
  /** As written, invisible characters aside. */
  readonly written: string;
  /** `form` without accents. */
  readonly folded: string;
  /** UTF-16 offsets into the text as it was written. */
  readonly start: number;
  readonly end: number;
  /** True for what an apostrophe cut short: l', d', qu'… */
  readonly elided: boolean;
}

const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
const BODY = `\\p{L}\\p{N}\\p{M}${INVISIBLE}`;
const WORD = new RegExp(
  `https?://\\S+|www\\.\\S+|[Aa]ujourd['’]hui|(?:\\p{L}\\.){2,9}\\p{L}?(?![${BODY}])|\\p{L}&\\p{L}(?![${BODY}])|[\\p{L}\\p{N}][${BODY}]*`,
  'gu',
);
const LINK = /^(?:https?:\/\/|www\.\S)/u;
const invisible = new RegExp(`[${INVISIBLE}]`, 'gu');
const ELISIONS = new Set('l d j m t s n c qu lorsqu puisqu jusqu quoiqu'.split(' '));
const APOSTROPHES = new Set(["'", '’', 'ʼ', '`', '´', '＇']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII starts with them
const ASCII = /^[\u0000-\u007f]*$/;

/** Removes accents and ligatures; expects lower case. */
export function fold(form: string): string {
  if (ASCII.test(form)) return form;
  return form.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}

/** Whether an apostrophe after these letters cuts a word short: l', d', qu'… */
export const isCutShort = (raw: string): boolean => ELISIONS.has(formOf(raw));

function formOf(raw: string): string {
  if (ASCII.test(raw)) return raw.toLowerCase();
  return raw.replace(invisible, '').normalize('NFKC').toLowerCase();
}

/**
 * The words of a text in order, at most `most` of them. Hyphens separate, dots of acronyms don't (`S.C.I.C.` is
 * `scic`), numbers are words, links are not. The same text in NFC and NFD has the same forms.
 */
export function tokenize(text: string, most = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(WORD)) {
    if (tokens.length >= most) break;
    const raw = found[0];
    if (LINK.test(raw)) continue;
    const start = found.index;
    const end = start + raw.length;
    const form = raw.includes('.') ? formOf(raw.replaceAll('.', '')) : formOf(raw.replace('’', "'"));
    if (form === '') continue;
    const elided = APOSTROPHES.has(text.charAt(end)) && ELISIONS.has(form);
    const written = ASCII.test(raw) ? raw : raw.replace(invisible, '').normalize('NFC');
    tokens.push({ form, written, folded: fold(form), start, end, elided });
  }
  return tokens;
}

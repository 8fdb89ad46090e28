/** The spaces of French, put where the written forms are rendered. People's own words stay as they wrote them. */
import type { AxisDocument, LineText, QuoteText, SynthesisDocument } from '../core/synthesis/document.ts';

const NARROW = '\u202f';
const SPACES = '[ \\u00a0\\u202f]';
const BEFORE = new RegExp(
  `(?<!${SPACES})${SPACES}+(?=[;:!?»])|(?<=[\\p{L}\\p{N})\\]%])(?=[;!?](?:${SPACES}|$))`,
  'gu',
);
const AFTER = new RegExp(`(?<=«)${SPACES}*`, 'gu');
const NUMBER = new RegExp(`\\b[nN][°º]${SPACES}*(?=\\p{N})`, 'gu');
const THOUSANDS = new RegExp(`(?<=\\b\\d{1,3}(?:${SPACES}\\d{3}){0,3})${SPACES}(?=\\d{3}(?!\\d))`, 'gu');

/** Narrow no-break spaces in French text; any other language as it is. */
export function typeset(text: string, lang: string): string {
  if (!/^fr\b/iu.test(lang)) return text;
  return text
    .replace(BEFORE, NARROW)
    .replace(AFTER, NARROW)
    .replace(NUMBER, (found) => `${found.charAt(0)}°${NARROW}`)
    .replace(THOUSANDS, NARROW);
}

/** A number as the document's language writes it: 1 234, 1,234. */
export const numeral = (count: number, lang: string): string =>
  new Intl.NumberFormat(/^fr\b/iu.test(lang) ? 'fr-FR' : 'en-GB').format(count);

/** The whole document, ready to be written down: what the team and the program say, but no quote. */
export function typesetDocument(document: SynthesisDocument): SynthesisDocument {
  const { lang } = document;
  const set = (text: string): string => typeset(text, lang);
  const setOrNot = (text: string | null): string | null => (text === null ? null : set(text));
  const by = (quote: QuoteText): QuoteText => ({ ...quote, by: setOrNot(quote.by) });
  const line = (one: LineText): LineText => ({
    ...one,
    text: set(one.text),
    quote: one.quote === null ? null : by(one.quote),
  });
  const axis = (one: AxisDocument): AxisDocument => ({
    ...one,
    title: set(one.title),
    objective: set(one.objective),
    introduction: setOrNot(one.introduction),
    themes: one.themes.map((theme) => ({ ...theme, label: set(theme.label), quotes: theme.quotes.map(by) })),
    lines: one.lines.map(line),
    disagreements: one.disagreements.map(line),
  });
  return {
    ...document,
    consultation: {
      ...document.consultation,
      title: set(document.consultation.title),
      asker: set(document.consultation.asker),
    },
    introduction: setOrNot(document.introduction),
    colleges: document.colleges.map((college) => ({ ...college, label: set(college.label) })),
    axes: document.axes.map(axis),
    nuances: document.nuances.map((one) => ({ ...one, quote: one.quote && by(one.quote) })),
  };
}

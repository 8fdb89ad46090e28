/** From when to when, as plans say it: "2015-2017", "1er semestre 2016", "T2 2015", "mars 2016 à juin 2017", "dès 2016". */

const MONTHS: readonly RegExp[] = [
  /jan/u,
  /f[ée]v|feb/u,
  /mars|mar/u,
  /avr|apr/u,
  /mai|may/u,
  /juin|jun/u,
  /juil|jul/u,
  /ao[uû]t|aug/u,
  /sep/u,
  /oct/u,
  /nov/u,
  /d[ée]c/u,
];
const NAME =
  'janv(?:ier)?|january|f[ée]v(?:rier)?|february|mars|march|avr(?:il)?|april|mai|may|juin|june|juil(?:let)?|july|ao[uû]t|august|sept(?:embre|ember)?|oct(?:obre|ober)?|nov(?:embre|ember)?|d[ée]c(?:embre|ember)?';
const POINT = new RegExp(
  `(?:([1-4])(?:er|e|ème|st|nd|rd|th)?\\s*(trim|quarter|sem|half)\\p{L}*\\.?\\s*|([ts])([1-4])[\\s/-]*|(${NAME})\\.?\\s+|(0?[1-9]|1[0-2])/)?((?:19|20)\\d{2})(?!\\d)`,
  'giu',
);
const OPEN_END = /\b(?:dès|à partir|depuis|from|since|puis en continu)\b/iu;
const LONGEST = 300;

export interface Span {
  /** `2016` or `2016-03`; null where none is said. */
  readonly from: string | null;
  readonly to: string | null;
}

const month = (year: string, n: number): string => `${year}-${String(n).padStart(2, '0')}`;

/** Its first and last month of a text's points in time; years when no month is said. */
export function spanOf(text: string): Span {
  if (text.length > LONGEST) return { from: null, to: null };
  const points = [...text.matchAll(POINT)].map(([, nth, part, letter, digit, name, number, year]): Span => {
    const length = part ? (/^[tq]/iu.test(part) ? 3 : 6) : letter ? (/t/iu.test(letter) ? 3 : 6) : 0;
    const place = Number(nth ?? digit ?? 0);
    if (length > 0 && place * length <= 12)
      return { from: month(year!, (place - 1) * length + 1), to: month(year!, place * length) };
    const said = name ? MONTHS.findIndex((one) => one.test(name.toLowerCase())) + 1 : Number(number ?? 0);
    return said > 0 ? { from: month(year!, said), to: month(year!, said) } : { from: year!, to: year! };
  });
  const first = points[0]?.from ?? null;
  const last = points.at(-1)?.to ?? null;
  if (first !== null && last !== null && last.slice(0, 4) < first.slice(0, 4))
    return { from: null, to: null };
  return { from: first, to: points.length === 1 && OPEN_END.test(text) ? null : last };
}

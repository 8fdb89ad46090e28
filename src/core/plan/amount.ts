/** Amounts as administrations write them: "110 k€", "1,2 M€", "15 000 € HT", "10 à 20 k€ par an, dont 5 k€ Région". */
import type { Amount } from './model.ts';

/** What a number is counted in when it says so itself, or when the title of its column does. */
export type Scale = 1 | 1_000 | 1_000_000;

const SPACE = '[ \\u00a0\\u202f\\u2009]';
const NUMBER = `\\d{1,3}(?:${SPACE}\\d{3})+(?:,\\d{1,2})?|\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d{1,2})?|\\d+(?:[.,]\\d+)?`;
const UNIT = `(?:${SPACE}*(md|milliards?|m(?:illions?)?|k|milliers?|mille))?(?:${SPACE}*(?:d['’]|de${SPACE}))?${SPACE}*(€|euros?|eur\\b|e\\b)`;
const ONE = new RegExp(
  `(?:(\\d{1,2})${SPACE}*[x×]${SPACE}*)?(${NUMBER})(?:${SPACE}*(?:à|a|-|–|et|to)${SPACE}*(${NUMBER}))?${UNIT}`,
  'giu',
);
const BARE = new RegExp(`^${SPACE}*(${NUMBER})${SPACE}*$`, 'u');
const SCALES: Readonly<Record<string, number>> = { m: 1e6, k: 1e3, md: 1e9 };
const ABOUT =
  /(?:environ|env\.|près de|autour de|jusqu['’]à|max(?:imum|\.)?|plafond de|plafonné à|about|up to|at most|~|≈|<)\s*$/iu;
const MAX = /^[^+;,\n]{0,20}\b(?:maximum|max|environ)\b/iu;
const YEAR = /^\s*(?:(?:ht|ttc)\b)?\s*(?:\/\s*an\b|par an\b|annuels?\b|l['’]an\b|(?:a|per) year\b)/iu;
const TAX =
  /^\s*(?:\/\s*an|par an)?\s*\(?\s*(ht|ttc|h\.t\.|hors taxes?|excl\.? vat|incl\.? vat)(?![\p{L}])/iu;
const PART = /\b(?:dont|parmi lesquels|including|of which)\b[^+;\n]*$/iu;
const LONGEST = 2_000;

/** null for "1,200 €", which two readers read two ways. */
function figure(text: string, scaled: boolean): number | null {
  const plain = text.replace(/[\s\u00a0\u202f\u2009]/gu, '');
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/u.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  if (!scaled && /^\d{1,3}[.,]\d{3}$/u.test(plain)) return null;
  return Number(plain.replace(',', '.'));
}

const cents = (euros: number): number => Math.round(euros * 100) / 100;

/**
 * Every amount in euros of a text, in order; empty when there is none. A number alone is one when its column says what
 * it counts (`column`).
 */
export function amountsIn(text: string, column: Scale | null = null): Amount[] {
  if (text.length > LONGEST) return [];
  const alone = BARE.exec(text);
  if (alone) {
    const euros = column === null ? null : figure(alone[1]!, column > 1);
    return euros === null ? [] : [{ ...PLAIN, euros: cents(euros * column!) }];
  }
  const found: Amount[] = [];
  for (const match of text.matchAll(ONE)) {
    const [whole, times, low, high, scale] = match;
    const factor = scale === undefined ? 1 : (SCALES[short(scale)] ?? 1_000);
    const from = figure(low!, factor > 1);
    const to = high === undefined ? null : figure(high, factor > 1);
    if (from === null || (high !== undefined && (to === null || to <= from))) return [];
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + whole.length);
    const counted = times === undefined ? factor : factor * Number(times);
    found.push({
      euros: cents(from * counted),
      upTo: to === null ? null : cents(to * counted),
      tax: taxOf(after),
      per: YEAR.test(after) ? 'year' : null,
      about: ABOUT.test(before) || MAX.test(after),
      part: found.length > 0 && PART.test(before),
    });
  }
  return found;
}

const PLAIN: Amount = { euros: 0, upTo: null, tax: null, per: null, about: false, part: false };

const short = (scale: string): string =>
  /^md|^milliard/iu.test(scale) ? 'md' : /^m(?:illions?)?$/iu.test(scale) ? 'm' : 'k';

function taxOf(after: string): Amount['tax'] {
  const said = TAX.exec(after)?.[1]?.toLowerCase();
  if (said === undefined) return null;
  return /^(?:ttc|incl)/u.test(said) ? 'included' : 'excluded';
}

/** "Budget (k€)" counts in thousands, "Coût en euros" in euros; null when the title does not say. */
export function scaleOf(title: string): Scale | null {
  const unit =
    /(?:\bk|milliers d['’])\s*(?:€|euros?\b|e\b)|(?:\bm|millions d['’])\s*(?:€|euros?\b)|€|\beuros?\b/iu.exec(
      title,
    )?.[0];
  if (unit === undefined) return null;
  return /^(?:k|milliers)/iu.test(unit) ? 1_000 : /^m/iu.test(unit) ? 1_000_000 : 1;
}

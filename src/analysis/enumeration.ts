import type { Lang } from '../core/consultation/model.ts';
import { contentWords, isAnd, isIndefinite, isPartitive, leadOf, ties } from './needs.ts';
import { isInfinitive, type Start, startOf } from './starts.ts';
import type { Token } from './tokens.ts';

interface Item {
  /** Where its own words begin, after the comma and "et". */
  readonly from: number;
  readonly tokens: readonly Token[];
  readonly start: Start;
  /** A comma and "et" both stand before it. */
  readonly parted: boolean;
}

/** Words, in an enumeration of three or more, and on either side of ", et". */
const FEWEST = { among: 4, beside: 2 };
const LONGEST = 120;

const commaBefore = (text: string, tokens: readonly Token[], at: number): boolean =>
  text.slice(tokens[at - 1]!.end, tokens[at]!.start).includes(',');

function itemsOf(text: string, tokens: readonly Token[], lang: Lang): Item[] {
  const lead = startOf(tokens, lang).start === 'plain' ? leadOf(tokens, lang) : 0;
  const starts = [{ from: lead, ends: 0, parted: false }];
  for (let at = 1; at < tokens.length - 1; at++) {
    const comma = commaBefore(text, tokens, at);
    const and = isAnd(tokens[at]!);
    if (comma || and) starts.push({ from: at + (and ? 1 : 0), ends: at, parted: comma && and });
  }
  return starts.map(({ from, parted }, k) => {
    const own = tokens.slice(from, starts[k + 1]?.ends ?? tokens.length);
    return { from, parted, tokens: own, start: startOf(own, lang).start };
  });
}

/** Nothing in the first item takes the others in: "un lieu avec un bar, une scène et un jardin" is one need. */
function open({ tokens, start }: Item, lang: Lang): boolean {
  const inner = tokens.slice(1);
  if (inner.some(ties)) return false;
  return start === 'infinitive'
    ? !inner.some(({ folded }) => isInfinitive(folded, lang))
    : !inner.some((token) => isIndefinite(token, lang));
}

/**
 * Where the needs of an enumeration begin, the first one aside: "un guichet, un annuaire et une aide" are three. Empty
 * when it is one need. What is no need of its own stays with the one before it.
 */
export function enumeration(text: string, tokens: readonly Token[], lang: Lang): readonly number[] {
  if (tokens.length > LONGEST) return [];
  const [first, ...rest] = itemsOf(text, tokens, lang);
  if (first === undefined || (first.start !== 'noun-phrase' && first.start !== 'infinitive')) return [];
  const partitive = first.tokens.some((_, at) => at > 0 && isPartitive(first.tokens, at));
  const needs = rest.filter(
    (item) => item.start === first.start && !(partitive && isPartitive(item.tokens, 0)),
  );
  const words = [first, ...needs].map((item) => contentWords(item.tokens, lang));
  const fewest = first.start === 'infinitive' ? 2 : 1;
  const total = words.reduce((sum, n) => sum + n, 0);
  if (needs.length >= 2 && open(first, lang) && total >= FEWEST.among && words.every((n) => n >= fewest))
    return needs.map(({ from }) => from);
  const [beside] = rest.filter(
    ({ parted, start }) => parted && (start === 'noun-phrase' || start === 'infinitive'),
  );
  if (beside === undefined || (partitive && isPartitive(beside.tokens, 0))) return [];
  // A comma ends a noun phrase, not what somebody is to do: "aller les voir avec des jeunes, et montrer…".
  if (first.start === 'infinitive' && !open(first, lang)) return [];
  const before = contentWords(tokens.slice(first.from, beside.from), lang);
  const after = contentWords(tokens.slice(beside.from), lang);
  return before >= FEWEST.beside && after >= FEWEST.beside ? [beside.from] : [];
}

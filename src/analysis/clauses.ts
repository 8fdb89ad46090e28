import type { Lang } from '../core/consultation/model.ts';
import { enumeration } from './enumeration.ts';
import { contentWords, isAnd, isIndefinite, isPartitive, leadOf, ties } from './needs.ts';
import { createPhrases } from './phrases.ts';
import type { Span } from './spans.ts';
import { within } from './spans.ts';
import { isInfinitive, startOf } from './starts.ts';
import type { Token } from './tokens.ts';

/** Like "et": what follows may be a need of its own. */
const AS_WELL = createPhrases(
  ['ainsi que', 'ainsi qu', 'as well as'].map((phrase) => [phrase, true] as const),
);
const CONNECTORS = createPhrases(
  [
    'et aussi',
    'et puis',
    'mais aussi',
    'par ailleurs',
    'et par ailleurs',
    'et enfin',
    'et également',
    'and also',
    'and then',
  ].map((phrase) => [phrase, true] as const),
);
/** Both sides of "et" are needs of their own: a noun phrase or an infinitive each, and nothing that ties them. */
function parallel(left: readonly Token[], right: readonly Token[], lang: Lang): boolean {
  if (left.some(ties)) return false;
  const lead = leadOf(left, lang);
  const leadStart = startOf(left, lang);
  const shared = leadStart.start === 'plain' && lead > 0;
  const head = shared ? left.slice(lead) : left;
  const from = shared ? startOf(head, lang) : leadStart;
  const to = startOf(right, lang);
  const long = shared || to.start === 'infinitive' ? 3 : 2;
  if (contentWords(head, lang) < long || contentWords(right, lang) < long) return false;
  if (from.start === 'infinitive' && to.start === 'infinitive')
    return (
      !isInfinitive(left.at(-1)?.folded, lang) &&
      !head.slice(1).some((token) => isInfinitive(token.folded, lang))
    );
  if (from.start !== 'noun-phrase' || to.start !== 'noun-phrase' || from.length === 0) return false;
  const inner = head.slice(from.length);
  if (inner.some((token) => isIndefinite(token, lang))) return false;
  return !(isPartitive(right, 0) && inner.some((_, at) => isPartitive(inner, at)));
}

const MOST_LEFT = 40;
const MOST_RIGHT = 40;

function nextAnd(tokens: readonly Token[], from: number): number {
  const end = Math.min(tokens.length, from + MOST_RIGHT);
  for (let at = from + 1; at < end; at++) if (isAnd(tokens[at]!)) return at;
  return end;
}

/** Cuts a sentence where it says two things: at "et aussi", and at an "et" between two needs. Never within a word. */
export function clausesOf(text: string, tokens: readonly Token[], sentence: Span, lang: Lang): Span[] {
  const own = within(tokens, sentence);
  const spans: Span[] = [];
  let from = 0;
  let start = sentence.start;
  for (let at = 1; at < own.length - 1; at++) {
    const connector = CONNECTORS.at(own, at)?.length ?? 0;
    const and = connector > 0 ? 0 : (AS_WELL.at(own, at)?.length ?? (isAnd(own[at]!) ? 1 : 0));
    if (connector + and === 0) continue;
    // Only a stretch on either side is looked at: a long row of "et" stays linear.
    const left = own.slice(Math.max(from, at - MOST_LEFT - 1), at);
    const right = own.slice(at + connector + and, nextAnd(own, at + connector + and));
    const cut =
      connector > 0
        ? contentWords(left, lang) >= 2 && contentWords(right, lang) >= 2
        : left.length <= MOST_LEFT && parallel(left, right, lang);
    if (!cut) continue;
    spans.push({ start, end: own[at]!.start });
    from = at + connector + and;
    start = own[from]?.start ?? sentence.end;
    // An opening quotation mark belongs to what it opens.
    if (/[«"“(]/u.test(text.charAt(start - 1))) start -= 1;
    at = from;
  }
  spans.push({ start, end: sentence.end });
  return spans.flatMap((span) => needsOf(text, within(own, span), span, lang));
}

/** The needs that one clause enumerates, or the clause itself. */
function needsOf(text: string, tokens: readonly Token[], clause: Span, lang: Lang): Span[] {
  const starts = enumeration(text, tokens, lang).map((at) => tokens[at]!.start);
  const edges = [clause.start, ...starts];
  return edges.map((start, k) => ({ start, end: endBefore(text, edges[k + 1] ?? null, clause.end) }));
}

/** Without the comma and "et" that lead to the next need. */
function endBefore(text: string, next: number | null, otherwise: number): number {
  if (next === null) return otherwise;
  const lead = /(?:,\s{0,5}|\s)(?:(?:et|and|\+)\s{1,5})?$/iu.exec(text.slice(Math.max(0, next - 16), next));
  return next - (lead?.[0].length ?? 0);
}

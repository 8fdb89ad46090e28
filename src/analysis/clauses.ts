import type { Lang } from '../core/consultation/model.ts';
import { findCues } from './kind.ts';
import { createPhrases } from './phrases.ts';
import type { Span } from './spans.ts';
import { within } from './spans.ts';
import { isInfinitive, startOf } from './starts.ts';
import { stopWords } from './stop-words.ts';
import type { Token } from './tokens.ts';

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
const AND = new Set(['et', 'and', '+']);
/** After these, what follows "et" may belong to what precedes it. */
const HOLDING = new Set(
  'entre soit tant autant avec dont ou comme chez parmi via sous between both with where including like'.split(
    ' ',
  ),
);
/** Not `des`, which after a noun is "de les". */
const INDEFINITE = { fr: new Set('un une qqn quelques'.split(' ')), en: new Set('a an some'.split(' ')) };
const PARTITIVE = new Set(['du', 'des', 'de']);

/** Words that carry content, in a row. */
export function contentWords(tokens: readonly Token[], lang: Lang): number {
  const stop = stopWords(lang);
  return tokens.reduce((n, token) => n + (token.elided || stop.has(token.folded) ? 0 : 1), 0);
}

/** True for a determiner as in "de la tréso", "du temps", whose "de" is not a plain genitive. */
const partitiveAt = (tokens: readonly Token[], at: number): boolean => {
  const first = tokens[at]?.folded;
  if (first === 'du' || first === 'des') return true;
  return first === 'de' && ['la', 'l'].includes(tokens[at + 1]?.folded ?? '');
};

/** Both sides of "et" are needs of their own: a noun phrase or an infinitive each, and nothing that ties them. */
function parallel(left: readonly Token[], right: readonly Token[], lang: Lang): boolean {
  if (left.some((token) => HOLDING.has(token.folded))) return false;
  const cue = findCues(left.slice(0, 4), lang)[0];
  const lead = cue === undefined || cue.at > 1 ? 0 : cue.at + cue.length;
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
  if (inner.some((token) => INDEFINITE[lang.startsWith('fr') ? 'fr' : 'en'].has(token.folded))) return false;
  const partitive = PARTITIVE.has(right[0]?.folded ?? '') && partitiveAt(right, 0);
  return !(partitive && inner.some((_, at) => partitiveAt(inner, at)));
}

const MOST_LEFT = 40;
const MOST_RIGHT = 40;

function nextAnd(tokens: readonly Token[], from: number): number {
  const end = Math.min(tokens.length, from + MOST_RIGHT);
  for (let at = from + 1; at < end; at++) if (AND.has(tokens[at]!.folded)) return at;
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
    const and = connector === 0 && AND.has(own[at]!.folded) ? 1 : 0;
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
  return spans;
}

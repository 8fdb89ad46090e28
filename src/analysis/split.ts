import type { Lang } from '../core/consultation/model.ts';
import { type Block, blocksOf } from './blocks.ts';
import { clausesOf } from './clauses.ts';
import { findCues } from './kind.ts';
import { contentWords } from './needs.ts';
import { sentencesOf } from './sentences.ts';
import { greeting, isClosing, isSmallTalk } from './small-talk.ts';
import { type Span, trim, within } from './spans.ts';
import { startOf } from './starts.ts';
import { MOST_WORDS } from './terms.ts';
import type { Token } from './tokens.ts';

export interface Piece extends Span {
  /** Asks something and says nothing else: every sentence ends with a question mark, or the last of a short one. */
  readonly asks: boolean;
}

/** Beyond this many, what remains of a message stays in the last idea: nothing is lost, nothing runs away. */
export const MOST_IDEAS = 40;

/** Words. */
const SHORT_QUESTION = 15;

interface Clause extends Piece {
  readonly tokens: readonly Token[];
  /** What stands before it: the start of the block, another sentence, a semicolon or plus, or a cut within the sentence. */
  readonly after: 'start' | 'sentence' | 'addition' | 'cut';
}

/** After "Bonjour Claire," the rest of the sentence; null when nothing else is said. */
function afterGreeting(text: string, clause: Clause): Clause | null {
  const skipped = greeting(clause.tokens);
  if (skipped === 0) return clause;
  const names = /^\s+\p{Lu}[\p{L}\p{M}-]{0,30}(?:\s+\p{Lu}[\p{L}\p{M}-]{0,30})?\s*[,!.]/u;
  const end = clause.tokens[skipped - 1]!.end;
  const named = names.exec(text.slice(end, Math.min(clause.end, end + 80)));
  const start = end + (named?.[0].length ?? 0);
  const tokens = within(clause.tokens, { start, end: clause.end });
  return tokens.length === 0 ? null : { ...clause, start, tokens };
}

function clausesOfBlock(text: string, tokens: readonly Token[], block: Block, lang: Lang): Clause[] {
  return sentencesOf(text, block).flatMap((sentence, n, sentences) => {
    const previous = sentences[n - 1];
    const before = previous === undefined ? 'start' : previous.adds ? 'addition' : 'sentence';
    return clausesOf(text, tokens, sentence, lang).map((span, k, all) => ({
      ...span,
      asks: sentence.asks && k === all.length - 1,
      tokens: within(tokens, span),
      after: k > 0 ? ('cut' as const) : before,
    }));
  });
}

interface Group {
  readonly first: Clause;
  last: Clause;
  carries: boolean;
  /** Every clause asks. */
  asks: boolean;
  words: number;
}

/** True for what says an idea by itself, rather than explaining its neighbour. */
function carries(clause: Clause, lang: Lang): boolean {
  const { start } = startOf(clause.tokens, lang);
  if (start === 'noun-phrase' || start === 'infinitive') return true;
  return findCues(clause.tokens, lang).some((cue) => cue.kind !== 'question');
}

function opensIdea(clause: Clause, group: Group | undefined, own: boolean, lang: Lang): boolean {
  if (group === undefined || clause.after === 'cut') return true;
  const { start } = startOf(clause.tokens, lang);
  if (start === 'explains' || contentWords(clause.tokens, lang) < 2) return false;
  return start === 'separate' || clause.after === 'addition' || (own && group.carries);
}

function grouped(clauses: readonly Clause[], lang: Lang): Piece[] {
  const groups: Group[] = [];
  for (const clause of clauses) {
    const { start, length } = startOf(clause.tokens, lang);
    const group = groups.at(-1);
    const own = carries(clause, lang);
    if (group !== undefined && !opensIdea(clause, group, own, lang)) {
      group.last = clause;
      group.carries ||= own;
      group.asks &&= clause.asks;
      group.words += clause.tokens.length;
      continue;
    }
    const skipped =
      start === 'separate' && groups.length > 0
        ? (clause.tokens[length]?.start ?? clause.start)
        : clause.start;
    groups.push({
      first: { ...clause, start: skipped },
      last: clause,
      carries: own,
      asks: clause.asks,
      words: clause.tokens.length,
    });
  }
  return groups.map(({ first, last, asks, words }) => ({
    start: first.start,
    end: last.end,
    asks: asks || (last.asks && words <= SHORT_QUESTION),
  }));
}

/**
 * The ideas of a message as exact extracts, in order, without bullets, greetings or thanks; empty when nothing is said.
 * Sentences that explain stay with what they explain. `tokens` are those of `text`, or of its beginning.
 */
export function splitIdeas(text: string, tokens: readonly Token[], lang: Lang): Piece[] {
  const pieces: Piece[] = [];
  const capped = tokens.length >= MOST_WORDS;
  if (tokens.length === 0) return [];
  for (const block of blocksOf(capped ? text.slice(0, tokens.at(-1)!.end) : text)) {
    if (pieces.length > MOST_IDEAS) break;
    const clauses: Clause[] = [];
    for (const raw of clausesOfBlock(text, tokens, block, lang)) {
      if (raw.tokens.length === 0) continue;
      if (isClosing(raw.tokens) || (raw.tokens.length <= 6 && isSmallTalk(raw.tokens))) continue;
      const clause = pieces.length + clauses.length === 0 ? afterGreeting(text, raw) : raw;
      if (clause !== null && (clause === raw || !isClosing(clause.tokens))) clauses.push(clause);
    }
    pieces.push(...grouped(clauses, lang));
  }
  const ideas = pieces.slice(0, MOST_IDEAS).flatMap((piece) => {
    const span = trim(text, piece);
    return span === null ? [] : [{ ...span, asks: piece.asks }];
  });
  const last = ideas.at(-1);
  if (last === undefined || (pieces.length <= MOST_IDEAS && !capped)) return ideas;
  const whole = trim(text, { start: last.start, end: text.length }) ?? last;
  return [...ideas.slice(0, -1), { ...whole, asks: false }];
}

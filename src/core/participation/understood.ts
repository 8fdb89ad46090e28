/** "Did we understand you?", counted: one person once, by their last word. */
import type { ProposalId } from '../ids.ts';
import type { Instant } from '../time.ts';
import { atLeast } from './at-least.ts';

export interface ReviewAnswer {
  readonly answer: 'confirmed' | 'corrected' | 'withdrawn';
  /** The one they corrected or withdrew; null for all of theirs. */
  readonly proposalId: ProposalId | null;
  readonly at: Instant;
}

/** Somebody who was asked: whether it reached them, and all they answered, in any order. */
export interface Asked {
  readonly reached: boolean;
  readonly answers: readonly ReviewAnswer[];
}

/** People: reached = confirmed + mended + corrected + withdrawn + silent; asked − reached were not reached yet. */
export interface Understood<Count extends number | null = number> {
  /** The round's key. */
  readonly round: string;
  readonly asked: Count;
  readonly reached: Count;
  /** "That's right", and nothing was ever corrected. */
  readonly confirmed: Count;
  /** "That's right", once something had been corrected. */
  readonly mended: Count;
  /** Something is still to be read otherwise than it was, whatever else they withdrew. */
  readonly corrected: Count;
  readonly withdrawn: Count;
  readonly silent: Count;
}

type Voice = Exclude<keyof Understood, 'round' | 'asked' | 'reached'>;

/** What somebody last said counts, and a correction is never hidden by what was withdrawn beside it. */
export function voiceOf({ answers }: Pick<Asked, 'answers'>): Voice {
  const said = answers.toSorted((a, b) => a.at - b.at).map(({ answer }) => answer);
  const agreed = said.lastIndexOf('confirmed');
  const since = said.slice(agreed + 1);
  if (since.includes('corrected')) return 'corrected';
  if (since.includes('withdrawn')) return 'withdrawn';
  if (agreed < 0) return 'silent';
  return said.includes('corrected') ? 'mended' : 'confirmed';
}

/** Whoever answered was reached, by whatever way. */
export function understoodIn(round: string, asked: readonly Asked[]): Understood {
  const reached = asked.filter((one) => one.reached || one.answers.length > 0);
  const voices = Map.groupBy(reached, voiceOf);
  const of = (voice: Voice): number => voices.get(voice)?.length ?? 0;
  return {
    round,
    asked: asked.length,
    reached: reached.length,
    confirmed: of('confirmed'),
    mended: of('mended'),
    corrected: of('corrected'),
    withdrawn: of('withdrawn'),
    silent: of('silent'),
  };
}

/**
 * As the public may read it: each count rounded down to a multiple of `smallest`, null below it. Exact counts would give
 * away by subtraction, from the figures of who answered or from an earlier synthesis, how few withdrew or were not asked.
 * Who was reached is left out: beside five voices of 4 people each, it would tell all five.
 */
export function understoodForAll(row: Understood, smallest: number): Understood<number | null> {
  const step = Math.max(1, smallest);
  const shown = (count: number): number | null => atLeast(count, smallest);
  return {
    round: row.round,
    asked: shown(row.asked),
    reached: step === 1 ? row.reached : null,
    confirmed: shown(row.confirmed),
    mended: shown(row.mended),
    corrected: shown(row.corrected),
    withdrawn: shown(row.withdrawn),
    silent: shown(row.silent),
  };
}

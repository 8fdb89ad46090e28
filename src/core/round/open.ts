import { daysLater, shownBetween } from '../consultation/local-day.ts';
import type { RoundContent } from '../consultation/model.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { Round } from './model.ts';

const DAY = 86_400_000;
/** Below this a round is opened with a warning (C3). */
export const SHORT_ROUND_DAYS = 21;

export interface Opening {
  readonly closesAt: Instant;
  /** True when the content's own close has passed and its length is kept from now. */
  readonly moved: boolean;
  readonly days: number;
  readonly short: boolean;
}

/**
 * Whether a round may open now, and until when. A close that has passed is moved by whole days, so that the round
 * keeps its length and its hour of closing by the clocks of `zone`. `asked` (an instant) overrides the content's. `live`: as a workshop.
 */
export function decideOpening(
  content: RoundContent,
  existing: Round | null,
  now: Instant,
  zone: string,
  asked: Instant | null = null,
  live = false,
): Opening | Refusal {
  if (live && (content.form !== 'workshop' || !content.sequences?.length))
    return refuse('not-a-workshop', { round: content.key });
  if (!live && content.form === 'workshop') return refuse('round-is-workshop', { round: content.key });
  if (!live && content.form !== 'written' && content.form !== 'validation')
    return refuse('round-form-not-yet', { round: content.key, form: content.form });
  if (existing && existing.state !== 'cancelled')
    return refuse('round-already-opened', { round: content.key });
  if (content.prompts.length === 0) return refuse('round-without-prompts', { round: content.key });
  if (asked !== null && asked <= now) return refuse('close-in-the-past', { round: content.key });
  const moved = asked === null && content.closesAt <= now;
  const closesAt =
    asked ??
    (moved
      ? daysLater(content.closesAt, Math.ceil(shownBetween(content.opensAt, now, zone) / DAY), zone)
      : content.closesAt);
  const days = Math.floor((closesAt - now) / DAY);
  return { closesAt, moved, days, short: !live && days < SHORT_ROUND_DAYS };
}

/** A round closed by mistake: by hand, before its day, and not so long ago (`sameDay`, where the consultation is). */
export function decideReopening(round: Round, now: Instant, sameDay: boolean): Refusal | null {
  if (round.state !== 'closed' || round.closedAt === null)
    return refuse('round-not-closed', { round: round.key });
  if (round.closedAt >= round.closesAt || now >= round.closesAt)
    return refuse('round-over', { round: round.key });
  return sameDay ? null : refuse('reopen-too-late', { round: round.key });
}

export function decideClosing(round: Round, now: Instant, reasoned: boolean): Refusal | null {
  if (round.state !== 'open') return refuse('round-not-open', { round: round.key });
  if (now < round.closesAt && !reasoned) return refuse('early-close-needs-reason', { round: round.key });
  return null;
}

/** What of a conversation on the page is also said by e-mail, and whether a letter still makes sense when it leaves. */
import type { Participation } from '../participation/model.ts';
import type { Instant } from '../time.ts';

/** The chat that waits to be opened: its messages call nobody. */
export const WAITS_TO_BE_OPENED = 'web';

/** What a person was just told in answer to them. Whatever else is queued for them comes unasked. */
const ANSWERS: ReadonlySet<string> = new Set([
  'answer',
  'receipt',
  'prompt',
  'farewell',
  'synthesis',
  // Said live, to those who are there.
  'workshop',
]);

/** Whether a delivery of that kind may have come unasked; an answer to what was said in that conversation has not. */
export const mayComeUnasked = (kind: string): boolean => !ANSWERS.has(kind);

/** Kinds that ask for something in a round: pointless once it was done, or can't be any more. */
export const CALLING = ['invitation', 'reminder', 'extension', 'behalf'] as const;
const CALLS: ReadonlySet<string> = new Set(CALLING);

const DAY = 86_400_000;
const MINUTE = 60_000;
/** Mail servers give up after a few days too. */
const TOO_OLD = 3 * DAY;

export interface Letter {
  readonly kind: string;
  readonly createdAt: Instant;
  /** The person has a mailbox and a name: they were not erased since. */
  readonly addressed: boolean;
  readonly stopped: boolean;
  /** False when the message it says again was called off. */
  readonly stands: boolean;
  /** null for a letter about no round. */
  readonly round: { readonly state: 'open' | 'closed' | 'cancelled'; readonly closesAt: Instant } | null;
  /** The person's, in that round. */
  readonly participations: readonly Pick<Participation, 'state' | 'answered' | 'passed'>[];
}

export type NotSent = 'erased' | 'stopped' | 'called-off' | 'round-over' | 'settled' | 'replaced' | 'too-old';

/** Why a letter is not to leave any more; null when it is. */
export function whyNotSent(letter: Letter, now: Instant): NotSent | null {
  const { kind, round, participations } = letter;
  if (!letter.addressed) return 'erased';
  if (letter.stopped) return 'stopped';
  if (!letter.stands) return 'called-off';
  if (now - letter.createdAt > TOO_OLD) return 'too-old';
  if (round?.state === 'cancelled') return 'called-off';
  if (!CALLS.has(kind) || round === null) return null;
  if (round.state !== 'open' || now >= round.closesAt) return 'round-over';
  // Somebody else speaks in their place since.
  if (participations.length === 0) return 'replaced';
  if (kind === 'behalf') return null;
  const over = participations.every(({ state }) => state !== 'invited' && state !== 'started');
  if (over) return 'settled';
  const begun = participations.some(({ answered, passed }) => answered.length + passed.length > 0);
  return begun && kind !== 'extension' ? 'settled' : null;
}

/** ms until a letter that was put off is tried again, after its n-th try: a minute, then twice as long, an hour at most. */
export const retryAfter = (attempts: number): number =>
  Math.min(MINUTE * 2 ** Math.min(attempts - 1, 10), 60 * MINUTE);

export const expired = (createdAt: Instant, now: Instant): boolean => now - createdAt > TOO_OLD;

const QUIET = { finished: 5 * MINUTE, started: 30 * MINUTE } as const;

/** How far back what somebody said is looked at: what was missed for longer is not recalled by a letter. */
export const RECALLED = 2 * DAY;

/**
 * Whether what somebody said is to be recalled by one letter: they have finished, or have been quiet for a while.
 * `lastSaid`: their last message, of whatever kind.
 */
export const recapIsDue = (lastSaid: Instant, finished: boolean, now: Instant): boolean =>
  now - lastSaid >= (finished ? QUIET.finished : QUIET.started);

import type { ConsultationId, PartnerId, RoundId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** `declined`: "not me", or no consent. `stopped`: asked for no more messages. */
export type ParticipationState = 'invited' | 'started' | 'finished' | 'declined' | 'stopped';

/** Stands among the answered for words that answered no prompt in particular: a prompt's key is never this. */
export const UNPROMPTED = '*';

/** One partner in one round. */
export interface Participation {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly roundId: RoundId;
  readonly partnerId: PartnerId;
  readonly state: ParticipationState;
  /** Prompt keys answered (UNPROMPTED among them) or passed, in the order it happened. */
  readonly answered: readonly string[];
  readonly passed: readonly string[];
  readonly invitedAt: Instant;
  /** When the invitation was delivered; null until then. */
  readonly reachedAt: Instant | null;
  /** When the person agreed to take part; null until then. */
  readonly consentedAt: Instant | null;
  readonly endedAt: Instant | null;
}

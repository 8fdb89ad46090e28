import type { ConsultationId, PersonId, RoundId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** A round that was opened; what it asks is in the content it cites, under `key`. */
export interface Round {
  readonly id: RoundId;
  readonly consultationId: ConsultationId;
  readonly key: string;
  /** 1; one more each time it is opened anew after it was cancelled. */
  readonly attempt: number;
  readonly contentId: string;
  readonly state: 'open' | 'closed' | 'cancelled';
  readonly openedAt: Instant;
  readonly openedBy: PersonId;
  readonly closesAt: Instant;
  readonly closedAt: Instant | null;
}

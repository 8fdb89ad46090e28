import type { ConsultationId, PartnerId, RoundId } from '../../core/ids.ts';
import type { Reaction } from '../../core/round/validation.ts';

export interface Reactions {
  add(row: Reaction, consultationId: ConsultationId): Promise<void>;
  /** Of a round, oldest first. */
  of(roundId: RoundId): Promise<readonly Reaction[]>;
  /** Of these partners, in all rounds, oldest first. */
  ofPartners(partners: readonly PartnerId[]): Promise<readonly Reaction[]>;
}

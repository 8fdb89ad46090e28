import type { DecisionStep } from '../../core/decision/model.ts';
import type { ConsultationId, DeliveryId, PartnerId, ProposalId, RoundId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export interface Decisions {
  add(steps: readonly DecisionStep[], consultationId: ConsultationId): Promise<void>;
  /** Oldest first. */
  of(consultationId: ConsultationId): Promise<readonly DecisionStep[]>;
}

export interface RestitutionRow {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly roundId: RoundId;
  readonly partnerId: PartnerId;
  readonly proposalIds: readonly ProposalId[];
  readonly deliveryId: DeliveryId;
  readonly createdAt: Instant;
  /** When its delivery left, null until then. */
  readonly sentAt: Instant | null;
}

export interface Restitutions {
  add(rows: readonly Omit<RestitutionRow, 'sentAt'>[]): Promise<void>;
  of(consultationId: ConsultationId): Promise<readonly RestitutionRow[]>;
}

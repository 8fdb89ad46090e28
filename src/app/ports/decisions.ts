import type { Dispute, DisputeOutcome } from '../../core/decision/dispute.ts';
import type { DecisionStep } from '../../core/decision/model.ts';
import type {
  ConsultationId,
  DeliveryId,
  PartnerId,
  PersonId,
  ProposalId,
  RoundId,
  WordsId,
} from '../../core/ids.ts';
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
  /** 1, then 2 when an answer changed and was sent again. */
  readonly n: number;
  readonly proposalIds: readonly ProposalId[];
  /** The deciding step told for each of them, in the same order. */
  readonly stepIds: readonly DecisionStep['id'][];
  readonly deliveryId: DeliveryId;
  readonly createdAt: Instant;
  /** When its delivery left, null until then. */
  readonly sentAt: Instant | null;
}

export interface Restitutions {
  add(rows: readonly Omit<RestitutionRow, 'sentAt'>[]): Promise<void>;
  of(consultationId: ConsultationId): Promise<readonly RestitutionRow[]>;
}

export interface Disputes {
  /** Its number is given here. */
  add(row: Omit<Dispute, 'number'>, consultationId: ConsultationId): Promise<Dispute>;
  /** All, in number order. */
  of(consultationId: ConsultationId): Promise<readonly Dispute[]>;
  byNumber(consultationId: ConsultationId, number: number): Promise<Dispute | null>;
  /** More of what the person has to say. */
  append(id: string, said: Dispute['said'][number]): Promise<void>;
  assign(id: string, readerId: PersonId | null): Promise<void>;
  /** False when another process reminded first. */
  remind(id: string, before: Instant | null, at: Instant): Promise<boolean>;
  /** False, and nothing changed, when it was answered before. */
  answer(
    id: string,
    as: {
      readonly outcome: DisputeOutcome;
      readonly reason: WordsId;
      readonly by: PersonId;
      readonly at: Instant;
    },
  ): Promise<boolean>;
}

import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Plan } from '../../core/plan/model.ts';
import type { Instant } from '../../core/time.ts';

/** Immutable: a plan as it stood from that day on. */
export interface PlanVersionRow {
  readonly id: string;
  readonly consultationId: ConsultationId;
  /** 1, 2, 3… in its consultation; the last one is in force. */
  readonly number: number;
  /** From the consultation's folder, from a table, or from a body's decision. */
  readonly origin: 'content' | 'import' | 'adoption';
  readonly plan: Plan;
  /** The body that adopted it and its business day, `YYYY-MM-DD`; null for the other origins. */
  readonly decision: { readonly body: string; readonly decidedOn: string } | null;
  /** Ids of the adjustments that it applies to the version before. */
  readonly adjustments: readonly string[];
  /** null for what came with the content. */
  readonly createdBy: PersonId | null;
  readonly createdAt: Instant;
}

export interface Plans {
  /** Its number is given here, under the consultation's lock. */
  add(row: Omit<PlanVersionRow, 'number'>): Promise<PlanVersionRow>;
  latest(consultationId: ConsultationId): Promise<PlanVersionRow | null>;
  byNumber(consultationId: ConsultationId, number: number): Promise<PlanVersionRow | null>;
  /** Oldest first. */
  of(consultationId: ConsultationId): Promise<readonly PlanVersionRow[]>;
}

import type { ConsultationId } from '../../core/ids.ts';
import type { Adjustment, AdjustmentStep, AdjustmentVersion } from '../../core/plan/adjustment.ts';
import type { Instant } from '../../core/time.ts';

export interface Adjustments {
  /** Its number is given here, under the consultation's lock. */
  add(
    row: Omit<Adjustment, 'number' | 'versions' | 'state'> & {
      readonly consultationId: ConsultationId;
      readonly first: AdjustmentVersion;
      readonly createdAt: Instant;
    },
  ): Promise<Adjustment>;
  revise(
    adjustment: Pick<Adjustment, 'id'>,
    consultationId: ConsultationId,
    version: AdjustmentVersion,
  ): Promise<void>;
  setState(id: string, state: Adjustment['state']): Promise<void>;
  /** In number order, withdrawn ones too. */
  of(consultationId: ConsultationId): Promise<readonly Adjustment[]>;
  addSteps(steps: readonly AdjustmentStep[], consultationId: ConsultationId): Promise<void>;
  /** Oldest first. */
  steps(consultationId: ConsultationId): Promise<readonly AdjustmentStep[]>;
}

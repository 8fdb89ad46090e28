import type { ConsultationId } from '../../core/ids.ts';
import type { Measure } from '../../core/plan/measure.ts';
import type { Instant } from '../../core/time.ts';

export interface Measures {
  add(measure: Measure, consultationId: ConsultationId): Promise<void>;
  /** In the order they were recorded, those taken back too. */
  of(consultationId: ConsultationId): Promise<readonly Measure[]>;
  takeBack(id: string, at: Instant): Promise<void>;
  markTold(ids: readonly string[], at: Instant): Promise<void>;
}

import type { ConsultationId } from '../../core/ids.ts';
import type { Alert } from '../../core/plan/alert.ts';
import type { Instant } from '../../core/time.ts';

export interface Alerts {
  add(alerts: readonly Alert[], consultationId: ConsultationId): Promise<void>;
  /** Those that are not over, in the order they came. */
  standing(consultationId: ConsultationId): Promise<readonly Alert[]>;
  clear(ids: readonly string[], at: Instant): Promise<void>;
}

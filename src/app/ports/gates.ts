import type { Passage } from '../../core/gate/gate.ts';
import type { ConsultationId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export interface Gates {
  add(passage: Passage, consultationId: ConsultationId): Promise<void>;
  /** In the order they were passed, those taken back too. */
  of(consultationId: ConsultationId): Promise<readonly Passage[]>;
  takeBack(id: string, at: Instant): Promise<void>;
}

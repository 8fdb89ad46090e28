import type { Consultation } from '../../core/consultation/model.ts';
import type { ConsultationId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export interface LoadedConsultation {
  readonly id: ConsultationId;
  readonly contentId: string;
  readonly salt: string;
  readonly content: Consultation;
}

export interface Consultations {
  byId(id: ConsultationId): Promise<LoadedConsultation | null>;
  byKey(key: string): Promise<LoadedConsultation | null>;
  all(): Promise<readonly LoadedConsultation[]>;
  /** Makes the consultation, or adds an immutable content version and puts it in force. */
  save(row: {
    id: ConsultationId;
    contentId: string;
    salt: string;
    content: Consultation;
    at: Instant;
  }): Promise<LoadedConsultation>;
  /** Locks the consultation until the commit. Conversations are locked before it, never after. */
  lock(id: ConsultationId): Promise<void>;
  /** Locks the consultation until the commit, raises its revision and takes `numbers` proposal numbers. */
  advance(id: ConsultationId, numbers: number): Promise<{ firstNumber: number; revision: number }>;
}

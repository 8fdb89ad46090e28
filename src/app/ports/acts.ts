import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export interface Act {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly actorId: PersonId;
  readonly role: string;
  readonly verb: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Ids, keys and numbers only: no text. */
  readonly refs: Readonly<Record<string, string | number | readonly string[]>>;
  readonly at: Instant;
}

export interface Acts {
  add(row: Act): Promise<void>;
  of(consultationId: ConsultationId, subjectId?: string): Promise<readonly Act[]>;
  /** Those of these verbs, oldest first. */
  done(consultationId: ConsultationId, verbs: readonly string[]): Promise<readonly Act[]>;
}

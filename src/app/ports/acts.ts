import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';

export interface Act {
  readonly id: string;
  readonly consultationId: ConsultationId;
  /** null for an office, which `role` names. */
  readonly actorId: PersonId | null;
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
  /** The newest of one person's, of these verbs, done since then; null when there is none. */
  last(
    consultationId: ConsultationId,
    actorId: PersonId,
    verbs: readonly string[],
    since: Instant,
  ): Promise<Act | null>;
  /** All of one person's since then, oldest first. */
  by(consultationId: ConsultationId, actorId: PersonId, since: Instant): Promise<readonly Act[]>;
  /** Those of these verbs, oldest first. */
  done(consultationId: ConsultationId, verbs: readonly string[]): Promise<readonly Act[]>;
}

import type { ConsultationId, PersonId } from '../../core/ids.ts';
import type { DigestSchedule } from '../../core/synthesis/digest-schedule.ts';
import type { Instant } from '../../core/time.ts';

/** What one member of the team has read, and wants to be sent. */
export interface DigestReader {
  readonly personId: PersonId;
  readonly consultationId: ConsultationId;
  /** The last digest told what came after `sinceAt` (null: from the beginning), up to `readAt`. */
  readonly sinceAt: Instant | null;
  readonly readAt: Instant | null;
  readonly schedule: DigestSchedule | null;
  /** Sent even when nothing is new. */
  readonly always: boolean;
  readonly nextAt: Instant | null;
}

export interface Digests {
  of(personId: PersonId): Promise<DigestReader | null>;
  save(row: DigestReader): Promise<void>;
  /** Those whose time has come, the first ones first. */
  due(consultationId: ConsultationId, now: Instant, limit: number): Promise<readonly DigestReader[]>;
  /** Moves on to the next time; false when another process did. */
  advance(personId: PersonId, from: Instant, to: Instant): Promise<boolean>;
}

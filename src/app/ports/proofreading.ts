import type { ConsultationId, PersonId, SynthesisId, WordsId } from '../../core/ids.ts';
import type { Touched } from '../../core/synthesis/history.ts';
import type { Instant } from '../../core/time.ts';

/** A colleague asked to read a draft before it is signed. */
export interface Proofreading {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly synthesisId: SynthesisId;
  readonly readerId: PersonId;
  readonly askedBy: PersonId;
  readonly askedAt: Instant;
  /** null until they say so. */
  readonly readAt: Instant | null;
  /** Their last remark; null when they had none. */
  readonly remark: WordsId | null;
}

export interface Proofreadings {
  /** Asked again, the same person has not read it yet. */
  ask(row: Proofreading): Promise<void>;
  /** In the order they were asked. */
  of(synthesisId: SynthesisId): Promise<readonly Proofreading[]>;
  read(id: string, at: Instant, remark: WordsId | null): Promise<void>;
}

/** One edit of a draft, with both sides of it: words by reference. */
export interface SynthesisEdit {
  readonly id: string;
  readonly consultationId: ConsultationId;
  readonly synthesisId: SynthesisId;
  readonly personId: PersonId;
  readonly edit: string;
  readonly before: Touched;
  readonly after: Touched;
  readonly at: Instant;
  readonly undoneAt: Instant | null;
}

export interface SynthesisEdits {
  add(row: SynthesisEdit): Promise<void>;
  /** Oldest first. */
  of(synthesisId: SynthesisId): Promise<readonly SynthesisEdit[]>;
  undo(id: string, at: Instant): Promise<void>;
}

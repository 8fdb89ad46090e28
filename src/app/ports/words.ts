import type { Lang } from '../../core/consultation/model.ts';
import type { ConsultationId, PersonId, WordsId } from '../../core/ids.ts';
import type { SaltedWords } from '../../core/synthesis/hash.ts';
import type { Instant } from '../../core/time.ts';

export interface WordsRow {
  readonly id: WordsId;
  readonly consultationId: ConsultationId | null;
  readonly personId: PersonId | null;
  readonly text: string;
  readonly lang: Lang | null;
  readonly writtenAt: Instant;
}

export interface WordsRepository {
  /** Any string survives: NUL and lone surrogates are stored as U+FFFD, so that offsets stay true. */
  add(rows: readonly WordsRow[]): Promise<void>;
  /** Says whose words these are: they stay theirs, whoever sent them. */
  give(id: WordsId, consultationId: ConsultationId, personId: PersonId): Promise<void>;
  /** Empties words of somebody who is nobody here. */
  forget(id: WordsId, at: Instant): Promise<void>;
  /** By id; null for what was erased, no entry for what never was. */
  texts(ids: readonly WordsId[]): Promise<ReadonlyMap<WordsId, string | null>>;
  /** With their secret salts, for commitments; erased ones are left out. */
  salted(ids: readonly WordsId[]): Promise<ReadonlyMap<WordsId, SaltedWords>>;
}

import type { ConsultationId, PersonId, RoundId, SynthesisId } from '../../core/ids.ts';
import type { Commitment } from '../../core/synthesis/hash.ts';
import type { Figures, SynthesisBody } from '../../core/synthesis/model.ts';
import type { Instant } from '../../core/time.ts';

export type Published = Figures;

export interface SynthesisRow {
  readonly id: SynthesisId;
  readonly consultationId: ConsultationId;
  /** 1, 2, 3… in its consultation: the signed ones follow each other. A dropped draft has given its number up, for one below 0. */
  readonly number: number;
  readonly contentId: string;
  readonly roundId: RoundId | null;
  readonly state: 'draft' | 'signed' | 'dropped';
  readonly body: SynthesisBody;
  readonly hash: string | null;
  /** Made when it is signed: what its words were, without them. */
  readonly commitments: readonly Commitment[] | null;
  readonly compiledAt: Instant;
  readonly signedBy: PersonId | null;
  readonly signedAt: Instant | null;
  readonly published: Published | null;
}

export interface Syntheses {
  /** Its number is given here; a draft before it is dropped, and gives its number up. */
  add(row: Omit<SynthesisRow, 'number'>): Promise<SynthesisRow>;
  /** The newest draft or signed one. */
  latest(consultationId: ConsultationId): Promise<SynthesisRow | null>;
  latestSigned(consultationId: ConsultationId): Promise<SynthesisRow | null>;
  byId(id: SynthesisId): Promise<SynthesisRow | null>;
  byNumber(consultationId: ConsultationId, number: number): Promise<SynthesisRow | null>;
  saveDraft(id: SynthesisId, body: SynthesisBody): Promise<void>;
  sign(
    id: SynthesisId,
    as: {
      by: PersonId;
      at: Instant;
      hash: string;
      commitments: readonly Commitment[];
      published: Published;
    },
  ): Promise<void>;
  /** What signed syntheses before made public, oldest first. */
  published(consultationId: ConsultationId): Promise<readonly Published[]>;
}

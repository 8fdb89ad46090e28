/**
 * The synthesis, as the core assembles it and as writers receive it. Every text a person wrote is an Extract until
 * `SynthesisDocument`, whose quotes are resolved and whose figures are already fit for its audience.
 */
import type { Attribution, Kind, Lang } from '../consultation/model.ts';
import type { PartnerId, ProposalId, Ref, WordsId } from '../ids.ts';
import type { Extract } from '../proposal/model.ts';
import type { Instant } from '../time.ts';

/** What grouping (see `analysis/`) says of the proposals of one axis. Every proposal given is in exactly one group. */
export interface Grouping {
  readonly groups: readonly Group[];
}

export interface Group {
  /** Distinctive words in readable surface form, or a theme label of the content; never words of one person alone. */
  readonly label: string;
  /** Most central first. */
  readonly members: readonly ProposalId[];
}

export interface GroupingInput {
  readonly id: ProposalId;
  readonly text: string;
  readonly theme: string | null;
}

/** One proposal as the synthesis sees it. */
export interface SynthesisProposal {
  readonly id: ProposalId;
  readonly ref: Ref;
  readonly axis: string | null;
  readonly kind: Kind | null;
  readonly college: string | null;
  readonly partnerId: PartnerId | null;
  readonly attribution: Attribution;
  readonly extract: Extract;
  /** Distinct people behind it: author, authors of what was merged into it, endorsers. */
  readonly supporters: readonly PartnerId[];
  /** For an objection: the proposals it answers, when known. */
  readonly about: readonly Ref[];
}

/** A count of people; null stands for a figure withheld because it, or one it gives away, is small. */
export type Figure = number | null;

/** Given against the invited base: reached = answered + passed + silent; invited − reached were never reached. */
export interface BaseRow {
  readonly college: string;
  readonly invited: number;
  readonly reached: Figure;
  readonly answered: Figure;
  readonly passed: Figure;
  readonly silent: Figure;
}

/** How many people of a college contributed on an axis. */
export interface ParticipationCell {
  readonly college: string;
  readonly axis: string;
  readonly people: Figure;
}

export interface Line {
  /** Stable within the synthesis: `1.3` is the third line of axis 1. */
  readonly id: string;
  readonly kind: 'theme' | 'single' | 'disagreement' | 'introduced';
  /** The machine's sentence, or null once a person reworded it. */
  readonly text: string | null;
  /** The person's words that replace it. */
  readonly words: WordsId | null;
  readonly quote: QuoteRef | null;
  readonly cites: readonly Ref[];
}

export interface QuoteRef extends Extract {
  readonly proposal: Ref;
}

export interface AxisSynthesis {
  readonly axis: string;
  readonly themes: readonly {
    readonly label: string;
    readonly proposals: readonly Ref[];
    readonly quotes: readonly QuoteRef[];
  }[];
  readonly lines: readonly Line[];
  readonly disagreements: readonly Line[];
  readonly singleVoices: readonly Ref[];
}

/** The immutable structure: what the hash is made of, with commitments in the place of words. */
export interface SynthesisBody {
  readonly lang: Lang;
  readonly base: readonly BaseRow[];
  readonly participation: readonly ParticipationCell[];
  readonly axes: readonly AxisSynthesis[];
  readonly unclassified: readonly Ref[];
}

/** What writers get. Figures are suppressed and quotes attributed for the audience; nothing more may be looked up. */
export interface SynthesisDocument {
  readonly audience: 'public' | 'internal';
  readonly lang: Lang;
  readonly consultation: { readonly key: string; readonly title: string; readonly asker: string };
  readonly number: number;
  readonly hash: string;
  readonly compiledAt: Instant;
  /** null while it is a draft: never published then (C12). */
  readonly signature: Signature | null;
  readonly introduction: string | null;
  readonly colleges: readonly { readonly key: string; readonly label: string }[];
  readonly base: readonly BaseRow[];
  readonly participation: readonly ParticipationCell[];
  readonly axes: readonly AxisDocument[];
  readonly unclassified: readonly Ref[];
}

export interface Signature {
  readonly by: string;
  readonly at: Instant;
}

export interface AxisDocument {
  readonly axis: string;
  readonly title: string;
  readonly objective: string;
  readonly themes: readonly {
    readonly label: string;
    readonly proposals: readonly Ref[];
    readonly quotes: readonly QuoteText[];
  }[];
  readonly lines: readonly LineText[];
  readonly disagreements: readonly LineText[];
  /** Who signed that the axis has no disagreement; null when it has some, or nobody signed yet (C10). */
  readonly noDisagreement: Signature | null;
  readonly singleVoices: readonly Ref[];
}

export interface LineText {
  readonly id: string;
  readonly text: string;
  readonly quote: QuoteText | null;
  readonly cites: readonly Ref[];
  /** True when a person reworded or introduced it. */
  readonly edited: boolean;
}

/** `text` is an exact extract of the proposal's current version; `by` how its author agreed to be named. */
export interface QuoteText {
  readonly proposal: Ref;
  readonly text: string;
  readonly by: string | null;
}

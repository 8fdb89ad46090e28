/** The synthesis, as the core assembles it and as it is signed: every text a person wrote is an Extract. */
import type { Attribution, Kind, Lang } from '../consultation/model.ts';
import type { PartnerId, PersonId, ProposalId, Ref, WordsId } from '../ids.ts';
import type { Understood } from '../participation/understood.ts';
import type { Extract } from '../proposal/model.ts';
import type { ReportFacts } from '../report/model.ts';
import type { ViewsRow } from '../round/validation.ts';
import type { Instant } from '../time.ts';

/** What grouping (see `analysis/`) says of the proposals of one axis. Every proposal given is in exactly one group. */
export interface Grouping {
  readonly groups: readonly Group[];
  /**
   * By proposal, closest first: for an objection what shares most words with it, then whatever shares several; for the
   * others what says nearly the same. Nothing of those without any.
   */
  readonly near?: ReadonlyMap<ProposalId, readonly ProposalId[]>;
}

export interface Group {
  /** A theme label of the content, '' when none fits. */
  readonly label: string;
  /**
   * At most two nouns its members share, in readable form: never words of one person alone, nor of people who chose
   * not to be quoted. Given where no theme fits, or to tell two groups of one theme apart.
   */
  readonly words: readonly string[];
  /** What somebody called it, in place of these. */
  readonly title?: WordsId | null;
  /** The id of the theme that lasts (see `core/theme/`). */
  readonly lasting?: string;
  /** Most central first. */
  readonly members: readonly ProposalId[];
}

export interface GroupingInput {
  readonly id: ProposalId;
  readonly text: string;
  readonly theme: string | null;
  /** null for a text without a known author: each counts as another person's. */
  readonly partnerId: PartnerId | null;
  /** False when its author chose not to be quoted. */
  readonly quotable: boolean;
  readonly objects?: boolean;
}

/** What one person said of one proposal: 1 stands behind it, -1 objects to it. */
export interface Vote {
  readonly person: PartnerId;
  readonly proposal: Ref;
  readonly vote: 1 | -1;
}

/** Groups of like-minded people (see `analysis/`), largest first, each with what it stands for more than others do. */
export interface OpinionGroups {
  readonly groups: readonly {
    readonly people: number;
    readonly stances: readonly { readonly proposal: Ref; readonly for: 'agree' | 'disagree' }[];
  }[];
  /** What each group stands behind, that which all stand behind most first. */
  readonly common: readonly Ref[];
}

/** One proposal as the synthesis sees it. */
export interface SynthesisProposal {
  readonly id: ProposalId;
  readonly ref: Ref;
  readonly axis: string | null;
  /** The machine alone put it there, less sure than the consultation wants it to be. */
  readonly axisUnsure?: true;
  /** null too where no word of it told the machine. */
  readonly kind: Kind | null;
  readonly college: string | null;
  readonly partnerId: PartnerId | null;
  readonly attribution: Attribution;
  readonly extract: Extract;
  /** Distinct people behind it: author, authors of what was merged into it, endorsers. */
  readonly supporters: readonly PartnerId[];
  /** Colleges of those among them who may be named so far, each once. */
  readonly colleges?: readonly string[];
  /** For an objection: the proposals it answers, when known. */
  readonly about: readonly Ref[];
  /** Proposals of others to which its author said it brings a nuance. */
  readonly nuanceOf?: readonly Ref[];
}

/** A count of people; null stands for a figure withheld because it, or one it gives away, is small. */
export type Figure = number | null;

/** Given against the invited base: reached = answered + passed + silent; invited − reached were never reached. */
export interface BaseRow {
  readonly college: string;
  /** The types of actor it counts together, where it is of several: `college` is then the key of all of them. */
  readonly colleges?: readonly string[];
  readonly invited: number;
  readonly reached: Figure;
  readonly answered: Figure;
  readonly passed: Figure;
  readonly silent: Figure;
}

/** How many people of a college contributed on an axis. */
export interface ParticipationCell {
  readonly college: string;
  /** As in a row of the base. */
  readonly colleges?: readonly string[];
  readonly axis: string;
  readonly people: Figure;
}

/** The figures of a synthesis: exact in a body, withheld where small in a published document. */
export interface Figures {
  readonly base: readonly BaseRow[];
  readonly participation: readonly ParticipationCell[];
  /** Whether contributors found themselves understood, a row a round they were asked about; absent in older ones. */
  readonly understood?: readonly Understood<Figure>[];
  /** How statements put to partners were seen, validation by validation; absent in older ones. */
  readonly views?: readonly ViewsRow[];
}

/**
 * `convergence`: what several types of actor stand behind; `opinion`: what a group of like-minded people stands for;
 * `common`: what all such groups stand behind; `echo`: what speaks of an action of the plan; `absent`: the themes that no action is near to.
 */
export type LineKind =
  | 'theme'
  | 'convergence'
  | 'opinion'
  | 'common'
  | 'single'
  | 'echo'
  | 'absent'
  | 'disagreement'
  | 'introduced';

export interface Line {
  /** Stable within the synthesis: `1.3` is the third line of axis 1, `1.d1` its first disagreement. */
  readonly id: string;
  readonly kind: LineKind;
  /** For a theme's line: the place of that theme in the axis's `themes`; null for other lines. */
  readonly theme: number | null;
  /** The machine's sentence, or null once a person reworded it. */
  readonly text: string | null;
  /** The person's words that replace it. */
  readonly words: WordsId | null;
  readonly quote: QuoteRef | null;
  /** The other side of a disagreement: what it is about when that is known, else what is asked for on its theme. */
  readonly opposed?: Opposed<QuoteRef>;
  /** At least one; for a disagreement, the objection first, then what it is about. */
  readonly cites: readonly Ref[];
  /** Objections whose own line was removed because this one, introduced beside it, cites them. */
  readonly carries?: readonly Ref[];
  /** How many of its citations left since it was signed; absent when none did, and in what is signed. */
  readonly left?: number;
}

export interface Opposed<Quote> {
  readonly quote: Quote;
  /** A second person's, who says something else; absent in older ones. */
  readonly other?: Quote;
  readonly known: boolean;
}

export interface QuoteRef extends Extract {
  readonly proposal: Ref;
}

/** A proposal that its author calls a nuance of another one. */
export interface Nuance {
  readonly proposal: Ref;
  readonly of: Ref;
  /** null when its author chose not to be quoted. */
  readonly quote: QuoteRef | null;
}

/** Section of a round without axes: what was grouped across all of them. No axis of a consultation has this key. */
export const TRANSVERSAL = 'transversal';

/** A person's act: who and when, by id. */
export interface Signing {
  readonly by: PersonId;
  readonly at: Instant;
}

export interface AxisSynthesis {
  /** An axis key, or TRANSVERSAL. */
  readonly axis: string;
  /** What a person wrote above the axis. */
  readonly introduction: WordsId | null;
  readonly themes: readonly {
    readonly label: string;
    /** The machine made the label of words its members share. */
    readonly byWords?: true;
    /** A person's title in its place. */
    readonly title?: WordsId;
    /** The id of the theme that lasts; absent in older ones. */
    readonly lasting?: string;
    /** Distinct people behind its proposals when it was compiled, a row a type of actor; absent in older ones. */
    readonly people?: readonly ThemePeople<number>[];
    /** Who accepted a label made of words as it is. */
    readonly accepted?: Signing;
    readonly proposals: readonly Ref[];
    readonly quotes: readonly QuoteRef[];
  }[];
  readonly lines: readonly Line[];
  readonly disagreements: readonly Line[];
  /** Who signed that the axis has no disagreement (C10). */
  readonly noDisagreement: Signing | null;
  /** It had some when it was signed, all withdrawn since; absent in what is signed. */
  readonly disagreementsLeft?: true;
  /** Proposals that no other one joins, however many people support them. */
  readonly singleVoices: readonly Ref[];
}

export interface ThemePeople<Count extends Figure = Figure> {
  readonly college: string;
  /** For the public, rounded down to a multiple of the smallest figure, and null below it. */
  readonly people: Count;
}

/** The immutable structure: what the hash is made of, with commitments in the place of words. */
export interface SynthesisBody extends Figures {
  /** As it stood when the synthesis was signed; absent in a draft. */
  readonly understood?: readonly Understood[];
  /** As they stood when the synthesis was signed; absent in a draft. */
  readonly views?: readonly ViewsRow<number>[];
  readonly lang: Lang;
  readonly introduction: WordsId | null;
  readonly axes: readonly AxisSynthesis[];
  readonly unclassified: readonly Ref[];
  /**
   * What each proposal said when it was compiled, in the order of the references, but for those whose authors chose not
   * to be quoted; absent in older ones.
   */
  readonly annex?: readonly QuoteRef[];
  /** Absent in older ones. */
  readonly nuances?: readonly Nuance[];
  /** Of an annual report, which is a paper of the same make. */
  readonly report?: ReportFacts;
}

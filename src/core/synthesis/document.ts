/** The synthesis as writers receive it: quotes are resolved, and figures fit for its audience. */
import type { Lang } from '../consultation/model.ts';
import type { Ref } from '../ids.ts';
import type { Understood } from '../participation/understood.ts';
import type { ViewsRow } from '../round/validation.ts';
import type { Instant } from '../time.ts';
import type { Figure, Figures, LineKind, Opposed, ThemePeople } from './model.ts';

/** What writers get. Figures are suppressed and quotes attributed for the audience; nothing more may be looked up. */
export interface SynthesisDocument extends Figures {
  readonly audience: 'public' | 'internal';
  readonly lang: Lang;
  readonly consultation: {
    readonly key: string;
    readonly title: string;
    readonly asker: string;
    /** IANA zone of the dates shown. */
    readonly zone: string;
  };
  readonly number: number;
  readonly hash: string;
  readonly compiledAt: Instant;
  /** null while it is a draft: never published then (C12). */
  readonly signature: Signature | null;
  readonly introduction: string | null;
  readonly colleges: readonly { readonly key: string; readonly label: string }[];
  /** Counts of people from 1 to below this are withheld from the public. */
  readonly smallestFigure: number;
  readonly understood: readonly UnderstoodText[];
  readonly views: readonly ViewsText[];
  readonly axes: readonly AxisDocument[];
  readonly unclassified: readonly Ref[];
  /** Those among the unclassified whose words were erased. */
  readonly erased?: readonly Ref[];
  /** Each proposal in its author's words, in the order of the references. */
  readonly annex: readonly AnnexEntry[];
  readonly nuances: readonly NuanceText[];
  /** What was joined to another one, whose lines speak for it. */
  readonly merged: readonly { readonly proposal: Ref; readonly into: Ref }[];
}

/** For the public, counts are rounded down to a multiple of the smallest figure, and null below it. */
export interface UnderstoodText extends Understood<Figure> {
  /** The round's title. */
  readonly title: string;
}

/** For the public, counts are rounded down as `core/round/published-views.ts` says. */
export interface ViewsText extends ViewsRow {
  /** The round's title. */
  readonly title: string;
  /** What the statement says. */
  readonly text: string;
}

/** `text` is null when its author chose not to be quoted. */
export interface AnnexEntry {
  readonly proposal: Ref;
  readonly text: string | null;
  readonly by: string | null;
}

export interface NuanceText {
  readonly proposal: Ref;
  readonly of: Ref;
  readonly quote: QuoteText | null;
}

export interface Signature {
  readonly by: string;
  readonly at: Instant;
  /** Colleagues who read it before; for the synthesis as a whole only. */
  readonly proofreaders?: readonly string[];
}

export interface AxisDocument {
  readonly axis: string;
  readonly title: string;
  readonly objective: string;
  readonly introduction: string | null;
  readonly themes: readonly {
    readonly label: string;
    readonly proposals: readonly Ref[];
    /** In the order of the types of actor; empty in older ones. */
    readonly people: readonly ThemePeople[];
    readonly quotes: readonly QuoteText[];
  }[];
  readonly lines: readonly LineText[];
  readonly disagreements: readonly LineText[];
  /** Who signed that the axis has no disagreement; null when it has some, or nobody signed yet (C10). */
  readonly noDisagreement: Signature | null;
  /** It had some when it was signed, all withdrawn since. */
  readonly disagreementsLeft: boolean;
  readonly singleVoices: readonly Ref[];
}

export interface LineText {
  readonly id: string;
  readonly kind: LineKind;
  readonly theme: number | null;
  readonly text: string;
  readonly quote: QuoteText | null;
  readonly opposed: Opposed<QuoteText> | null;
  readonly cites: readonly Ref[];
  /** True when a person reworded or introduced it. */
  readonly edited: boolean;
  /** How many proposals it cited when it was signed and cites no more: its sentence still counts them. */
  readonly left: number;
}

/** `text` is an exact extract of the proposal's version; `by` how its author agreed to be named. */
export interface QuoteText {
  readonly proposal: Ref;
  readonly text: string;
  /** True when the proposal goes on after `text`. */
  readonly cut: boolean;
  readonly by: string | null;
}

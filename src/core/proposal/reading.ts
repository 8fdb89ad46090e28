/** What a reader (see `analysis/`) says of one message. Offsets are UTF-16, into the message as it was written. */
import type { Lang } from '../consultation/model.ts';
import type { ProposalId } from '../ids.ts';
import type { ActionText, Echo, ProposalText } from '../plan/echo.ts';
import type { Dimension, Tag } from './model.ts';

export interface ReadingContext {
  readonly lang: Lang;
  /** The prompt being answered, null when there is none. */
  readonly prompt: { readonly key: string; readonly axis: string | null } | null;
}

/**
 * `other`: a greeting, thanks, or nothing to read (empty, emoji only); `complaint`: displeasure that says nothing of what
 * is wrong; `unclear`: small words alone. None of them is a proposal without the person's word.
 */
export type Nature = 'ideas' | 'question' | 'complaint' | 'unclear' | 'other';

export interface Idea {
  readonly start: number;
  readonly end: number;
  /** Machine tags; at most one main tag for axis, theme and kind. */
  readonly tags: readonly Tag[];
  /** The two likeliest axes when the machine must not choose alone, most likely first. */
  readonly axisDoubt: readonly [string, string] | null;
  /** Existing proposals that may say the same, closest first, cosine 0…1. */
  readonly near: readonly { readonly proposal: ProposalId; readonly similarity: number }[];
}

export interface Reading {
  readonly nature: Nature;
  /** Empty unless nature is `ideas`; in order, not overlapping. */
  readonly ideas: readonly Idea[];
}

/** A proposal the reader should know of, in the language it is written in, to find what is near it and to learn from what people say it is about. */
export interface KnownProposal {
  readonly id: ProposalId;
  readonly text: string;
  /** Keys of the axis and the theme that people gave it; null where only a machine did. */
  readonly said: { readonly axis: string | null; readonly theme: string | null };
}

/** Synchronous but for `settled`: runs inside the transaction that stores the answer. */
export interface Reader {
  read(text: string, context: ReadingContext): Reading;
  /** The same words as one idea, whatever they hold: for a text that is one contribution already. Looks for none near. */
  readWhole(text: string, context: ReadingContext): Idea;
  /** The words that carried a tag of an idea, strongest first, as offsets into it; empty when none did. `lang` where its words don't tell. */
  reasons(
    text: string,
    lang: Lang,
    dimension: Dimension,
    value: string,
  ): readonly { readonly start: number; readonly end: number }[];
  /** For each of a few texts, the words that others of them hold too, those of most first, as offsets into it. */
  shared(
    texts: readonly string[],
    lang: Lang,
  ): readonly (readonly { readonly start: number; readonly end: number }[])[];
  /** Which actions of a plan a few proposals speak of, a row a proposal, the surest first. */
  echoes(proposals: readonly ProposalText[], actions: readonly ActionText[], lang: Lang): Echo[][];
  /** Learns of proposals; the same id again replaces what was known of it. */
  know(proposals: readonly KnownProposal[]): void;
  forget(ids: readonly ProposalId[]): void;
  /** Resolves when all it was told is learnt, which an answer never waits for. Rejects when it could not be. */
  settled(): Promise<void>;
}

/**
 * A consultation as the rest of the program knows it: content, checked by `content/`, immutable, plain JSON.
 * Keys are stable words of the content's author; everything shown to people is a LocalText.
 */
import type { OrganisationId } from '../ids.ts';
import type { Instant } from '../time.ts';

/** A BCP 47 tag: `fr`, `en`, `nl`… */
export type Lang = string;
/** One string a language of the consultation; its first language is always there. */
export type LocalText = Readonly<Record<Lang, string>>;

export interface Consultation {
  readonly key: string;
  /** SHA-256 of the content: what rounds, tags and syntheses cite. */
  readonly version: string;
  readonly title: LocalText;
  /** Who asks, as in "La MEL prépare son plan": a noun phrase. */
  readonly asker: LocalText;
  /** Why, in a sentence or two. */
  readonly purpose: LocalText;
  /** Who will read the answers, in a sentence. */
  readonly readers: LocalText;
  /** First one: the language of the documents and the fallback. */
  readonly languages: readonly [Lang, ...Lang[]];
  /** IANA zone of the business days. */
  readonly zone: string;
  /** Of the open data. */
  readonly licence?: { readonly name: string; readonly url: string };
  readonly axes: readonly Axis[];
  readonly colleges: readonly College[];
  /** Types of actor that are one row, under a key and a label of its own, in all that is published; each in one at most. */
  readonly publishedTogether?: readonly {
    readonly key: string;
    readonly label: LocalText;
    readonly colleges: readonly string[];
  }[];
  readonly committee: Committee;
  readonly phases: readonly Phase[];
  readonly taxonomy: Taxonomy;
  readonly rules: Rules;
  readonly rounds: readonly RoundContent[];
  readonly plan: PlanContent;
}

export interface Axis extends Described {
  /** A few words, for a question on a phone; the label when the author gave none. */
  readonly short: LocalText;
  readonly objective: LocalText;
  readonly themes: readonly Described[];
}

/** Something the machine may recognise in a text, from its label, description and keywords. */
export interface Described {
  readonly key: string;
  readonly label: LocalText;
  readonly description: LocalText;
  readonly keywords: Readonly<Record<Lang, readonly string[]>>;
  /** Keys this one had before; a key in use may change only by being listed here. */
  readonly formerly: readonly string[];
}

export interface College {
  readonly key: string;
  readonly label: LocalText;
  /** How far what its partners say commits their organisation, until they say; nobody is asked where it is absent. */
  readonly standing?: Standing | undefined;
  /** Who approves what is provisional, as in "le conseil municipal". */
  readonly approvedBy?: LocalText | undefined;
  readonly formerly: readonly string[];
}

export interface Committee {
  readonly label: LocalText;
  readonly groups: readonly { readonly key: string; readonly label: LocalText }[];
}

export interface Phase {
  readonly key: string;
  readonly label: LocalText;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

export const KINDS = ['new-action', 'change', 'project', 'need', 'objection', 'question'] as const;
export type Kind = (typeof KINDS)[number];

export interface Taxonomy {
  readonly kinds: readonly (Described & { readonly key: Kind })[];
  readonly subjects: readonly Described[];
  readonly territories: readonly Territory[];
}

export interface Territory {
  readonly key: string;
  readonly label: string;
  /** The official code of the place (INSEE in France), where it has one. */
  readonly code?: string;
  /** Other usual spellings; matched as whole words, case and accents aside. */
  readonly spellings: readonly string[];
  /** True for names that are also common words (Hem, Don, Lys): recognised only with a preposition or capital. */
  readonly ambiguous: boolean;
  /** For a larger territory: the keys it is made of. */
  readonly includes: readonly string[];
}

export const ATTRIBUTIONS = ['name', 'organisation', 'college', 'none'] as const;
/** How a partner may be quoted; `none` means never quoted, only counted. */
export type Attribution = (typeof ATTRIBUTIONS)[number];
export const STANDINGS = ['personal', 'provisional', 'official'] as const;
export type Standing = (typeof STANDINGS)[number];

export const STATUSES = [
  'adopted',
  'adopted-in-part',
  'under-way',
  'to-be-studied',
  'not-adopted',
  'outside-powers',
] as const;
export type DecisionStatus = (typeof STATUSES)[number];

export interface DecidingBody {
  readonly key: string;
  /** As in "le Conseil métropolitain". */
  readonly label: LocalText;
  /** How its members decide in a session held here; absent where its word is only recorded. */
  readonly session?: SessionRules | undefined;
}

export interface SessionRules {
  /** consent: what nobody objects to, or whose objections were overridden on record; majority: more for than against. */
  readonly rule: 'consent' | 'majority';
  /** Share of the members who must take part, from 0 to 1. */
  readonly quorum: number;
  /** Voices of others that a member may carry. */
  readonly proxies: number;
}

export interface Rules {
  readonly attribution: { readonly allowed: readonly Attribution[]; readonly default: Attribution };
  /** Whether partners see close proposals of others while a round is open. */
  readonly othersWords: 'hidden' | 'shown';
  /** Smallest published count of people; 0 and at least this are shown. */
  readonly smallestFigure: number;
  readonly workingHours: {
    readonly days: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[];
    /** Minutes since local midnight. */
    readonly from: number;
    readonly to: number;
  };
  readonly reminders: {
    readonly most: number;
    readonly afterDays: readonly number[];
    readonly weeklyMessages: number;
  };
  /** Below this confidence the machine does not decide an axis alone: it asks. */
  readonly doubtBelow: number;
  readonly decisions: {
    readonly bodies: readonly DecidingBody[];
    /** Body keys in order, the last one decides; by status where it differs from `default`. */
    readonly path: readonly string[];
    readonly pathByStatus: Readonly<Partial<Record<DecisionStatus, readonly string[]>>>;
  };
  /** Whether whoever signs a synthesis may be its only proofreader; they may when absent. */
  readonly signing?: 'alone' | 'read-by-another' | undefined;
  /** How many days a second reader has to reply to a dispute; absent in contents loaded before. */
  readonly disputes?: { readonly days: number };
}

export const ROUND_FORMS = ['written', 'workshop', 'validation', 'decision'] as const;
export type RoundForm = (typeof ROUND_FORMS)[number];

export const SEQUENCE_KINDS = ['ideas', 'grouping', 'dots', 'wrap-up'] as const;
/** What the room does in a sequence: gives ideas, groups them, puts dots on groups, concludes. */
export type SequenceKind = (typeof SEQUENCE_KINDS)[number];

/** A part of a workshop, with its time. */
export interface Sequence {
  readonly key: string;
  readonly does: SequenceKind;
  readonly title: LocalText;
  /** What the room is asked to do. */
  readonly text: LocalText;
  readonly minutes: number;
  /** Keys of the prompts it asks; all of the round's when absent. */
  readonly prompts?: readonly string[];
  /** How many dots each person has; of a dots sequence only. */
  readonly dots?: number;
}

export interface RoundContent {
  readonly key: string;
  readonly form: RoundForm;
  readonly phase: string;
  readonly title: LocalText;
  /** Axis keys asked about; empty for a round without axes. */
  readonly axes: readonly string[];
  /** College keys invited. */
  readonly audience: readonly string[];
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** What the answers can still change, and what they can't (C1). */
  readonly open: LocalText;
  readonly decided: LocalText;
  readonly background: readonly {
    readonly label: LocalText;
    readonly url?: string;
    readonly text?: LocalText;
  }[];
  readonly minutes: number;
  readonly prompts: readonly Prompt[];
  /** Of the audience, only these; all when absent. */
  readonly organisations?: readonly OrganisationId[];
  /** Of a workshop only; absent in contents loaded before. */
  readonly sequences?: readonly Sequence[];
  /** For how many days those who were absent may add to a workshop. */
  readonly additionDays?: number;
  /** In the place of the consultation's own days. */
  readonly reminders?: { readonly afterDays: readonly number[] };
}

export interface Prompt {
  readonly key: string;
  /** null in a round without axes, unless it speaks of an action. */
  readonly axis: string | null;
  /** Key of the action of the plan it speaks of; absent in most. */
  readonly action?: string;
  readonly text: LocalText;
  readonly hint: LocalText | null;
}

export interface PlanContent {
  readonly key: string;
  readonly label: LocalText;
  /** Of the axes; absent in contents without any. */
  readonly objectives?: readonly PlanObjectiveContent[];
  readonly actions: readonly PlanActionContent[];
}

export interface PlanObjectiveContent {
  readonly key: string;
  readonly axis: string | null;
  readonly label: LocalText;
}

export interface PlanActionContent {
  readonly key: string;
  readonly axis: string | null;
  readonly label: LocalText;
  readonly description: LocalText;
  readonly operator: string | null;
  /** What follows is absent where the content says nothing of it. */
  readonly objective?: string;
  readonly partners?: LocalText;
  /** As written: "110 k€". */
  readonly budget?: LocalText;
  readonly means?: LocalText;
  readonly calendar?: LocalText;
  readonly state: 'planned' | 'under-way' | 'done' | 'dropped';
  /** True where the content's author made it up as an example. */
  readonly illustrative: boolean;
  readonly indicators: readonly {
    readonly key: string;
    readonly label: LocalText;
    readonly unit?: string;
    readonly target?: number;
    /** What it was before the plan. */
    readonly baseline?: number;
  }[];
}

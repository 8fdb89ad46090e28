/** Minutes of a session: who took part, the exact texts, what was said against them, and what was decided. */
import type { DecisionStatus, Lang, SessionRules } from '../consultation/model.ts';
import type { Ref } from '../ids.ts';
import type { AnnexAdjustment } from '../plan/annex.ts';
import type { Outcome } from './model.ts';
import type { Count, Quorum } from './tally.ts';

/** A record of the team and of the body; nothing more may be looked up by who writes it. Days are `YYYY-MM-DD`. */
export interface Minutes {
  readonly lang: Lang;
  readonly consultation: { readonly title: string; readonly asker: string };
  readonly number: number;
  readonly body: string;
  readonly convenedOn: string;
  readonly closedOn: string;
  readonly rules: SessionRules;
  readonly quorum: Quorum;
  /** By group, in the committee's order; null for members of none. */
  readonly groups: readonly {
    readonly label: string | null;
    readonly members: readonly MinutesMember[];
  }[];
  readonly items: readonly MinutesItem[];
}

export interface MinutesMember {
  /** null once erased. */
  readonly name: string | null;
  readonly presence: 'present' | 'represented' | 'absent';
  /** Who carried their voice; null without one, or once erased. */
  readonly proxy: string | null;
}

export interface MinutesItem {
  readonly outcome: Outcome;
  readonly count: Count;
  /** null for answers. */
  readonly adjustment: (AnnexAdjustment & { readonly title: string }) | null;
  /** The text it began with, where an objection led to another. */
  readonly reworded: AnnexAdjustment['changes'] | null;
  readonly answers: readonly {
    readonly status: DecisionStatus;
    readonly reason: string;
    readonly taken: readonly Ref[];
    /** Sent back to the team. */
    readonly returned: readonly Ref[];
  }[];
  /** Oldest first; by group, never by name. */
  readonly objections: readonly MinutesObjection[];
}

export interface MinutesObjection {
  /** One of the answers; null for the whole point. */
  readonly proposal: Ref | null;
  readonly group: string | null;
  readonly reason: string | null;
  /** Met by another text, withdrawn by who raised it, set aside with this reason, or standing. */
  readonly became: 'integrated' | 'withdrawn' | 'overridden' | 'standing';
  readonly override: string | null;
}

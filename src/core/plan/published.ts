/** The plan as everybody may read it: what was adopted, and what it replaced. */
import type { AnnexAdjustment } from './annex.ts';
import type { Measure } from './measure.ts';
import type { Plan } from './model.ts';

export interface PublishedVersion {
  readonly number: number;
  readonly origin: 'content' | 'import' | 'adoption';
  /** As people know the body; null for a version no body adopted. */
  readonly decidedBy: string | null;
  readonly decidedOn: string | null;
  /** Without notes: they are the team's. */
  readonly plan: Plan<string>;
  /** Those it applies. */
  readonly adjustments: readonly AnnexAdjustment[];
}

export interface PublishedPlan {
  /** Oldest first, up to the last one adopted; none before a body has adopted one. */
  readonly versions: readonly PublishedVersion[];
  /** Of the last version's indicators, in the order they were recorded; none that was taken back. */
  readonly measures: readonly Pick<Measure, 'action' | 'indicator' | 'day' | 'value'>[];
}

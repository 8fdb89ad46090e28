/** The annex of a deliberation: an adopted plan by axis, objective and action, with what was adjusted and from where. */
import type { Lang } from '../consultation/model.ts';
import type { Ref } from '../ids.ts';
import type { AdjustedField, AdjustmentKind } from './adjustment.ts';
import type { PlanAction } from './model.ts';

export interface AnnexAdjustment {
  /** `A-3`. */
  readonly ref: string;
  readonly kind: AdjustmentKind;
  readonly action: string;
  readonly changes: readonly {
    readonly field: AdjustedField;
    readonly before: string | null;
    readonly after: string;
  }[];
  /** The proposals it comes from. */
  readonly cites: readonly Ref[];
}

export interface AnnexAction {
  /** Without notes: they are the team's. */
  readonly action: PlanAction<string>;
  readonly adjustments: readonly AnnexAdjustment[];
}

/** Nothing more may be looked up by who writes it. */
export interface Annex {
  readonly lang: Lang;
  readonly consultation: { readonly title: string; readonly asker: string };
  readonly plan: string;
  readonly version: number;
  /** The body that adopted it, as people know it, and the business day, `YYYY-MM-DD`. */
  readonly decidedBy: string;
  readonly decidedOn: string;
  readonly axes: readonly {
    /** null for actions of no axis. */
    readonly key: string | null;
    readonly label: string | null;
    readonly objective: string | null;
    readonly groups: readonly {
      readonly objective: string | null;
      readonly actions: readonly AnnexAction[];
    }[];
  }[];
  readonly figures: { readonly actions: number; readonly adjustments: number; readonly proposals: number };
}

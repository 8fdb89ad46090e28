/** The annual report of a plan: a document of lines by axis, drafted, edited and signed as a synthesis is, with its facts. */
import type { DebtOnRecord } from '../gate/gate.ts';
import type { AlertLevel } from '../plan/alert.ts';
import type { RatedFigure } from '../rating/rating.ts';

/** What a report says beside its lines, as it was when it was drafted. */
export interface ReportFacts {
  readonly year: number;
  /** First and last local days; a report drafted within its year ends on that day. */
  readonly from: string;
  readonly to: string;
  /** The version of the plan in force. */
  readonly plan: number;
  /** Adopted within these days. */
  readonly adopted: readonly {
    readonly version: number;
    readonly body: string;
    readonly decidedOn: string;
  }[];
  readonly alerts: readonly { readonly level: AlertLevel; readonly text: string }[];
  readonly debt: DebtOnRecord;
  /** People whose proposals fed the plan, rounded down to a multiple of the smallest figure; null below it. */
  readonly heard: number | null;
  /** How those who took part rate the process (C15), as everybody may read it. */
  readonly rated: readonly RatedFigure[];
}

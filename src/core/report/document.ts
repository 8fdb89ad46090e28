import type { SynthesisDocument } from '../synthesis/document.ts';
import type { ReportFacts } from './model.ts';

/** What writers of an annual report get; nothing more may be looked up. */
export interface ReportDocument {
  readonly document: SynthesisDocument;
  /** Bodies as people know them. */
  readonly facts: ReportFacts;
  /** `YYYY-MM-DD`; null while it is not published. */
  readonly publishedOn: string | null;
  /** What was owed when it was drafted, by body. */
  readonly debt: readonly { readonly body: string; readonly refs: readonly string[] }[];
  readonly passedOver: readonly {
    /** Its title; null for the report itself. */
    readonly phase: string | null;
    readonly on: string;
    /** null once erased. */
    readonly reason: string | null;
  }[];
}

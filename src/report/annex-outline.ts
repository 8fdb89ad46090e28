/** The lines of an action in the annex, the same in every format. */

import type { AnnexAction, AnnexAdjustment } from '../core/plan/annex.ts';
import { indicatorSaid } from '../core/plan/diff.ts';
import { planSentencesIn } from '../core/plan/sentences.ts';
import { annexWordingIn } from './annex-wording.ts';

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

export function fieldsOf({ action }: AnnexAction, lang: string): Labelled[] {
  const { fields, states } = planSentencesIn(lang);
  const said = (label: string, text: string | null | undefined): Labelled[] =>
    text ? [{ label, text }] : [];
  return [
    ...said(fields.operator, action.operator),
    ...said(fields.partners, action.partners),
    ...said(fields.budget, action.budget?.written),
    ...said(fields.means, action.means),
    ...said(fields.calendar, action.calendar?.written),
    ...said(fields.indicators, action.indicators.map(indicatorSaid).join(' ; ')),
    ...said(fields.state, states[action.state]),
  ];
}

/** "A-1, action renforcée", then each change, then its sources. */
export function adjustmentLines(
  { ref, kind, changes, cites }: AnnexAdjustment,
  lang: string,
): { readonly head: string; readonly changes: readonly Labelled[]; readonly from: string } {
  const wording = annexWordingIn(lang);
  const { fields } = planSentencesIn(lang);
  return {
    head: `${ref}, ${wording.kinds[kind]}`,
    changes: changes.map(({ field, before, after }) => ({
      label: fields[field],
      text: wording.became(before, after),
    })),
    from: wording.from(cites.join(', ')),
  };
}

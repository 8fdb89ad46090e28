/** The lines of an action in the annex, the same in every format. */

import type { AnnexAction, AnnexAdjustment } from '../core/plan/annex.ts';
import { described, type Labelled } from '../core/plan/described.ts';
import { planSentencesIn } from '../core/plan/sentences.ts';
import { annexWordingIn } from './annex-wording.ts';

export const fieldsOf = ({ action }: AnnexAction, lang: string): Labelled[] =>
  described(action, planSentencesIn(lang));

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

/** The action of the plan that a proposal was asked about, in a few words, to be put in place; none where it was not. */
import { askedAbout } from '../app/plan/asked-about.ts';
import { shownPlan } from '../app/plan/show-plan.ts';
import type { Proposal } from '../core/proposal/model.ts';
import { isRefusal } from '../core/refusal.ts';
import type { Talk } from './talk.ts';

export async function askedOf(
  talk: Pick<Talk, 'tx' | 'consultation' | 'say'>,
  row: Pick<Proposal, 'roundId' | 'promptKey'>,
): Promise<string[]> {
  const action = (await askedAbout(talk))(row);
  if (action === null) return [];
  const shown = await shownPlan(talk, null, { lang: talk.say.lang, references: true });
  const found = isRefusal(shown) ? undefined : shown.plan.actions.find(({ key }) => key === action);
  return found ? [talk.say.midterm.asked(found.label)] : [];
}

/** "Plutôt l'axe 3": which axis a proposal belongs to, said of itself. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { retagProposal } from '../../app/proposal/change-own.ts';
import { ref } from '../../core/ids.ts';
import { isRefusal } from '../../core/refusal.ts';
import type { Reply, Talk } from '../talk.ts';
import { bare, option } from '../understand.ts';
import { lastAnswered } from './in-question.ts';
import { askOneOf } from './one-of.ts';

/** Longer messages are read as ideas. */
const LONGEST = 90;

/** `which`: asked of several, when it was not said. */
export type AxisSaid = { readonly sentence: string; readonly which?: undefined } | { readonly which: Reply };

const AXIS_SAID =
  /^(?:(?:ah|euh|hum|non|nn|nan|no|oui|yes|ok|en fait|actually|plutot|rather|mais|but) )*(?:(?:pour )?(?:la |le |the )?(\S{1,12})(?: idee| one)? )?(?:c'est |c |it's |that's |ce serait |is )?(?:(?:plutot|rather|pour|dans|more|en fait) )*(?:l'|the )?ax(?:e|is) (\S{1,20})(?: (?:en fait|plutot|actually|je pense|i think))?$/u;
/** "non, c'est l'axe 2 en fait", "la deuxième c'est plutôt l'axe 4": of these, or of the last answer; null otherwise. */
export async function axisSaid(talk: Talk, among: readonly ProposalRow[] | null): Promise<AxisSaid | null> {
  if (talk.text.length > LONGEST) return null;
  const found = AXIS_SAID.exec(bare(talk.text).replace(/[,;:]+ ?/gu, ' '));
  const axis = found?.[2];
  if (axis === undefined || !talk.consultation.content.axes.some(({ key }) => key === axis)) return null;
  const rows = among ?? (await lastAnswered(talk));
  if (rows.length === 0) return null;
  const which = found?.[1] === undefined ? null : option(found[1], rows.length);
  const row = which === null ? (rows.length === 1 ? rows[0] : undefined) : rows[which];
  if (!row)
    return {
      which: askOneOf(talk, (refs) => talk.say.smallTalk.whichAxis(refs, ref(rows[0]!.number), axis), rows, {
        does: 'axis',
        axis,
      }),
    };
  const tag = { dimension: 'axis' as const, value: axis, main: true };
  const done = await retagProposal(talk, row, 'proposal.correct', [tag]);
  if (isRefusal(done)) return { sentence: talk.say.refusals(done) };
  return { sentence: talk.say.axisSettled(ref(row.number), axis) };
}

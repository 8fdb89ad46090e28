/** "rejoindre P-0007", "ne plus soutenir P-0007", "séparer P-0044": at any time. */
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { ownProposal } from '../../app/proposal/change-own.ts';
import { agreeToMerge } from '../../app/proposal/merge-proposals.ts';
import { rootOf, shownTo } from '../../app/proposal/others.ts';
import { separate } from '../../app/proposal/relate.ts';
import { retractSupport, supportProposal } from '../../app/proposal/support.ts';
import { numberOf, type ProposalId, ref } from '../../core/ids.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { isRefusal, refuse } from '../../core/refusal.ts';
import { type Focus, type FocusOf, focusFrom } from '../focus.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees, bare, option } from '../understand.ts';
import { askConsent } from './consent.ts';
import { refsOr } from './describe.ts';
import { latestPlace } from './place.ts';

/** Without a proposal of one's own: supported. With one: that one joins it. */
export async function onJoin(talk: Talk, number: number, mine: number | null): Promise<Reply> {
  const place = await latestPlace(talk);
  if (!place) return answer(talk.say.nothingOpen);
  if (!takesPart(place.participation)) return askConsent(talk);
  if (mine === null) {
    const row = await supportProposal(talk, number, place.partner.id);
    return isRefusal(row) ? refusal(talk, row) : answer(talk.say.others.supported(ref(row.number)));
  }
  const from = await ownProposal(talk, mine, 'revise');
  if (isRefusal(from)) return refusal(talk, from);
  const into = await rootOf(talk, await talk.tx.proposals.byNumber(talk.consultation.id, number));
  const author = talk.actor.partners.find(({ id }) => id === from.partnerId);
  const own = talk.actor.partners.some(({ id }) => id === into?.partnerId);
  if (!into || !author || (!own && (await shownTo(talk, into)) === null))
    return refusal(talk, refuse('not-shown-to-you', { proposal: ref(number) }));
  const merged = await agreeToMerge(talk, { from, into }, author);
  if (isRefusal(merged)) return refusal(talk, merged);
  return answer(talk.say.others.joined(ref(from.number), ref(into.number)));
}

export async function onUnsupport(talk: Talk, number: number): Promise<Reply> {
  const row = await retractSupport(talk, number);
  return isRefusal(row) ? refusal(talk, row) : answer(talk.say.others.retracted(ref(row.number)));
}

export async function onSeparate(talk: Talk, number: number): Promise<Reply> {
  const done = await separate(talk, number);
  return isRefusal(done) ? refusal(talk, done) : answer(talk.say.others.separated(ref(number)));
}

export const askSupport = (talk: Talk, rows: readonly ProposalRow[], back: Focus): Reply => ({
  ...answer(talk.say.others.whichSupport(refsOr(talk, rows))),
  choices: rows.map(({ number }) => ({ value: ref(number), label: ref(number) })),
  focus: { waits: 'support', options: rows.map(({ id }) => id), back },
});

/** null when the message names none of them: it is then taken for what the person was doing before. */
export async function onSupport(talk: Talk, focus: FocusOf<'support'>): Promise<Reply | null> {
  const rows: ProposalRow[] = [];
  for (const id of focus.options) {
    const row = await talk.tx.proposals.byId(id as ProposalId);
    if (row) rows.push(row);
  }
  const back = focusFrom(focus.back);
  if (agrees(talk.text) === false) return { ...answer(talk.say.others.leftAsIs), focus: back };
  const named = numberOf(bare(talk.text));
  const chosen = rows.find(({ number }) => number === named) ?? rows[option(talk.text, rows.length) ?? -1];
  if (!chosen) return null;
  return { ...(await onJoin(talk, chosen.number, null)), focus: back };
}

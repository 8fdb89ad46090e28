/** A facilitator thinks two proposals say the same; the author of the one to be merged is asked. */

import type { ProposalRow } from '../../app/ports/proposals.ts';
import { agreeToMerge, refuseMerge } from '../../app/proposal/merge-proposals.ts';
import type { Document } from '../../chat/outbound.ts';
import { type ProposalId, ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type Focus, type FocusOf, focusFrom } from '../focus.ts';
import type { Phrases } from '../locales/fr.ts';
import { answer, documentOf, line, list, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees } from '../understand.ts';
import { quoted } from './describe.ts';

export const mergeQuestion = (
  say: Phrases,
  from: Pick<ProposalRow, 'number' | 'versions'>,
  into: Pick<ProposalRow, 'number' | 'versions'>,
  focus: Focus,
): Document =>
  documentOf(
    {
      blocks: [
        line(say.mergeAsk(ref(from.number), ref(into.number))),
        list(
          [`${ref(from.number)}, `, ...quoted(say, current(from), 300)],
          [`${ref(into.number)}, `, ...quoted(say, current(into), 300)],
        ),
        line(say.mergeQuestion(ref(into.number))),
      ],
      choices: [
        { value: '1', label: say.mergeChoices.yes },
        { value: '2', label: say.mergeChoices.no },
      ],
      focus,
    },
    say.lang,
  );

/** null when the message is no answer to it: it is then taken for what the person was doing before. */
export async function onMerge(talk: Talk, focus: FocusOf<'merge'>): Promise<Reply | null> {
  const wanted = agrees(talk.text);
  const from = await talk.tx.proposals.byId(focus.from as ProposalId);
  const into = await talk.tx.proposals.byId(focus.into as ProposalId);
  const author = talk.actor.partners.find((partner) => partner.id === from?.partnerId);
  const back: Focus = focusFrom(focus.back);
  if (!from || !into || !author) return null;
  if (wanted === false) {
    const apart = await refuseMerge(talk, { from, into });
    const reply = isRefusal(apart) ? refusal(talk, apart) : answer(talk.say.keptApart(ref(from.number)));
    return { ...reply, focus: back };
  }
  if (wanted === null) return null;
  const merged = await agreeToMerge(talk, { from, into }, author);
  const reply = isRefusal(merged)
    ? refusal(talk, merged)
    : answer(talk.say.merged(ref(from.number), ref(into.number)));
  return { ...reply, focus: back };
}

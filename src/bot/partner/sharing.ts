/** Whether close ideas of one's own may be shown to others: asked once, a no until they say so. */
import { chooseSharing } from '../../app/participation/take-part.ts';
import { asksSharing } from '../../core/proposal/shown.ts';
import { isRefusal } from '../../core/refusal.ts';
import { type FocusOf, focusFrom } from '../focus.ts';
import { answer, type Reply, refusal, type Talk } from '../talk.ts';
import { agrees } from '../understand.ts';

/** The question whether one's ideas may be shown to others, where it was not asked yet; null otherwise. */
export function askSharing(
  talk: Talk,
  partner: Parameters<typeof asksSharing>[0],
): Pick<Reply, 'choices' | 'blocks'> | null {
  const { attribution } = partner;
  if (!asksSharing(partner, talk.consultation.content.rules.othersWords)) return null;
  const { others } = talk.say;
  return {
    blocks: answer(others.shareAsk(talk.say.attribution[attribution])).blocks,
    choices: [
      { value: '1', label: others.shareChoices.yes },
      { value: '2', label: others.shareChoices.no },
    ],
  };
}

/** null when the message is no answer to it: asked once, it counts as a no, and the message is taken for what it is. */
export async function onSharing(talk: Talk, focus: FocusOf<'sharing'>): Promise<Reply | null> {
  const wanted = agrees(talk.text);
  if (wanted !== null) return { ...(await share(talk, wanted)), focus: focusFrom(focus.back) };
  for (const { id, sharing } of talk.actor.partners)
    if (sharing === null) await talk.tx.people.setSharing(id, 'asked');
  return null;
}

export async function share(talk: Talk, shown: boolean): Promise<Reply> {
  const { partners } = talk.actor;
  if (shown && partners.every(({ attribution }) => attribution === 'none'))
    return answer(talk.say.others.neverShared);
  const done = await chooseSharing(talk, partners, shown ? 'shown' : 'hidden');
  if (isRefusal(done)) return refusal(talk, done);
  return answer(shown ? talk.say.others.shared : talk.say.others.notShared);
}

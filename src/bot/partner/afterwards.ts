/** What is still to be asked once somebody has answered everything for one organisation. */
import { display } from '../../chat/display.ts';
import { takesPart } from '../../core/participation/progress.ts';
import { NOTHING } from '../focus.ts';
import { answer, type Place, type Reply, type Talk } from '../talk.ts';
import { isOpen } from './place.ts';
import { askSharing } from './sharing.ts';
import { nextVoice } from './speak-for.ts';
import { askedOnce } from './standing.ts';

export async function afterwards(talk: Talk, reply: Reply): Promise<Reply> {
  const { finished: place, ...said } = reply;
  if (!place || !isOpen(talk, place)) return said;
  const next = await nextVoice(talk, place);
  if (!next) return askedOnce(talk, place.partner, said) ?? withSharing(talk, place, said);
  const { voices: say } = talk.say;
  const name = display(next.partner.organisation);
  return {
    ...said,
    blocks: [...said.blocks, ...answer(say.sameFor(name)).blocks],
    choices: say.sameChoices.map((label, index) => ({ value: String(index + 1), label })),
    focus: { waits: 'share', round: place.round.id, from: place.partner.id, to: next.partner.id },
  };
}

/** The one thing left to ask, once. */
function withSharing(talk: Talk, place: Place, said: Reply): Reply {
  const asked = takesPart(place.participation) ? askSharing(talk, place.partner) : null;
  if (!asked) return said;
  return {
    ...said,
    blocks: [...said.blocks, ...asked.blocks],
    choices: asked.choices ?? [],
    focus: { waits: 'sharing', back: NOTHING },
  };
}

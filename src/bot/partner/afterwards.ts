/** What is still to be asked once somebody has answered everything for one organisation. */
import { display } from '../../chat/display.ts';
import { answer, type Reply, type Talk } from '../talk.ts';
import { isOpen } from './place.ts';
import { nextVoice } from './speak-for.ts';

export async function afterwards(talk: Talk, reply: Reply): Promise<Reply> {
  const { finished: place, ...said } = reply;
  if (!place || !isOpen(talk, place)) return said;
  const next = await nextVoice(talk, place);
  if (!next) return said;
  const { voices: say } = talk.say;
  const name = display(next.partner.organisation);
  return {
    ...said,
    blocks: [...said.blocks, ...answer(say.sameFor(name)).blocks],
    choices: say.sameChoices.map((label, index) => ({ value: String(index + 1), label })),
    focus: { waits: 'share', round: place.round.id, from: place.partner.id, to: next.partner.id },
  };
}

/** What the rooms of a workshop are told when its round is cancelled; nothing moves it on any more (`heldOf`). */
import type { Round } from '../../core/round/model.ts';
import { answer, line } from '../talk.ts';
import type { Sending } from '../tell-partners.ts';
import { deliver, localIn, roomLang, roomSay, roomsOf } from './held.ts';

/** In words, and in the message that said where one was. Nothing for another round. */
export async function tellRooms(edge: Sending, round: Pick<Round, 'id' | 'key'>): Promise<void> {
  const { tx, consultation } = edge;
  const workshop = await tx.workshops.byRound(round.id);
  const content = consultation.content.rounds.find(({ key }) => key === round.key);
  if (workshop === null || content === undefined) return;
  const held = { ...edge, workshop, content };
  const lang = roomLang(held);
  const { workshop: say } = roomSay(held);
  const title = localIn(held, lang, content.title);
  for (const { conversation, opening } of await roomsOf(edge, workshop.id))
    await deliver(held, [
      { conversation, lang, reply: answer(say.cancelledRoom(title)) },
      ...(opening === null
        ? []
        : [
            {
              conversation,
              lang,
              reply: { blocks: [line({ text: title, strong: true }), line(say.cancelledBoard)] },
              manner: { as: 'edit', of: opening } as const,
            },
          ]),
    ]);
}

/** Somebody is known from now on in a conversation that told them nothing yet. */

import type { Kept } from '../focus.ts';
import { ownCommand } from '../own-command.ts';
import { invitation } from '../partner/consent.ts';
import { at, isOpen, latestPlace } from '../partner/place.ts';
import type { Reply, Talk } from '../talk.ts';

/** An invitation they have not answered, whole: nobody agrees to what they were not told. What they said waits for that. */
export async function invitedHere(talk: Talk, asked: Kept | null): Promise<Reply | null> {
  const place = await latestPlace(talk);
  if (!place || !isOpen(talk, place) || place.participation.state !== 'invited') return null;
  if (place.content.form === 'workshop' || ownCommand(talk.text) !== null) return null;
  const { blocks, choices } = invitation(
    talk.consultation.content,
    place.content,
    place.round,
    place.partner,
  );
  return {
    kind: 'answer',
    blocks,
    choices,
    focus: { waits: 'consent', ...at(place, null), before: asked ? [asked] : [] },
  };
}

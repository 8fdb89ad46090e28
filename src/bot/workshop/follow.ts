/** A partner who follows a workshop from their own conversation: dots, a word on a group, where we are. */
import type { Reply, Talk } from '../talk.ts';
import { bare } from '../understand.ts';
import { dotsSaid, objectionTo } from './command.ts';
import { newestHeld } from './held.ts';
import { onDotsSaid, onObjection } from './said-there.ts';
import { status } from './team.ts';

const ASKED =
  /^(?:(?:l'|the )?(?:atelier|workshop)|ou en est (?:l'atelier|on)|where (?:are we|is the workshop))$/u;

/** null when it is nothing of a workshop: then it may be an answer like any other. */
export async function onWorkshopFollower(talk: Talk): Promise<Reply | null> {
  const asked = ASKED.test(bare(talk.text));
  if (!asked && dotsSaid(talk.text) === null && objectionTo(talk.text) === null) return null;
  const held = await newestHeld(talk);
  if (held === null) return null;
  if (asked) return status(talk, held);
  const said = (await onDotsSaid(talk, held)) ?? (await onObjection(talk, held));
  return said?.reply ?? null;
}

/** What somebody may do now, as buttons: the words behind them work everywhere. */
import type { Choice } from '../chat/outbound.ts';
import { takesPart } from '../core/participation/progress.ts';
import type { Asking } from './forms/shape.ts';
import { formName } from './forms/shape.ts';
import { isOpen, latestPlace } from './partner/place.ts';
import { answer, local, type Reply } from './talk.ts';

/** One message holds them all. */
const MOST = 12;

export async function menuOf(asking: Asking): Promise<Reply> {
  const { say, actor, consultation } = asking;
  const { menu } = say;
  const roles = new Set<string>(actor.person.roles);
  const team = roles.has('facilitator') || roles.has('staff');
  const choices = [
    ...(actor.partners.length > 0 ? await ofPartner(asking) : []),
    ...(team ? await ofTeam(asking, roles.has('staff')) : []),
    menu.help[team ? 'team' : 'partner'],
  ];
  return {
    ...answer(menu.title(local(asking, consultation.content.title)), menu.how),
    choices: choices.slice(0, MOST),
  };
}

async function ofPartner(asking: Asking): Promise<Choice[]> {
  const { menu } = asking.say;
  const place = await latestPlace(asking);
  const open = place !== null && isOpen(asking, place);
  const begun = open && takesPart(place.participation);
  return [...(open ? [begun ? menu.answer : menu.begin] : []), menu.mine, menu.data];
}

/** Before the first round nobody has answered; while one is open there is nothing to give back. */
async function ofTeam({ tx, consultation, say }: Asking, staff: boolean): Promise<Choice[]> {
  const { menu } = say;
  const rounds = (await tx.rounds.of(consultation.id)).filter(({ state }) => state !== 'cancelled');
  if (rounds.length === 0) return [menu.open, menu.doubts];
  const open = rounds.some(({ state }) => state === 'open');
  return [
    ...(open ? [menu.status, menu.silence] : []),
    menu.doubts,
    { ...menu.behalf, form: formName('behalf', consultation) },
    menu.open,
    menu.digest,
    ...(staff ? [menu.decide, menu.synthesis, ...(open ? [] : [menu.restitution])] : []),
  ];
}

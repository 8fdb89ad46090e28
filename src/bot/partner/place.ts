/** Where a partner stands: the round they are in, its prompts, what comes next. */

import type { Block } from '../../chat/outbound.ts';
import type { Prompt } from '../../core/consultation/model.ts';
import type { PartnerId, RoundId } from '../../core/ids.ts';
import type { Participation } from '../../core/participation/model.ts';
import { nextPrompt, takesPart } from '../../core/participation/progress.ts';
import { type Focus, NOTHING } from '../focus.ts';
import { allAtOnce } from '../forms/all-at-once.ts';
import { answer, line, local, type Place, type Reply, type Talk } from '../talk.ts';
import { viewChoices } from './view-choices.ts';

export type { Place };

/**
 * The place a focus speaks of; null when the round or the partner is not this person's (any more). `known`: its
 * participation, when this transaction has read it.
 */
export async function placeOf(
  talk: Pick<Talk, 'tx' | 'actor' | 'consultation'>,
  at: { readonly round: string; readonly partner: string },
  known?: Participation,
): Promise<Place | null> {
  const round = await talk.tx.rounds.byId(at.round as RoundId);
  const partner = talk.actor.partners.find((one) => one.id === at.partner);
  if (!round || !partner) return null;
  const content = talk.consultation.content.rounds.find((one) => one.key === round.key);
  const participation = known ?? (await talk.tx.participations.find(round.id, partner.id as PartnerId));
  return content && participation ? { round, content, partner, participation } : null;
}

/** All it takes to know where somebody stands. */
type Seat = Pick<Talk, 'tx' | 'actor' | 'consultation' | 'conversation' | 'now'>;

/**
 * The newest place of this person, open rounds first, then in whose name they speak here; null when they were never
 * invited to one that stands.
 */
export async function latestPlace(talk: Seat): Promise<Place | null> {
  const places: Place[] = [];
  for (const partner of talk.actor.partners)
    for (const participation of await talk.tx.participations.ofPartner(partner.id)) {
      const place = await placeOf(talk, { round: participation.roundId, partner: partner.id }, participation);
      if (place && place.round.state !== 'cancelled') places.push(place);
    }
  const chosen = talk.actor.partners.find(({ id }) => id === talk.conversation.partnerId)?.organisationId;
  const isChosen = ({ partner }: Place) => partner.organisationId === chosen;
  const open = places.filter((place) => isOpen(talk, place));
  return open.find(isChosen) ?? open[0] ?? places.find(isChosen) ?? places[0] ?? null;
}

/** What the bot may be waiting for from this person, as far as their place tells. */
export async function standing(talk: Talk): Promise<Focus> {
  const place = await latestPlace(talk);
  if (!place) return NOTHING;
  if (!takesPart(place.participation)) return { waits: 'consent', ...at(place, null), before: [] };
  const next = isOpen(talk, place) ? nextPrompt(place.content.prompts, place.participation) : null;
  return next ? { waits: 'answer', ...at(place, next.prompt.key) } : NOTHING;
}

export const promptOf = (place: Place, key: string | null): Prompt | null =>
  place.content.prompts.find((prompt) => prompt.key === key) ?? null;

export const at = (place: Place, prompt: string | null) => ({
  round: place.round.id,
  partner: place.partner.id,
  prompt,
});

/** Theirs, where it is known. */
const zoneOf = (talk: Talk): string => talk.actor.person.zone ?? talk.consultation.content.zone;

export const until = (talk: Talk, place: Place): string => talk.say.date(place.round.closesAt, zoneOf(talk));

/** False from the closing hour on, whether or not the round was closed yet. */
export const isOpen = (talk: Pick<Talk, 'now'>, { round }: Pick<Place, 'round'>): boolean =>
  round.state === 'open' && talk.now < round.closesAt;

export const closedOn = (talk: Talk, { round }: Pick<Place, 'round'>): string =>
  talk.say.date(Math.min(round.closedAt ?? round.closesAt, round.closesAt), zoneOf(talk));

/** The round is closed, and one idea more is still heard. */
export const afterClose = (talk: Talk, place: Place, lead = ''): Reply => ({
  ...answer(`${lead}${talk.say.afterClose(closedOn(talk, place))}`),
  focus: { waits: 'answer', ...at(place, null) },
});

/** `lead`, then the next prompt, or the end when none is left. One message, one question. */
export function goOn(talk: Talk, place: Place, ...lead: readonly (string | Block)[]): Reply {
  if (!isOpen(talk, place))
    return lead.length > 0 ? { ...answer(...lead), focus: NOTHING } : afterClose(talk, place);
  const next = nextPrompt(place.content.prompts, place.participation);
  const last = place.content.prompts.at(-1);
  // Live, there is always room for one idea more.
  if (!next && last && place.content.form === 'workshop' && takesPart(place.participation))
    return {
      ...answer(...lead, talk.say.workshop.moreIdeas),
      focus: { waits: 'answer', ...at(place, last.key) },
    };
  if (!next || !takesPart(place.participation))
    return { ...answer(...lead, talk.say.finished(until(talk, place))), focus: NOTHING, finished: place };
  const focus: Focus = { waits: 'answer', ...at(place, next.prompt.key) };
  const choices = place.content.form === 'validation' ? viewChoices(talk.say) : allAtOnce(talk, place);
  const hint = next.prompt.hint ? [line(local(talk, next.prompt.hint))] : [];
  return {
    ...answer(...lead, talk.say.promptAt(next.position, next.total, local(talk, next.prompt.text)), ...hint),
    kind: 'prompt',
    ...(choices.length > 0 ? { choices } : {}),
    focus,
  };
}

/** The prompt again, after something that did not answer it. */
export function sayAgain(
  talk: Talk,
  place: Place,
  promptKey: string | null,
  ...lead: readonly string[]
): Reply {
  const prompt = isOpen(talk, place) ? promptOf(place, promptKey) : null;
  if (prompt) return answer(...lead, talk.say.askedAgain(local(talk, prompt.text)));
  return answer(...(lead.length > 0 ? lead : [talk.say.thanksForThat]));
}

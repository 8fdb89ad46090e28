/** Somebody who speaks for several organisations: where they stand for each of them, and in whose name they speak. */

import type { Partner } from '../../app/ports/people.ts';
import { display } from '../../chat/display.ts';
import { mention } from '../../chat/mention.ts';
import type { RoundId } from '../../core/ids.ts';
import { takesPart } from '../../core/participation/progress.ts';
import type { Kept } from '../focus.ts';
import { answer, type Reply, type Talk } from '../talk.ts';
import { type Place, placeOf } from './place.ts';

/** One a seat of each organisation this person speaks for. */
export const organisationsOf = (talk: Pick<Talk, 'actor'>): readonly Partner[] =>
  [
    ...new Map(talk.actor.partners.toReversed().map((one) => [one.organisationId, one])).values(),
  ].toReversed();

/** Their places in a round, one an organisation: the one furthest on when they hold two seats there. */
export async function placesIn(talk: Talk, roundId: RoundId): Promise<Place[]> {
  const places: Place[] = [];
  for (const partner of talk.actor.partners) {
    const place = await placeOf(talk, { round: roundId, partner: partner.id });
    if (place) places.push(place);
  }
  const byOrganisation = Map.groupBy(places, ({ partner }) => partner.organisationId);
  return [...byOrganisation.values()].map(
    (here) => here.find(({ participation }) => takesPart(participation)) ?? here[0]!,
  );
}

/**
 * The organisation's name when the person speaks for another one too, and theirs when they write from somebody else's
 * address; null when there is no doubt.
 */
export function inWhoseName(talk: Pick<Talk, 'actor' | 'conversation'>, partner: Partner): string | null {
  const organisation = display(partner.organisation);
  if (talk.conversation.speakerId === talk.actor.person.id)
    return `${mention(talk.actor.person)} (${organisation})`;
  return organisationsOf(talk).length > 1 ? organisation : null;
}

/** From now on in this conversation. */
export const speakFor = (talk: Talk, partner: Partner): Promise<void> =>
  talk.tx.conversations.setVoice(talk.conversation.id, {
    speakerId: talk.conversation.speakerId,
    partnerId: partner.id,
  });

/** "Au nom de qui ?" `before`: what they wrote already, read once they said. */
export function askVoice(talk: Talk, places: readonly Place[], before: readonly Kept[]): Reply {
  const { voices: say } = talk.say;
  const names = places.map(({ partner }) => display(partner.organisation));
  const labels = [...names, say.all(names.length)];
  return {
    ...answer(say.inWhoseName(talk.say.listed(names))),
    choices: labels.map((label, index) => ({ value: String(index + 1), label })),
    focus: {
      waits: 'voice',
      round: places[0]!.round.id,
      partners: places.map(({ partner }) => partner.id),
      before: [...before],
    },
  };
}

/** What somebody took part in: rounds, readings again, sessions of the committee. */
import { type PartnerId, type RoundId, ref } from '../../core/ids.ts';
import type { ReviewAnswer } from '../../core/participation/understood.ts';
import { adjustmentRef } from '../../core/plan/adjustment.ts';
import type { Scene } from '../perform.ts';
import type { Person } from '../ports/people.ts';
import type { PersonalRows } from '../ports/personal.ts';

/** What they said in sessions of the committee, oldest first. */
export async function positionsOf(
  tx: Scene<'committee' | 'adjustments' | 'proposals'>['tx'],
  consultationId: Scene['consultation']['id'],
  { id }: Person,
) {
  const adjustments = new Map(
    (await tx.adjustments.of(consultationId)).map((one) => [one.id, adjustmentRef(one.number)]),
  );
  const found = [];
  for (const { number, items, positions } of await tx.committee.of(consultationId))
    for (const { member, item, proposal, stand, reason, at } of positions) {
      if (member !== id) continue;
      const about = items.find((one) => one.id === item)?.about;
      const row = proposal === null ? null : await tx.proposals.byId(proposal);
      const named = about?.is === 'adjustment' ? (adjustments.get(about.adjustment) ?? null) : null;
      found.push({ session: number, about: row ? ref(row.number) : named, stand, reason, at });
    }
  return found;
}

/** What they answered to "did we understand you?", oldest first. */
export async function reviewsOf(
  tx: Scene<'notices'>['tx'],
  rounds: readonly RoundId[],
  { id }: Person,
): Promise<(ReviewAnswer & { readonly roundId: RoundId })[]> {
  const found = [];
  for (const roundId of rounds) {
    const mine = (await tx.notices.on('review', roundId)).filter(({ personId }) => personId === id);
    const answers = await tx.notices.answers(mine.map((notice) => notice.id));
    for (const answer of [...answers.values()].flat()) found.push({ ...answer, roundId });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Their places in rounds, with the organisation they hold each for. */
export async function participationsOf(
  tx: Scene<'participations'>['tx'],
  organisations: PersonalRows['organisations'],
) {
  const found = [];
  for (const { partnerId, organisation } of organisations)
    for (const participation of await tx.participations.ofPartner(partnerId as PartnerId))
      found.push({ organisation, participation });
  return found;
}

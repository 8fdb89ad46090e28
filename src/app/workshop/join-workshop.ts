/** A partner takes part in a workshop by speaking in it, invited or not. */

import type { Participation } from '../../core/participation/model.ts';
import { start, takesPart } from '../../core/participation/progress.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Workshop } from '../../core/workshop/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';

export async function joinWorkshop(
  scene: Scene<'participations' | 'reminders'>,
  workshop: Workshop,
  partner: Partner,
): Promise<Participation | Refusal> {
  const { tx, ids, now, consultation } = scene;
  const known = await tx.participations.find(workshop.roundId, partner.id);
  if (known && takesPart(known)) return known;
  const act = { verb: 'workshop.join', subjectType: 'workshop', subjectId: workshop.id } as const;
  return perform(scene, act, async () => {
    await tx.reminders.callOff(partner.person.id, workshop.roundId);
    const participation = start(
      known ?? {
        id: ids.next(),
        consultationId: consultation.id,
        roundId: workshop.roundId,
        partnerId: partner.id,
        state: 'invited',
        answered: [],
        passed: [],
        invitedAt: now,
        reachedAt: now,
        consentedAt: null,
        endedAt: null,
      },
      now,
    );
    if (known === null) await tx.participations.add([participation]);
    else await tx.participations.save(participation);
    return participation;
  });
}

/** Of somebody's organisations, the one they take part for: invited ones first, then the one they began with. */
export async function voiceIn(
  { tx, actor }: Pick<Scene<'participations'>, 'tx' | 'actor'>,
  { roundId }: Pick<Workshop, 'roundId'>,
): Promise<Partner | null> {
  let invited: Partner | null = null;
  for (const partner of actor.partners) {
    const participation = await tx.participations.find(roundId, partner.id);
    if (participation && takesPart(participation)) return partner;
    if (participation) invited ??= partner;
  }
  return invited ?? actor.partners[0] ?? null;
}

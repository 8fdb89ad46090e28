import type { PersonId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { decideExtension, stillOpen } from '../../core/round/extend.ts';
import type { Round } from '../../core/round/model.ts';
import { neverOpened } from '../../core/round/never-opened.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';

export interface Extended {
  readonly round: Round;
  /** To be told, one a person: those who can still answer and whom the bot may write to. */
  readonly told: readonly Partner[];
}

/** Gives a round more time; asked twice at once, it is done once. */
export async function extendRound(
  scene: Scene<'rounds' | 'participations' | 'people'>,
  key: string,
  closesAt: Instant,
): Promise<Extended | Refusal> {
  const { tx, now, consultation } = scene;
  const round = await tx.rounds.byKey(consultation.id, key);
  if (!round) return neverOpened(consultation.content, key);
  const act = {
    verb: 'round.extend',
    subjectType: 'round',
    subjectId: round.id,
    refs: { from: round.closesAt, to: closesAt },
  } as const;
  return perform(scene, act, async () => {
    const refusal = decideExtension(round, closesAt, now);
    if (refusal) return refusal;
    if (!(await tx.rounds.extend(round.id, closesAt)))
      return refuse('extension-changes-nothing', { round: key });
    const open = new Set(
      (await tx.participations.of(round.id)).filter(stillOpen).map(({ partnerId }) => partnerId),
    );
    const people = new Map<PersonId, Partner>();
    for (const partner of await tx.people.partners(consultation.id))
      if (open.has(partner.id) && mayBeWrittenTo(partner) && !people.has(partner.person.id))
        people.set(partner.person.id, partner);
    return { round: { ...round, closesAt }, told: [...people.values()] };
  });
}

export const mayBeWrittenTo = ({ person }: Partner): boolean =>
  person.addresses.length > 0 && person.stoppedAt === null;

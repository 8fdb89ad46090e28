import type { Participation } from '../../core/participation/model.ts';
import { start } from '../../core/participation/progress.ts';
import { roots } from '../../core/proposal/lineage.ts';
import type { Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';

interface Seat {
  readonly participation: Participation;
}

export interface Shared {
  readonly participation: Participation;
  /** Now supported by the other organisation too. */
  readonly proposals: readonly ProposalRow[];
}

/**
 * What somebody said for one organisation stands for another one of theirs: it supports those proposals, and is held to
 * have answered or passed what the first one did.
 */
export async function shareAnswers(
  scene: Scene<'participations' | 'proposals' | 'reminders'>,
  from: Seat,
  to: Seat,
): Promise<Shared | Refusal> {
  const { tx, now, ids, consultation, actor } = scene;
  const { roundId, partnerId } = from.participation;
  const act = {
    verb: 'answers.share',
    subjectType: 'participation',
    subjectId: to.participation.id,
    refs: { from: partnerId },
  } as const;
  return perform(scene, act, async () => {
    const all = await tx.proposals.of(consultation.id, { roundId });
    const rootOf = roots(all);
    const theirs = all
      .filter(
        ({ partnerId: author, state }) =>
          author === partnerId && (state === 'submitted' || state === 'merged'),
      )
      .map((row) => rootOf.get(row.id) ?? row)
      .filter(({ partnerId: author }) => author !== to.participation.partnerId);
    const proposals = [...new Map(theirs.map((row) => [row.id, row])).values()];
    for (const { id } of proposals)
      await tx.proposals.endorse({
        id: ids.next(),
        consultationId: consultation.id,
        proposalId: id,
        partnerId: to.participation.partnerId,
        at: now,
      });
    const both = (key: 'answered' | 'passed') => [
      ...new Set([...to.participation[key], ...from.participation[key]]),
    ];
    const answered = both('answered');
    const participation: Participation = {
      ...start(to.participation, now),
      answered,
      passed: both('passed').filter((key) => !answered.includes(key)),
      state: 'finished',
      endedAt: now,
    };
    await tx.participations.save(participation);
    await tx.reminders.callOff(actor.person.id, roundId);
    return { participation, proposals };
  });
}

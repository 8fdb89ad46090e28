/** A partner says what they think of a statement, and changes their mind until the round closes. */
import type { Prompt } from '../../core/consultation/model.ts';
import type { ProposalId } from '../../core/ids.ts';
import type { Participation } from '../../core/participation/model.ts';
import { mayAnswer, take } from '../../core/participation/progress.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { type View, viewOf } from '../../core/round/validation.ts';
import { perform, type Scene } from '../perform.ts';

export interface Reacted {
  readonly participation: Participation;
  /** The reason they had given for what they thought before; null when there was none. */
  readonly before: ProposalId | null;
}

/** `reason`: the proposal that holds it; null while they gave none. */
export async function react(
  scene: Scene<'reactions' | 'participations' | 'reminders'>,
  given: {
    readonly round: Round;
    readonly participation: Participation;
    readonly prompts: readonly Prompt[];
    readonly statement: string;
    readonly view: View;
    readonly reason: ProposalId | null;
  },
): Promise<Reacted | Refusal> {
  const { tx, ids, now, consultation, actor } = scene;
  const { round, participation, statement, view, reason } = given;
  const id = ids.next();
  const refs = { statement, view };
  const act = { verb: 'reaction.take', subjectType: 'reaction', subjectId: id, refs } as const;
  return perform(scene, act, async () => {
    const refusal = mayAnswer(participation);
    if (refusal) return refusal;
    if (round.state !== 'open' || now >= round.closesAt)
      return refuse('round-not-open', { round: round.key });
    const before = viewOf(await tx.reactions.of(round.id), participation.partnerId, statement);
    await tx.reactions.add(
      {
        id,
        roundId: round.id,
        partnerId: participation.partnerId,
        statement,
        view,
        proposalId: reason,
        at: now,
      },
      consultation.id,
    );
    const next = take(participation, given.prompts, statement, 'answered', now);
    await tx.participations.save(next);
    await tx.reminders.callOff(actor.person.id, round.id);
    return { participation: next, before: before?.proposalId ?? null };
  });
}

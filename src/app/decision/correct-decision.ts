/** An answer recorded wrongly, or one that changed: a new step. Nothing recorded is taken away. */
import type { DecisionStatus } from '../../core/consultation/model.ts';
import { answerOf, mayDecide } from '../../core/decision/answer.ts';
import type { DecisionStep } from '../../core/decision/model.ts';
import { type DecisionId, ref, type WordsId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { isTold } from './restitution.ts';

export interface Corrected {
  readonly proposal: ProposalRow;
  readonly before: DecisionStep;
  /** Somebody had read the answer before: they get another message at the next restitution. */
  readonly told: boolean;
  /** The body it awaits now; null when it is decided. */
  readonly awaits: string | null;
}

/** By the body that spoke last, on the day it spoke, unless others are named. */
export async function correctDecision(
  scene: Scene<'proposals' | 'decisions' | 'restitutions' | 'consultations'>,
  number: number,
  asked: {
    readonly status: DecisionStatus;
    readonly reason: WordsId;
    readonly body: string | null;
    readonly decidedOn: string | null;
  },
): Promise<Corrected | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const act = {
    verb: 'decision.correct',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { status: asked.status, proposals: [ref(number)] },
  } as const;
  return perform(scene, act, async () => {
    // Two decisions at once: the second one waits, and reads what the first one recorded.
    await tx.consultations.lock(consultation.id);
    const { rules } = consultation.content;
    const row = await tx.proposals.byNumber(consultation.id, number);
    if (!row) return refuse('unknown-proposal', { proposal: ref(number) });
    const steps = (await tx.decisions.of(consultation.id)).filter(({ proposalId }) => proposalId === row.id);
    const before = steps.at(-1);
    if (!before) return refuse('not-decided-yet', { proposal: ref(number) });
    const body = asked.body ?? before.body;
    const refusal = mayDecide(row, steps, body, asked.status, rules);
    if (refusal) return refusal;
    const sent = await tx.restitutions.of(consultation.id);
    const step: DecisionStep = {
      id: ids.next<DecisionId>(),
      proposalId: row.id,
      body,
      status: asked.status,
      reason: asked.reason,
      decidedOn: asked.decidedOn ?? before.decidedOn,
      recordedBy: actor.person.id,
      recordedAt: now,
      reopens: false,
    };
    await tx.decisions.add([step], consultation.id);
    const answer = answerOf([...steps, step], rules);
    return {
      proposal: row,
      before,
      told: isTold(sent, row.id, before.id),
      awaits: answer.state === 'awaiting' ? answer.body : null,
    };
  });
}

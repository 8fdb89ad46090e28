/** What became of somebody's proposals, as far as they were told: a decision is never read here before its message. */
import { isTold } from '../../app/decision/restitution.ts';
import type { ProposalRow } from '../../app/ports/proposals.ts';
import { decidedStep } from '../../core/decision/answer.ts';
import type { DecisionStep } from '../../core/decision/model.ts';
import type { ProposalId } from '../../core/ids.ts';
import type { Talk } from '../talk.ts';

export async function toldAnswers(
  { tx, consultation, actor }: Pick<Talk, 'tx' | 'consultation' | 'actor'>,
  rows: readonly ProposalRow[],
): Promise<ReadonlyMap<ProposalId, DecisionStep>> {
  const own = new Set(actor.partners.map(({ id }) => id));
  const sent = (await tx.restitutions.of(consultation.id)).filter(
    ({ partnerId, sentAt }) => sentAt !== null && own.has(partnerId),
  );
  if (sent.length === 0) return new Map();
  const steps = Map.groupBy(await tx.decisions.of(consultation.id), ({ proposalId }) => proposalId);
  return new Map(
    rows.flatMap(({ id, mergedInto }) => {
      const step = decidedStep(steps.get(mergedInto ?? id) ?? [], consultation.content.rules);
      return step && isTold(sent, id, step.id) ? [[id, step] as const] : [];
    }),
  );
}

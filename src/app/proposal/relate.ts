/** What an author says of their proposal beside a close one of somebody else: a nuance of it, apart from it, no more joined to it. */
import type { ProposalId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalLink } from '../ports/links.ts';
import type { ProposalRow } from '../ports/proposals.ts';

type Needs = 'proposals' | 'links' | 'doubts';
type Row = Pick<ProposalRow, 'id' | 'number'>;

/** Nobody asks again whether they are the same. */
export async function relate(
  scene: Scene<Needs>,
  mine: Row,
  others: readonly Row[],
  kind: ProposalLink['kind'],
): Promise<true | Refusal> {
  const { tx, now } = scene;
  const act = {
    verb: kind === 'nuance' ? 'proposal.nuance' : 'proposal.apart',
    subjectType: 'proposal',
    subjectId: mine.id,
    refs: { others: others.map(({ id }) => id) },
  } as const;
  return perform(scene, act, async () => {
    for (const { id } of others) await link(scene, mine.id, id, kind);
    await tx.doubts.resolve(mine.id, 'near', now);
    return true as const;
  });
}

export const link = (
  { tx, ids, now, consultation }: Scene<'links'>,
  proposalId: ProposalId,
  otherId: ProposalId,
  kind: ProposalLink['kind'],
): Promise<void> =>
  tx.links.set({ id: ids.next(), consultationId: consultation.id, proposalId, otherId, kind, at: now });

/** Joined once, it stands on its own again, and nobody asks to join these two any more. */
export async function separate(
  scene: Scene<Needs | 'consultations'>,
  number: number,
): Promise<{ readonly row: ProposalRow; readonly from: ProposalRow | null } | Refusal> {
  const { tx, consultation, actor } = scene;
  const row = await tx.proposals.byNumber(consultation.id, number);
  const named = { proposal: ref(number) };
  if (!row || !actor.partners.some(({ id }) => id === row.partnerId))
    return refuse('no-such-proposal', named);
  if (row.state !== 'merged') return refuse('not-merged', named);
  const from = row.mergedInto === null ? null : await tx.proposals.byId(row.mergedInto);
  const refs: Record<string, string> = from ? { from: from.id } : {};
  const act = { verb: 'proposal.separate', subjectType: 'proposal', subjectId: row.id, refs } as const;
  return perform(scene, act, async () => {
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    await tx.proposals.setState(row.id, 'submitted', null, revision);
    if (from) await link(scene, row.id, from.id, 'apart');
    return { row, from };
  });
}

/** Whether an author chose to keep these two apart. */
export async function keptApart(
  { tx }: Scene<'links'>,
  one: ProposalId,
  other: ProposalId,
): Promise<boolean> {
  return (await tx.links.of([one])).some(
    ({ proposalId, otherId }) => [proposalId, otherId].includes(one) && [proposalId, otherId].includes(other),
  );
}

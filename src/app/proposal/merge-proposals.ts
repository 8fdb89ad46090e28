import { ref } from '../../core/ids.ts';
import { mayMerge } from '../../core/proposal/change.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { keptApart, link } from './relate.ts';

export interface MergeSuggestion {
  readonly from: ProposalRow;
  readonly into: ProposalRow;
}

/** A facilitator thinks two proposals say the same: nothing is merged before the first one's author agrees. */
export async function suggestMerge(
  scene: Scene<'proposals' | 'links'>,
  numbers: { readonly from: number; readonly into: number },
): Promise<MergeSuggestion | Refusal> {
  const from = await scene.tx.proposals.byNumber(scene.consultation.id, numbers.from);
  const into = await scene.tx.proposals.byNumber(scene.consultation.id, numbers.into);
  const refusal = mayMerge(from, into);
  if (refusal || !from || !into) return refusal ?? refuse('no-such-proposal');
  if (await keptApart(scene, from.id, into.id))
    return refuse('kept-apart', { proposal: ref(from.number), other: ref(into.number) });
  const act = {
    verb: 'merge.suggest',
    subjectType: 'proposal',
    subjectId: from.id,
    refs: { into: into.id },
  } as const;
  return perform(scene, act, async () => ({ from, into }));
}

/** The author agrees: the proposal is merged, its author supports the other one; its answer will be the other's. */
export async function agreeToMerge(
  scene: Scene<'proposals' | 'consultations' | 'doubts'>,
  { from, into }: MergeSuggestion,
  author: Partner,
): Promise<MergeSuggestion | Refusal> {
  const { tx, consultation } = scene;
  const act = {
    verb: 'merge.agree',
    subjectType: 'proposal',
    subjectId: from.id,
    refs: { into: into.id },
  } as const;
  const done = await perform(scene, act, async () => {
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    // Read again under the lock: what it is merged into must still be there.
    const [one, other] = [await tx.proposals.byId(from.id), await tx.proposals.byId(into.id)];
    const refusal = one?.partnerId === author.id ? mayMerge(one, other) : refuse('no-such-proposal');
    if (refusal) return refusal;
    await tx.proposals.setState(from.id, 'merged', into.id, revision);
    await tx.doubts.resolve(from.id, 'near', scene.now);
    return true;
  });
  return isRefusal(done) ? done : { from, into };
}

/** The author keeps it apart: nobody is asked about these two again. */
export async function refuseMerge(
  scene: Scene<'proposals' | 'doubts' | 'links'>,
  { from, into }: MergeSuggestion,
): Promise<MergeSuggestion | Refusal> {
  const act = {
    verb: 'merge.refuse',
    subjectType: 'proposal',
    subjectId: from.id,
    refs: { into: into.id },
  } as const;
  return perform(scene, act, async () => {
    await link(scene, from.id, into.id, 'apart');
    await scene.tx.doubts.resolve(from.id, 'near', scene.now);
    return { from, into };
  });
}

/** What a partner may do to one of their proposals, named by its number. */
import { ref } from '../../core/ids.ts';
import { mayChange } from '../../core/proposal/change.ts';
import type { Extract, Tag } from '../../core/proposal/model.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import { machineTags } from './machine-tags.ts';
import { noticeChange } from './supporters.ts';
import { takeOut } from './withdraw.ts';

type Needs = 'proposals' | 'consultations' | 'doubts';

export async function ownProposal(
  scene: Scene<'proposals'>,
  number: number,
  to: Parameters<typeof mayChange>[2],
): Promise<ProposalRow | Refusal> {
  const proposal = await scene.tx.proposals.byNumber(scene.consultation.id, number);
  const partnerIds = scene.actor.partners.map((partner) => partner.id);
  return (
    mayChange(proposal, partnerIds, to) ?? proposal ?? refuse('no-such-proposal', { proposal: ref(number) })
  );
}

const subject = (proposal: ProposalRow) => ({ subjectType: 'proposal', subjectId: proposal.id });

export async function withdrawProposal(
  scene: Scene<Needs>,
  proposal: ProposalRow,
): Promise<ProposalRow | Refusal> {
  return perform(scene, { verb: 'proposal.withdraw', ...subject(proposal) }, async () => {
    const { revision } = await scene.tx.consultations.advance(scene.consultation.id, 0);
    await takeOut(scene, [proposal], 'withdrawn', revision);
    return proposal;
  });
}

export async function restoreProposal(
  scene: Scene<Needs>,
  proposal: ProposalRow,
): Promise<ProposalRow | Refusal> {
  return perform(scene, { verb: 'proposal.restore', ...subject(proposal) }, async () => {
    const { revision } = await scene.tx.consultations.advance(scene.consultation.id, 0);
    await scene.tx.proposals.setState(proposal.id, 'submitted', null, revision);
    return proposal;
  });
}

/** A new text, read again; what people said of it stands. */
export async function reviseProposal(
  scene: Scene<Needs | 'people' | 'notices'>,
  proposal: ProposalRow,
  by: { readonly extract: Extract; readonly idea: Idea | null },
): Promise<ProposalRow | Refusal> {
  const { tx, ids, now, consultation } = scene;
  return perform(scene, { verb: 'proposal.revise', ...subject(proposal) }, async () => {
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    const version = { ...by.extract, n: proposal.versions.length + 1, at: now };
    await tx.proposals.addVersion(proposal.id, { ...version, id: ids.next() }, revision);
    const tags = by.idea ? machineTags(proposal.tags, by.idea.tags) : proposal.tags;
    await tx.proposals.setTags(
      proposal.id,
      tags.map((tag) => ({ ...tag, id: ids.next() })),
      { contentId: consultation.contentId, at: now, revision },
    );
    await noticeChange(scene, [proposal]);
    return { ...proposal, versions: [...proposal.versions, version], tags };
  });
}

/** The author, or a facilitator, says how it is to be read; doubts about the axis end with it. */
export async function retagProposal(
  scene: Scene<Needs>,
  proposal: ProposalRow,
  verb: 'proposal.correct' | 'proposal.retag',
  tags: readonly Omit<Tag, 'source' | 'confidence'>[],
): Promise<ProposalRow | Refusal> {
  const { tx, ids, now, consultation } = scene;
  const source = verb === 'proposal.correct' ? ('partner' as const) : ('facilitator' as const);
  return perform(scene, { verb, ...subject(proposal) }, async () => {
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    const said = tags.map((tag) => ({ ...tag, source, confidence: 1, id: ids.next() }));
    await tx.proposals.setTags(proposal.id, said, { contentId: consultation.contentId, at: now, revision });
    if (tags.some((tag) => tag.dimension === 'axis')) await tx.doubts.resolve(proposal.id, 'axis', now);
    return proposal;
  });
}

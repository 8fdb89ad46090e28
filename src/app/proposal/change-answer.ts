import type { Prompt } from '../../core/consultation/model.ts';
import type { WordsId } from '../../core/ids.ts';
import type { Proposal } from '../../core/proposal/model.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { Answer } from '../ports/proposals.ts';
import { machineTags } from './machine-tags.ts';
import { addProposals } from './submit-answer.ts';
import { noticeChange } from './supporters.ts';
import { takeOut } from './withdraw.ts';

export interface Changed {
  readonly revised: readonly Proposal[];
  readonly added: readonly Proposal[];
  readonly withdrawn: readonly Proposal[];
}

const nothing: Changed = { revised: [], added: [], withdrawn: [] };

export interface AnswerEdit {
  readonly answer: Answer;
  readonly round: Round;
  readonly prompt: Prompt | null;
  readonly partner: Partner;
  readonly words: WordsId;
  readonly ideas: readonly Idea[];
  /** The platform's time of the edit: an older one than the text in force changes nothing. */
  readonly at: Instant;
}

/**
 * The person edited the message behind an answer: its ideas become new versions of its proposals, in order; ideas too
 * many are new proposals, proposals too many are withdrawn.
 */
export async function editAnswer(
  scene: Scene<'answers' | 'proposals' | 'consultations' | 'doubts' | 'people' | 'notices'>,
  edit: AnswerEdit,
): Promise<Changed | Refusal> {
  const { tx, ids, now, consultation } = scene;
  const { answer } = edit;
  return perform(scene, { verb: 'answer.edit', subjectType: 'answer', subjectId: answer.id }, async () => {
    if (answer.deletedAt !== null || edit.at <= answer.textAt) return nothing;
    await tx.answers.setText(answer.id, edit.words, edit.at);
    const before = (await tx.proposals.byAnswer(answer.id)).filter((one) => one.state === 'submitted');
    const { revision } = await tx.consultations.advance(consultation.id, 0);
    const revised = before.slice(0, edit.ideas.length);
    for (const [index, proposal] of revised.entries()) {
      const { start, end, tags } = edit.ideas[index]!;
      const n = proposal.versions.length + 1;
      await tx.proposals.addVersion(
        proposal.id,
        { id: ids.next(), n, words: edit.words, start, end, at: now },
        revision,
      );
      const kept = machineTags(proposal.tags, tags).map((tag) => ({ ...tag, id: ids.next() }));
      await tx.proposals.setTags(proposal.id, kept, { contentId: consultation.contentId, at: now, revision });
    }
    await noticeChange(scene, revised);
    const withdrawn = before.slice(edit.ideas.length);
    await takeOut(scene, withdrawn, 'withdrawn', revision);
    const late = edit.round.state !== 'open' || now >= edit.round.closesAt;
    const added = await addProposals(
      scene,
      { ...edit, ideas: edit.ideas.slice(before.length) },
      answer.id,
      late ? 'pending' : 'in-time',
    );
    return { revised, added: added.map(({ proposal }) => proposal), withdrawn };
  });
}

/** The person deleted the message behind an answer: its proposals are withdrawn; a later edit changes nothing. */
export async function deleteAnswer(
  scene: Scene<'answers' | 'proposals' | 'consultations' | 'doubts'>,
  answer: Answer,
  at: Instant,
): Promise<Changed | Refusal> {
  const { tx } = scene;
  return perform(scene, { verb: 'answer.delete', subjectType: 'answer', subjectId: answer.id }, async () => {
    if (answer.deletedAt !== null) return nothing;
    await tx.answers.setDeleted(answer.id, at);
    const withdrawn = (await tx.proposals.byAnswer(answer.id)).filter((one) => one.state === 'submitted');
    if (withdrawn.length === 0) return nothing;
    const { revision } = await tx.consultations.advance(scene.consultation.id, 0);
    await takeOut(scene, withdrawn, 'withdrawn', revision);
    return { ...nothing, withdrawn };
  });
}

import type { Prompt } from '../../core/consultation/model.ts';
import type { AnswerId, ConversationId, ProposalId, WordsId } from '../../core/ids.ts';
import { type Participation, UNPROMPTED } from '../../core/participation/model.ts';
import { mayAnswer, take } from '../../core/participation/progress.ts';
import { standingOf } from '../../core/participation/standing.ts';
import type { Lateness, Proposal } from '../../core/proposal/model.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';

export interface AnswerGiven {
  readonly round: Round;
  readonly participation: Participation | null;
  readonly partner: Partner;
  /** null for words that answer no prompt in particular. */
  readonly prompt: Prompt | null;
  readonly prompts: readonly Prompt[];
  readonly conversationId: ConversationId;
  readonly messageRef: string;
  readonly words: WordsId;
  readonly textAt: Instant;
  readonly ideas: readonly Idea[];
}

export interface AnswerTaken {
  readonly answerId: AnswerId;
  readonly participation: Participation;
  readonly proposals: readonly { readonly proposal: Proposal; readonly idea: Idea }[];
  readonly late: boolean;
}

type Needs = 'reminders' | 'answers' | 'proposals' | 'participations' | 'consultations' | 'doubts';

/** Stores an answer and the proposals read in it. After the close it is kept too, as late, for a facilitator to settle. */
export async function submitAnswer(scene: Scene<Needs>, given: AnswerGiven): Promise<AnswerTaken | Refusal> {
  const { tx, ids, now } = scene;
  const answerId = ids.next<AnswerId>();
  const act = { verb: 'answer.submit', subjectType: 'answer', subjectId: answerId } as const;
  return perform(scene, act, async () => {
    const refusal = mayAnswer(given.participation);
    if (refusal) return refusal;
    const late = given.round.state !== 'open' || now >= given.round.closesAt;
    await tx.answers.add({
      id: answerId,
      consultationId: scene.consultation.id,
      roundId: given.round.id,
      partnerId: given.partner.id,
      promptKey: given.prompt?.key ?? null,
      conversationId: given.conversationId,
      messageRef: given.messageRef,
      wordsId: given.words,
      textAt: given.textAt,
      deletedAt: null,
      createdAt: now,
    });
    const proposals = await addProposals(scene, given, answerId, late ? 'pending' : 'in-time');
    const answered = given.prompt?.key ?? UNPROMPTED;
    const participation = late
      ? given.participation!
      : take(given.participation!, given.prompts, answered, 'answered', now);
    if (participation !== given.participation) await tx.participations.save(participation);
    await tx.reminders.callOff(given.partner.person.id, given.round.id);
    return { answerId, participation, proposals, late };
  });
}

/** New proposals of an answer, one an idea, with the doubts they raise. */
export async function addProposals(
  scene: Scene<'proposals' | 'consultations' | 'doubts'>,
  given: Pick<AnswerGiven, 'round' | 'partner' | 'prompt' | 'words' | 'ideas'>,
  answerId: AnswerId,
  lateness: Lateness,
): Promise<readonly { proposal: Proposal; idea: Idea }[]> {
  const { tx, ids, now, consultation } = scene;
  if (given.ideas.length === 0) return [];
  const { firstNumber, revision } = await tx.consultations.advance(consultation.id, given.ideas.length);
  const made = given.ideas.map((idea, index) => ({
    idea,
    proposal: {
      id: ids.next<ProposalId>(),
      consultationId: consultation.id,
      number: firstNumber + index,
      partnerId: given.partner.id,
      roundId: given.round.id,
      promptKey: given.prompt?.key ?? null,
      answerId,
      state: 'submitted' as const,
      lateness,
      mergedInto: null,
      versions: [{ n: 1, words: given.words, start: idea.start, end: idea.end, at: now }],
      tags: idea.tags,
      submittedAt: now,
    },
  }));
  const standing = standingOf(given.partner, consultation.content.colleges);
  await tx.proposals.add(
    made.map(({ proposal }) => ({ ...proposal, externalId: null, attribution: null, standing })),
    { contentId: consultation.contentId, revision },
  );
  for (const { proposal, idea } of made) {
    const doubt = {
      consultationId: consultation.id,
      proposalId: proposal.id,
      inboundId: null,
      raisedAt: now,
    };
    if (idea.axisDoubt)
      await tx.doubts.add({ ...doubt, id: ids.next(), kind: 'axis', options: idea.axisDoubt });
    const [nearest] = idea.near;
    if (nearest) await tx.doubts.add({ ...doubt, id: ids.next(), kind: 'near', options: [nearest.proposal] });
    if (lateness === 'pending') await tx.doubts.add({ ...doubt, id: ids.next(), kind: 'late', options: [] });
  }
  return made;
}

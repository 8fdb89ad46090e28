/** What somebody said on paper, by phone or in a meeting, entered by a facilitator as theirs. */
import type { AnswerId, AttachmentId, ConversationId, WordsId } from '../../core/ids.ts';
import type { Participation } from '../../core/participation/model.ts';
import { heard } from '../../core/participation/progress.ts';
import type { Proposal } from '../../core/proposal/model.ts';
import type { Idea } from '../../core/proposal/reading.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import type { Instant } from '../../core/time.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import { addProposals } from './submit-answer.ts';

/** A partner and the newest round they are invited to, open ones first. */
export interface SpokenFor {
  readonly partner: Partner;
  readonly round: Round;
  readonly participation: Participation;
}

/** Partners that `named` tells apart, in a round; refuses nobody, and several. */
export async function findSpokenFor(
  { tx, consultation }: Scene<'people' | 'rounds' | 'participations'>,
  named: (partner: Partner) => boolean,
): Promise<SpokenFor | Refusal> {
  const partners = (await tx.people.partners(consultation.id)).filter(named);
  if (partners.length === 0) return refuse('no-such-partner');
  const rounds = (await tx.rounds.of(consultation.id)).filter(({ state }) => state !== 'cancelled');
  const inOrder = [
    ...rounds.filter(({ state }) => state === 'open'),
    ...rounds.filter(({ state }) => state !== 'open'),
  ];
  for (const round of inOrder) {
    const found: SpokenFor[] = [];
    for (const partner of partners) {
      const participation = await tx.participations.find(round.id, partner.id);
      if (participation) found.push({ partner, round, participation });
    }
    if (found.length > 1) return refuse('several-of-that-name', { count: found.length });
    if (found.length === 1) return found[0]!;
  }
  return refuse('partner-not-invited');
}

export interface Recorded {
  readonly proposals: readonly Proposal[];
  readonly late: boolean;
}

export interface OnBehalf extends SpokenFor {
  readonly source: string;
  /** The file it was taken from. */
  readonly attachmentId?: AttachmentId | null;
  readonly conversationId: ConversationId;
  readonly messageRef: string;
  /** The facilitator's message: from now on the words of the person spoken for. */
  readonly words: WordsId;
  readonly textAt: Instant;
  readonly ideas: readonly Idea[];
}

/** Recorded as theirs; the act says who entered it, and from what. */
export async function recordOnBehalf(
  scene: Scene<
    'answers' | 'words' | 'proposals' | 'participations' | 'reminders' | 'consultations' | 'doubts'
  >,
  given: OnBehalf,
): Promise<Recorded | Refusal> {
  const { tx, ids, now, consultation } = scene;
  const { partner, round, participation } = given;
  const answerId = ids.next<AnswerId>();
  const act = {
    verb: 'answer.record',
    subjectType: 'answer',
    subjectId: answerId,
    refs: {
      partner: partner.id,
      source: given.source,
      ...(given.attachmentId ? { attachment: given.attachmentId } : {}),
    },
  } as const;
  return perform(scene, act, async () => {
    const late = round.state !== 'open' || now >= round.closesAt;
    await tx.words.give(given.words, consultation.id, partner.person.id);
    await tx.answers.add({
      id: answerId,
      consultationId: consultation.id,
      roundId: round.id,
      partnerId: partner.id,
      promptKey: null,
      conversationId: given.conversationId,
      messageRef: given.messageRef,
      wordsId: given.words,
      attachmentId: given.attachmentId ?? null,
      textAt: given.textAt,
      deletedAt: null,
      createdAt: now,
    });
    const made = await addProposals(
      scene,
      { ...given, prompt: null },
      answerId,
      late ? 'pending' : 'in-time',
    );
    if (!late) {
      await tx.participations.save(heard(participation, now));
      await tx.reminders.callOff(partner.person.id, round.id);
    }
    return { proposals: made.map(({ proposal }) => proposal), late };
  });
}

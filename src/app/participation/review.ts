/** "Did we understand you?": each contributor of a round is shown how their words were read, before the restitution. */
import type { ConsultationId, PersonId, ProposalId } from '../../core/ids.ts';
import { type ReviewAnswer, type Understood, understoodIn } from '../../core/participation/understood.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { Act } from '../ports/acts.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';
import type { Transaction } from '../ports/store.ts';
import { confirmReading } from '../proposal/confirm-reading.ts';

export interface ReviewProgress {
  readonly round: Round;
  readonly people: Understood;
  /** Contributors who were not asked yet. */
  readonly left: readonly PersonId[];
  /** Answers to the restitution are on their way: too late to ask. */
  readonly over: boolean;
}

type Reads = 'rounds' | 'proposals' | 'people' | 'notices' | 'restitutions';

const toReview = ({ state }: ProposalRow): boolean => state === 'submitted' || state === 'merged';

/** Of the named round, or the newest one that stands. */
export async function reviewProgress(
  scene: Scene<Reads>,
  key: string | null,
): Promise<ReviewProgress | Refusal> {
  const { tx, consultation } = scene;
  const rounds = (await tx.rounds.of(consultation.id)).filter(({ state }) => state !== 'cancelled');
  const round = key === null ? rounds[0] : rounds.find((one) => one.key === key);
  if (!round) return key === null ? refuse('nothing-opened') : refuse('no-such-round', { round: key });
  const act = { verb: 'review.watch', subjectType: 'round', subjectId: round.id } as const;
  return perform(scene, act, async () => {
    const partners = new Map((await tx.people.partners(consultation.id)).map((one) => [one.id, one]));
    const people = new Map<PersonId, Partner>();
    for (const row of await tx.proposals.of(consultation.id, { roundId: round.id })) {
      const author = row.partnerId === null ? undefined : partners.get(row.partnerId);
      if (author && toReview(row)) people.set(author.person.id, author);
    }
    const asked = new Set((await tx.notices.on('review', round.id)).map(({ personId }) => personId));
    return {
      round,
      people: await understood(tx, round),
      left: [...people.values()]
        .filter(
          ({ person }) => person.stoppedAt === null && person.addresses.length > 0 && !asked.has(person.id),
        )
        .map(({ person }) => person.id),
      over: (await tx.restitutions.of(consultation.id)).some(({ roundId }) => roundId === round.id),
    };
  });
}

async function understood(
  tx: Pick<Transaction, 'notices' | 'proposals'>,
  { id, key, consultationId }: Round,
): Promise<Understood> {
  const notices = await tx.notices.on('review', id);
  const answers = await tx.notices.answers(notices.map((notice) => notice.id));
  // Whoever put back what they had withdrawn took that answer back.
  const standing = new Set(
    (await tx.proposals.of(consultationId, { roundId: id })).filter(toReview).map((row) => row.id),
  );
  const holds = ({ answer, proposalId }: ReviewAnswer) =>
    answer !== 'withdrawn' || proposalId === null || !standing.has(proposalId);
  return understoodIn(
    key,
    notices.map((notice) => ({
      reached: notice.state === 'queued',
      answers: (answers.get(notice.id) ?? []).filter(holds),
    })),
  );
}

/** Of each round about which contributors were asked, the oldest first. */
export async function understoodSoFar(
  tx: Pick<Transaction, 'rounds' | 'notices' | 'proposals'>,
  consultation: ConsultationId,
): Promise<readonly Understood[]> {
  const found: Understood[] = [];
  for (const round of (await tx.rounds.of(consultation)).toReversed())
    if (round.state !== 'cancelled') found.push(await understood(tx, round));
  return found.filter(({ asked }) => asked > 0);
}

/** The actor finds all of these of theirs well understood. */
export async function findUnderstood(
  scene: Scene<'notices'>,
  asked: { readonly notice: string; readonly round: string },
  rows: readonly ProposalRow[],
): Promise<true | Refusal> {
  const { tx, ids, now } = scene;
  const { notice, round } = asked;
  const id: string = ids.next();
  const done = await confirmReading(scene, rows, { answered: id, notice, round });
  if (isRefusal(done)) return done;
  await tx.notices.answer({ id, noticeId: notice, answer: 'confirmed', proposalId: null, at: now });
  return true;
}

/** The actor corrects or withdraws one of theirs; `doubt` has the correction when people are to make it. */
export async function answerReview(
  scene: Scene<'notices'>,
  notice: string,
  answer: Exclude<ReviewAnswer['answer'], 'confirmed'>,
  proposalId: ProposalId,
  doubt: string | null = null,
): Promise<true | Refusal> {
  const { tx, ids, now } = scene;
  const id: string = ids.next();
  const refs = { answer, answered: id, ...(doubt === null ? {} : { doubt }) };
  const act = { verb: 'review.answer', subjectType: 'proposal', subjectId: proposalId, refs } as const;
  return perform(scene, act, async () => {
    await tx.notices.answer({ id, noticeId: notice, answer, proposalId, at: now });
    return true as const;
  });
}

/** It counts no more. False when the team took the correction up already: it then stands. Within `undoing`. */
export async function takeBackReview(
  { tx, now }: Scene<'notices' | 'doubts'>,
  { refs: { answered, doubt } }: Pick<Act, 'refs'>,
): Promise<boolean> {
  if (typeof doubt === 'string' && !(await tx.doubts.settle(doubt, now))) return false;
  await tx.notices.retract(String(answered));
  return true;
}

/** Asks those who were not asked yet; each message leaves at its hour. How many. */
export async function startReview(scene: Scene<Reads>, key: string): Promise<number | Refusal> {
  const { tx, ids, now, consultation } = scene;
  const progress = await reviewProgress(scene, key);
  if ('refused' in progress) return progress;
  const { round } = progress;
  return perform(scene, { verb: 'review.start', subjectType: 'round', subjectId: round.id }, async () => {
    if (progress.over) return refuse('review-too-late', { round: round.key });
    if (progress.left.length === 0) return refuse('nobody-to-review', { round: round.key });
    return tx.notices.add(
      progress.left.map((personId) => ({
        id: ids.next(),
        consultationId: consultation.id,
        personId,
        kind: 'review' as const,
        subjectId: round.id,
        state: 'waiting' as const,
        dueAt: now,
        deliveryId: null,
        createdAt: now,
      })),
    );
  });
}

/** What the actor is asked to read again of that round, in order. */
export async function ofReview(
  { tx, actor }: Scene<'proposals'>,
  roundId: string,
): Promise<readonly ProposalRow[]> {
  const rows: ProposalRow[] = [];
  for (const { id } of actor.partners)
    rows.push(
      ...(await tx.proposals.byPartner(id)).filter((row) => row.roundId === roundId && toReview(row)),
    );
  return rows.toSorted((a, b) => a.number - b.number);
}

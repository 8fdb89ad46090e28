/** "Did we understand you?": each contributor of a round is shown how their words were read, before the restitution. */
import type { PersonId } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Round } from '../../core/round/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { Partner } from '../ports/people.ts';
import type { ProposalRow } from '../ports/proposals.ts';

export interface ReviewProgress {
  readonly round: Round;
  /** People asked, and of those who were reached; answers of each kind; reached, and nothing said. */
  readonly asked: number;
  readonly reached: number;
  readonly confirmed: number;
  readonly corrected: number;
  readonly withdrawn: number;
  readonly silent: number;
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
    const rows = await tx.notices.on('review', round.id);
    const asked = new Set(rows.map(({ personId }) => personId));
    const answered = (as: string) => rows.filter(({ answer }) => answer === as).length;
    const reached = rows.filter(({ state, answer }) => state === 'queued' || answer !== null);
    return {
      round,
      asked: rows.length,
      reached: reached.length,
      confirmed: answered('confirmed'),
      corrected: answered('corrected'),
      withdrawn: answered('withdrawn'),
      silent: reached.filter(({ answer }) => answer === null).length,
      left: [...people.values()]
        .filter(
          ({ person }) => person.stoppedAt === null && person.addresses.length > 0 && !asked.has(person.id),
        )
        .map(({ person }) => person.id),
      over: (await tx.restitutions.of(consultation.id)).some(({ roundId }) => roundId === round.id),
    };
  });
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
        answer: null,
        answeredAt: null,
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

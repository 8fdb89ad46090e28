import type { DecisionStatus } from '../../core/consultation/model.ts';
import { answerOf, mayDecide } from '../../core/decision/answer.ts';
import type { DecisionStep } from '../../core/decision/model.ts';
import type { DecisionId, PersonId, WordsId } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';

type Needs = 'proposals' | 'decisions' | 'consultations';

export interface Said {
  readonly body: string;
  /** The business day, `YYYY-MM-DD`. */
  readonly decidedOn: string;
}

/** The same, and who records it. */
export interface SaidBy extends Said {
  readonly by: PersonId;
}

/** A body gives one status and one reason to some proposals; all of them, or none when one can't be. */
export async function recordDecision(
  scene: Scene<Needs>,
  numbers: readonly number[],
  said: Said & { readonly status: DecisionStatus; readonly reason: WordsId },
): Promise<readonly ProposalRow[] | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const act = {
    verb: 'decision.record',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { body: said.body, status: said.status, proposals: numbers.map(ref) },
  } as const;
  return perform(scene, act, async () => {
    // Two decisions at once: the second one waits, and reads what the first one recorded.
    await tx.consultations.lock(consultation.id);
    const before = Map.groupBy(await tx.decisions.of(consultation.id), (step) => step.proposalId);
    const rows: ProposalRow[] = [];
    for (const number of new Set(numbers)) {
      const row = await tx.proposals.byNumber(consultation.id, number);
      if (!row) return refuse('unknown-proposal', { proposal: ref(number) });
      const refusal = mayDecide(
        row,
        before.get(row.id) ?? [],
        said.body,
        said.status,
        consultation.content.rules,
      );
      if (refusal) return refusal;
      rows.push(row);
    }
    const step = { ...said, recordedBy: actor.person.id, recordedAt: now, reopens: false };
    await tx.decisions.add(
      rows.map((row) => ({ ...step, id: ids.next<DecisionId>(), proposalId: row.id })),
      consultation.id,
    );
    return rows;
  });
}

/** A body confirms, as they stand, all answers that await it, but for some. */
export async function ratify(
  scene: Scene<Needs>,
  said: Said,
  except: readonly number[] = [],
): Promise<number | Refusal> {
  const { tx, consultation, actor } = scene;
  const act = {
    verb: 'decision.record',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { body: said.body, except: except.map(ref) },
  } as const;
  return perform(scene, act, async () => {
    // Two decisions at once: the second one waits, and reads what the first one recorded.
    await tx.consultations.lock(consultation.id);
    const by = actor.person.id;
    const ratified = await confirmAnswers(scene, { ...said, by }, (row) => !except.includes(row.number));
    return ratified.length === 0 ? refuse('nothing-to-ratify', { body: said.body }) : ratified.length;
  });
}

/** A body's word on the answers that await it, for whoever recorded it: under the consultation's lock, on no record of its own. */
export async function confirmAnswers(
  scene: Pick<Scene<'proposals' | 'decisions'>, 'tx' | 'consultation' | 'ids' | 'now'>,
  { by, ...said }: SaidBy,
  taken: (row: ProposalRow) => boolean,
): Promise<readonly ProposalRow[]> {
  const { tx, consultation, ids, now } = scene;
  const confirmed = (await answersAwaiting(scene, said.body)).filter(({ row }) => taken(row));
  await tx.decisions.add(
    confirmed.map(
      ({ row, last }): DecisionStep => ({
        ...said,
        id: ids.next<DecisionId>(),
        proposalId: row.id,
        status: last.status,
        reason: last.reason,
        recordedBy: by,
        recordedAt: now,
        reopens: false,
      }),
    ),
    consultation.id,
  );
  return confirmed.map(({ row }) => row);
}

/** Proposals whose answer awaits a body, each with what the body before said. */
export async function answersAwaiting(
  { tx, consultation }: Pick<Scene<'proposals' | 'decisions'>, 'tx' | 'consultation'>,
  body: string,
): Promise<readonly { readonly row: ProposalRow; readonly last: DecisionStep }[]> {
  const { rules } = consultation.content;
  const steps = Map.groupBy(await tx.decisions.of(consultation.id), (step) => step.proposalId);
  const rows = await tx.proposals.of(consultation.id, { states: ['submitted'] });
  return rows.flatMap((row) => {
    const answer = answerOf(steps.get(row.id) ?? [], rules);
    return answer.state === 'awaiting' && answer.body === body ? [{ row, last: answer.last }] : [];
  });
}

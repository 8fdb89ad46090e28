/** What is still owed: answers, their age and who owes them; replies to disputes; and the days left (C5). */

import { daysBetween, localDay } from '../../core/consultation/local-day.ts';
import { type Owed, owedBy } from '../../core/decision/answer.ts';
import { type Countdown, countdown } from '../../core/decision/countdown.ts';
import type { Dispute } from '../../core/decision/dispute.ts';
import { type AdjustmentsOwed, adjustmentsOwed } from '../../core/plan/owed.ts';
import type { Refusal } from '../../core/refusal.ts';
import { pending } from '../adjustment/decide-adjustments.ts';
import { perform, type Scene } from '../perform.ts';
import type { Transaction } from '../ports/store.ts';

export interface Debts {
  readonly owed: readonly Owed[];
  /** Of the oldest one, in local days. */
  readonly oldest: number;
  /** Answered, but told to nobody yet. */
  readonly untold: boolean;
  readonly disputes: readonly Dispute[];
  /** null while no round was closed. */
  readonly countdown: Countdown | null;
}

type Needs = 'proposals' | 'decisions' | 'disputes' | 'rounds' | 'restitutions';
export type DebtNeeds = Needs | 'adjustments' | 'plans';

/** Adjustments of the plan too: bodies owe them a word, as they owe contributions one. */
export type AllDebts = Debts & { readonly adjustments: readonly AdjustmentsOwed[] };

export async function whatIsOwed(scene: Scene<DebtNeeds>): Promise<AllDebts | Refusal> {
  const { consultation } = scene;
  const act = { verb: 'decision.owed', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, () => everythingOwed(scene));
}

/** The same, on no record: for a gate. */
export async function everythingOwed(scene: Scene<DebtNeeds>): Promise<AllDebts> {
  const { tx, consultation } = scene;
  const steps = await tx.adjustments.steps(consultation.id);
  const adjustments = adjustmentsOwed(await pending(scene), steps, consultation.content.rules);
  return { ...(await debtsOf(scene)), adjustments };
}

/** Answers and disputes alone, on no record: for a digest. */
export async function debtsOf({
  tx,
  consultation,
  now,
}: Pick<Scene, 'consultation' | 'now'> & { readonly tx: Pick<Transaction, Needs> }): Promise<Debts> {
  const { rules, zone } = consultation.content;
  const rows = await tx.proposals.of(consultation.id);
  const owed = owedBy(rows, await tx.decisions.of(consultation.id), rules);
  const since = owed.flatMap(({ proposals }) => proposals.map((one) => one.since));
  const closed = (await tx.rounds.of(consultation.id)).filter(({ state }) => state === 'closed');
  const last = closed.map((round) => round.closedAt ?? round.closesAt);
  const today = localDay(now, zone);
  return {
    owed,
    oldest: since.length === 0 ? 0 : daysBetween(localDay(Math.min(...since), zone), today),
    untold: (await tx.restitutions.of(consultation.id)).length === 0,
    disputes: (await tx.disputes.of(consultation.id)).filter(({ outcome }) => outcome === null),
    countdown: last.length === 0 ? null : countdown(Math.max(...last), now, zone),
  };
}

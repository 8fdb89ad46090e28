/** The close of a phase and the publication of a report: neither passes over a debt without a reason on record. */
import type { Owed } from '../decision/answer.ts';
import type { Dispute } from '../decision/dispute.ts';
import type { PersonId, WordsId } from '../ids.ts';
import type { AdjustmentsOwed } from '../plan/owed.ts';
import type { Instant } from '../time.ts';

export const GATES = ['phase', 'report'] as const;
export type Gate = (typeof GATES)[number];

/** What is owed, by whom. At least one of the three holds something. */
export interface Held {
  readonly owed: readonly Owed[];
  readonly adjustments: readonly AdjustmentsOwed[];
  /** Whose reply is late; one that is still in its time holds nothing. */
  readonly disputes: readonly Dispute[];
}

/** What keeps a gate shut; null when it is open. What was said after `until` is not this gate's. */
export function heldBy(
  { owed, adjustments, disputes }: Held,
  now: Instant,
  until: Instant = Number.POSITIVE_INFINITY,
): Held | null {
  const held: Held = {
    owed: owed.flatMap(({ body, proposals }) => {
      const theirs = proposals.filter(({ since }) => since <= until);
      return theirs.length > 0 ? [{ body, proposals: theirs }] : [];
    }),
    adjustments: adjustments.filter(({ since }) => since <= until),
    disputes: disputes.filter(
      ({ outcome, dueAt, raisedAt }) => outcome === null && dueAt < now && raisedAt <= until,
    ),
  };
  return Object.values(held).every(({ length }) => length === 0) ? null : held;
}

/** A debt as it is kept on record: references, never a text. */
export interface DebtOnRecord {
  /** `P-0042`, by the body that owes their answers. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
  /** `A-3`, by the body that owes a word. */
  readonly adjustments: Readonly<Record<string, readonly string[]>>;
  /** Numbers of disputes. */
  readonly disputes: readonly number[];
}

export const onRecord = ({ owed, adjustments, disputes }: Held): DebtOnRecord => ({
  answers: Object.fromEntries(owed.map(({ body, proposals }) => [body, proposals.map(({ ref }) => ref)])),
  adjustments: Object.fromEntries(adjustments.map(({ body, refs }) => [body, refs])),
  disputes: disputes.map(({ number }) => number),
});

export interface DebtCount {
  readonly answers: number;
  readonly adjustments: number;
  readonly disputes: number;
}

const all = (byBody: Readonly<Record<string, readonly string[]>>): number =>
  Object.values(byBody).reduce((sum, { length }) => sum + length, 0);

export const countOf = ({ answers, adjustments, disputes }: DebtOnRecord): DebtCount => ({
  answers: all(answers),
  adjustments: all(adjustments),
  disputes: disputes.length,
});

/** Somebody passed a gate. */
export interface Passage {
  readonly id: string;
  readonly gate: Gate;
  /** The key of the phase, the number of the report. */
  readonly subject: string;
  /** What was still owed then, and why it was passed over; null when nothing was. */
  readonly override: { readonly debt: DebtOnRecord; readonly reason: WordsId } | null;
  readonly by: PersonId;
  readonly at: Instant;
  readonly takenBackAt: Instant | null;
}

/** The passage of that gate that stands. */
export const passageOf = (passages: readonly Passage[], gate: Gate, subject: string): Passage | null =>
  passages.findLast((one) => one.gate === gate && one.subject === subject && one.takenBackAt === null) ??
  null;

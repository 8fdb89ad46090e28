/** A dispute of an answer: who reads it a second time, by when, and who may not. */
import { addDays, endOfDay, localDay } from '../consultation/local-day.ts';
import type { Rules } from '../consultation/model.ts';
import type { PartnerId, PersonId, ProposalId, WordsId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Instant } from '../time.ts';
import type { DecisionStep } from './model.ts';

export type DisputeOutcome = 'upheld' | 'changed' | 'dropped';

export interface Dispute {
  readonly id: string;
  /** 1, 2, 3… in its consultation. */
  readonly number: number;
  /** The person's own proposal, or one they support. */
  readonly proposalId: ProposalId;
  readonly partnerId: PartnerId;
  readonly stepId: DecisionStep['id'];
  /** What they wrote, from `start` (UTF-16) on; at least one. */
  readonly said: readonly { readonly words: WordsId; readonly start: number }[];
  readonly readerId: PersonId | null;
  readonly raisedAt: Instant;
  readonly dueAt: Instant;
  readonly remindedAt: Instant | null;
  /** null while it is open; `dropped` when its words were erased. */
  readonly outcome: DisputeOutcome | null;
  readonly reason: WordsId | null;
  readonly answeredBy: PersonId | null;
  readonly answeredAt: Instant | null;
}

const DAYS = 21;
const AHEAD = 3 * 86_400_000;

/** The last second of the day by which the person has a reply. */
export const replyDue = (now: Instant, rules: Pick<Rules, 'disputes'>, zone: string): Instant =>
  endOfDay(addDays(localDay(now, zone), rules.disputes?.days ?? DAYS), zone);

/** Everybody who had a hand in the answer: none of them reads it a second time. */
export const decidersOf = (steps: readonly Pick<DecisionStep, 'recordedBy'>[]): ReadonlySet<PersonId> =>
  new Set(steps.map(({ recordedBy }) => recordedBy));

/** Of those who may, the one with the fewest open disputes; null when all had a hand in the answer. */
export function secondReader(
  team: readonly PersonId[],
  deciders: ReadonlySet<PersonId>,
  open: readonly Pick<Dispute, 'readerId'>[],
): PersonId | null {
  const load = (id: PersonId) => open.filter(({ readerId }) => readerId === id).length;
  const able = team.filter((id) => !deciders.has(id));
  return able.toSorted((a, b) => load(a) - load(b) || (a < b ? -1 : 1))[0] ?? null;
}

/** Whether this person may reply to it, or take it to reply. */
export function mayReply(
  dispute: Pick<Dispute, 'number' | 'outcome'>,
  person: PersonId,
  deciders: ReadonlySet<PersonId>,
): Refusal | null {
  if (dispute.outcome !== null) return refuse('dispute-answered', { number: dispute.number });
  return deciders.has(person) ? refuse('dispute-own-decision', { number: dispute.number }) : null;
}

/** Whether an answer told to somebody may be disputed now, or what they add goes to a dispute under way. */
export function disputable(
  theirs: readonly Pick<Dispute, 'id' | 'stepId' | 'outcome' | 'number'>[],
  told: DecisionStep['id'],
): 'new' | { readonly adds: string } | Refusal {
  const open = theirs.find(({ outcome }) => outcome === null);
  if (open) return { adds: open.id };
  const settled = theirs.find(({ stepId, outcome }) => stepId === told && outcome === 'upheld');
  return settled ? refuse('dispute-settled', { number: settled.number }) : 'new';
}

/** Three days before it is due, then once it is late: one reminder each. */
export function reminderDue(
  { outcome, readerId, dueAt, remindedAt, raisedAt }: Dispute,
  now: Instant,
): 'soon' | 'late' | null {
  if (outcome !== null || readerId === null) return null;
  if (now > dueAt) return remindedAt !== null && remindedAt > dueAt ? null : 'late';
  return now >= Math.max(dueAt - AHEAD, raisedAt + 1) && remindedAt === null ? 'soon' : null;
}

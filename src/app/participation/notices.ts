/** Messages nobody asked for that wait for their hour, beside reminders: within the weekly budget, in working hours. */
import type { DeliveryId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Scene } from '../perform.ts';
import type { LoadedConsultation } from '../ports/consultations.ts';
import type { Conversation } from '../ports/conversations.ts';
import type { Ids } from '../ports/edge.ts';
import type { NoticeRow } from '../ports/notices.ts';
import type { Partner } from '../ports/people.ts';
import type { Transaction } from '../ports/store.ts';
import { lanesOf } from '../round/remind.ts';

export interface Notice {
  readonly row: NoticeRow;
  /** All that the person speaks for. */
  readonly partners: readonly [Partner, ...Partner[]];
  readonly conversation: Conversation;
}

interface Edge {
  readonly ids: Ids;
  readonly now: Instant;
}

/** Where working hours never meet, it is looked at again the next day. */
const LATER = 24 * 3_600_000;

/**
 * Those that may leave now, at most `limit`, their conversations locked; those too early are postponed, those for
 * nobody dropped. `seen`: how many were looked at.
 */
export async function dueNotices(
  tx: Pick<Transaction, 'notices' | 'people' | 'conversations' | 'outbox'>,
  consultation: LoadedConsultation,
  edge: Edge,
  limit: number,
): Promise<{ readonly due: readonly Notice[]; readonly seen: number }> {
  const rows = await tx.notices.due(consultation.id, edge.now, limit);
  const people: (readonly Partner[])[] = [];
  for (const { personId } of rows) {
    const partners = await tx.people.partnersOf(personId);
    const reached = partners.some(({ person }) => person.addresses.length > 0 && person.stoppedAt === null);
    people.push(reached ? partners : []);
  }
  const lanes = await lanesOf(
    tx,
    consultation,
    [...new Map(people.flatMap(([one]) => (one ? [[one.person.id, one]] : []))).values()],
    edge,
  );
  const due: Notice[] = [];
  for (const [index, row] of rows.entries()) {
    const [first, ...others] = people[index]!;
    const conversation = first ? lanes.conversationOf(first.person) : null;
    if (!first || !conversation) {
      await tx.notices.drop(row.id);
      continue;
    }
    const at = lanes.leavesAt(first.person);
    if (at !== null && at <= edge.now) {
      lanes.left(first.person);
      due.push({ row, partners: [first, ...others], conversation });
    } else await tx.notices.postpone(row.id, at ?? edge.now + LATER);
  }
  return { due, seen: rows.length };
}

/** The notice leaves as that delivery; false when another process sent it, or it has nothing to say any more. */
export async function depart(
  tx: Pick<Transaction, 'notices' | 'outbox'>,
  { row, conversation }: Notice,
  document: unknown,
  { ids, now }: Edge,
): Promise<boolean> {
  if (document === null) {
    await tx.notices.drop(row.id);
    return false;
  }
  const deliveryId = ids.next<DeliveryId>();
  if (!(await tx.notices.queue(row.id, deliveryId))) return false;
  await tx.outbox.add([
    {
      id: deliveryId,
      consultationId: row.consultationId,
      conversationId: conversation.id,
      kind: row.kind,
      document,
      inboundId: null,
      roundId: null,
      notBefore: null,
      createdAt: now,
    },
  ]);
  return true;
}

/** The person a notice is for, as who reads. */
export const readerOf = (
  tx: Transaction,
  consultation: LoadedConsultation,
  { partners }: Notice,
  edge: Edge,
): Scene<keyof Transaction> & { readonly tx: Transaction } => ({
  tx,
  consultation,
  actor: { person: partners[0].person, partners },
  ...edge,
});

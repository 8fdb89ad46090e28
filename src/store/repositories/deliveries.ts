/** Rows of the outbox, read; and which of them are still to leave. */
import type { Delivery } from '../../app/ports/outbox.ts';
import type { ConsultationId, ConversationId, DeliveryId, InboundId, RoundId } from '../../core/ids.ts';
import { type Delivery as DeliveryRow, Prisma } from '../generated/client.ts';
import { toInstant, toInstantOrNull } from '../instants.ts';

/** Deliveries queued before a restore belong to an older generation: they are held back. */
export const GENERATION = Prisma.sql`(SELECT generation FROM "Installation" WHERE id = 1)`;
export const PENDING = Prisma.sql`d.state IN ('queued', 'sending')`;

export const read = (row: DeliveryRow): Delivery => ({
  id: row.id as DeliveryId,
  consultationId: row.consultationId as ConsultationId | null,
  conversationId: row.conversationId as ConversationId,
  kind: row.kind,
  document: row.document,
  inboundId: row.inboundId as InboundId | null,
  roundId: row.roundId as RoundId | null,
  notBefore: toInstantOrNull(row.notBefore),
  createdAt: toInstant(row.createdAt),
  seq: row.seq,
  state: row.state as Delivery['state'],
  attempts: row.attempts,
  lookups: row.lookups,
  doubtful: row.doubtful,
  error: row.error,
  messageRef: row.messageRef,
  sentAt: toInstantOrNull(row.sentAt),
});

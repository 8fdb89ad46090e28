import type { MemoryPlatform } from '../../adapters/memory/platform.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { ConsultationId, ConversationId, DeliveryId, RoundId } from '../../src/core/ids.ts';
import { ids, say } from './kit.ts';

/** Queues texts for people, as a fan-out does; their conversations in the order of `people`. */
export function queue(
  store: Store,
  platform: MemoryPlatform,
  people: readonly string[],
  texts: readonly string[],
  options: { kind?: string; roundId?: RoundId; consultationId?: ConsultationId; at?: number } = {},
): Promise<readonly ConversationId[]> {
  const consultationId = options.consultationId ?? ids.next<ConsultationId>();
  const at = options.at ?? Date.UTC(2015, 2, 2);
  return store.transaction(async (tx) => {
    const conversations = await tx.conversations.directs(
      people.map((userId) => ({
        id: ids.next<ConversationId>(),
        platform: platform.name,
        workspace: 'main',
        userId,
        consultationId,
        at,
      })),
    );
    await tx.outbox.add(
      texts.flatMap((text) =>
        conversations.map((conversation) => ({
          id: ids.next<DeliveryId>(),
          consultationId,
          conversationId: conversation.id,
          kind: options.kind ?? 'prompt',
          document: say(text),
          inboundId: null,
          roundId: options.roundId ?? null,
          notBefore: null,
          createdAt: at,
        })),
      ),
    );
    return conversations.map(({ id }) => id);
  });
}

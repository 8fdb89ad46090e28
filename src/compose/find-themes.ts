/** The job that finds the themes of what was said so far. */
import type { Clock, Ids } from '../app/ports/edge.ts';
import type { Store } from '../app/ports/store.ts';
import { type Group, groupByAxis, readForThemes } from '../app/theme/find-themes.ts';
import { keepAndTell } from '../bot/facilitator/themes/find.ts';
import type { ConversationId, DeliveryId } from '../core/ids.ts';
import { isRefusal } from '../core/refusal.ts';
import type { Handlers } from '../jobs/runner.ts';
import { inNameOf } from './in-name-of.ts';

/** Reads in one transaction, groups in none, keeps and tells in a second one. */
export async function findThemes(
  store: Store,
  clock: Clock,
  ids: Ids,
  group: Group,
  data: Parameters<Handlers['find-themes']>[0],
): Promise<void> {
  const answer = data.deliveryId as DeliveryId;
  const conversation = data.conversationId as ConversationId;
  const within = inNameOf({ store, clock, ids }, data, async (tx) => (await tx.outbox.byId(answer)) !== null);
  const read = await within(async (scene) => ({
    content: scene.consultation.content,
    texts: await readForThemes(scene),
  }));
  if (read === null) return;
  const { content, texts } = read;
  const found = isRefusal(texts) ? texts : await groupByAxis(content, texts, group);
  await within((scene) => keepAndTell(scene, found, { answer, conversation }));
}

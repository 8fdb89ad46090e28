/** `tour deliveries`: what waits to be sent, on chats and by e-mail, and what could not be. Says to whom, never what. */
import type { Mail } from '../app/ports/mails.ts';
import type { Delivery } from '../app/ports/outbox.ts';
import type { Transaction } from '../app/ports/store.ts';
import type { ConsultationId, ConversationId } from '../core/ids.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, moment, result, say } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export interface DeliveriesOptions extends AsOptions {
  readonly state: readonly Delivery['state'][];
  readonly limit: number;
}

export async function deliveries(context: Context, options: DeliveriesOptions): Promise<ExitCode> {
  const { rows, names, zone } = await asSomebody(context, options, 'deliveries.list', async (scene) => {
    const { id, content } = scene.consultation;
    const { tx } = scene;
    const rows = newest(
      await tx.outbox.of(id, options.state, options.limit),
      await tx.mails.of(id, options.state, options.limit),
    ).slice(0, options.limit);
    const names = await namesIn(tx, id, [...new Set(rows.map((row) => row.conversationId))]);
    return { rows, names, zone: content.zone };
  });
  const shown = rows.map(({ id, by, kind, state, attempts, error, conversationId, createdAt, next }) => ({
    id,
    by,
    to: names.get(conversationId) ?? null,
    kind,
    state,
    attempts,
    error,
    conversationId,
    createdAt: new Date(createdAt).toISOString(),
    notBefore: next === null ? null : new Date(next).toISOString(),
  }));
  const states = stateNames(context);
  const ways = { chat: say(context, 'discussion', 'chat'), mail: 'e-mail' };
  return result(context, { deliveries: shown }, () =>
    rows.length === 0
      ? [say(context, 'Aucun envoi dans cet état.', 'No delivery in that state.')]
      : table(
          [
            say(context, 'créé', 'made'),
            say(context, 'voie', 'by'),
            say(context, 'état', 'state'),
            say(context, 'nature', 'kind'),
            say(context, 'essais', 'attempts'),
            say(context, 'à', 'to'),
            say(context, 'erreur', 'error'),
          ],
          rows.map((row) => [
            moment(context, row.createdAt, zone),
            ways[row.by],
            states[row.state],
            row.kind,
            String(row.attempts),
            onOneLine(names.get(row.conversationId) ?? row.conversationId, 40),
            onOneLine(row.error ?? '', 80),
          ]),
          context.out.colour,
        ),
  );
}

const stateNames = (context: Context): Readonly<Record<(Delivery | Mail)['state'], string>> => ({
  queued: say(context, 'en attente', 'queued'),
  sending: say(context, 'en cours', 'sending'),
  sent: say(context, 'parti', 'sent'),
  failed: say(context, 'en échec', 'failed'),
  dropped: say(context, 'abandonné', 'dropped'),
});

const newest = (said: readonly Delivery[], mailed: readonly Mail[]) =>
  [
    ...said.map((row) => ({ ...row, by: 'chat' as const, next: row.notBefore })),
    ...mailed.map((row) => ({
      ...row,
      by: 'mail' as const,
      next: row.state === 'queued' ? row.dueAt : null,
    })),
  ].sort((a, b) => b.createdAt - a.createdAt);

/** Whom each direct conversation is with; a room, a stranger and somebody erased have no name here. */
async function namesIn(
  tx: Pick<Transaction, 'conversations' | 'people'>,
  id: ConsultationId,
  conversations: readonly ConversationId[],
): Promise<ReadonlyMap<ConversationId, string>> {
  const names = new Map<ConversationId, string>();
  for (const one of conversations) {
    const found = await tx.conversations.byId(one);
    if (found === null || found.userId === null) continue;
    const { platform, workspace, userId } = found;
    const people = await tx.people.byAddress({ platform, workspace, userId });
    const name = people.find(({ consultationId }) => consultationId === id)?.name;
    if (name) names.set(one, name);
  }
  return names;
}

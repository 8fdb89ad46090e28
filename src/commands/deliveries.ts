/** `tour deliveries`: what waits to be sent, on chats and by e-mail, and what could not be. Holds no text of people. */
import type { Mail } from '../app/ports/mails.ts';
import type { Delivery } from '../app/ports/outbox.ts';
import { consultationNamed } from './consultation-named.ts';
import { type Context, moment, result, say } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export interface DeliveriesOptions {
  readonly consultation?: string;
  readonly state: readonly Delivery['state'][];
  readonly limit: number;
}

export async function deliveries(context: Context, options: DeliveriesOptions): Promise<ExitCode> {
  const { said, mailed, zone } = await context.store.transaction(async (tx) => {
    const { id, content } = await consultationNamed(context, tx, options.consultation);
    return {
      said: await tx.outbox.of(id, options.state, options.limit),
      mailed: await tx.mails.of(id, options.state, options.limit),
      zone: content.zone,
    };
  });
  const rows = [
    ...said.map((row) => ({ ...row, by: 'chat' as const, next: row.notBefore })),
    ...mailed.map((row) => ({
      ...row,
      by: 'mail' as const,
      next: row.state === 'queued' ? row.dueAt : null,
    })),
  ]
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, options.limit);
  const shown = rows.map(({ id, by, kind, state, attempts, error, conversationId, createdAt, next }) => ({
    id,
    by,
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
            'conversation',
            say(context, 'erreur', 'error'),
          ],
          rows.map((row) => [
            moment(context, row.createdAt, zone),
            ways[row.by],
            states[row.state],
            row.kind,
            String(row.attempts),
            row.conversationId,
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

/** `tour deliveries`: what waits to be sent, and what could not be. Holds no text of people. */
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
  const { rows, zone } = await context.store.transaction(async (tx) => {
    const { id, content } = await consultationNamed(context, tx, options.consultation);
    return { rows: await tx.outbox.of(id, options.state, options.limit), zone: content.zone };
  });
  const shown = rows.map(({ id, kind, state, attempts, error, conversationId, createdAt, notBefore }) => ({
    id,
    kind,
    state,
    attempts,
    error,
    conversationId,
    createdAt: new Date(createdAt).toISOString(),
    notBefore: notBefore === null ? null : new Date(notBefore).toISOString(),
  }));
  const states = stateNames(context);
  return result(context, { deliveries: shown }, () =>
    rows.length === 0
      ? [say(context, 'Aucun envoi dans cet état.', 'No delivery in that state.')]
      : table(
          [
            say(context, 'créé', 'made'),
            say(context, 'état', 'state'),
            say(context, 'nature', 'kind'),
            say(context, 'essais', 'attempts'),
            'conversation',
            say(context, 'erreur', 'error'),
          ],
          rows.map((row) => [
            moment(context, row.createdAt, zone),
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

const stateNames = (context: Context): Readonly<Record<Delivery['state'], string>> => ({
  queued: say(context, 'en attente', 'queued'),
  sending: say(context, 'en cours', 'sending'),
  sent: say(context, 'parti', 'sent'),
  failed: say(context, 'en échec', 'failed'),
  dropped: say(context, 'abandonné', 'dropped'),
});

/** `tour events`: what came in and could not be handled. Holds no text of people. */
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, moment, result, say } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export async function events(
  context: Context,
  options: AsOptions & { readonly limit: number },
): Promise<ExitCode> {
  const { rows, zone } = await asSomebody(context, options, 'events.list', async ({ tx, consultation }) => ({
    rows: await tx.inbox.failed(options.limit, consultation.id),
    zone: consultation.content.zone,
  }));
  const failed = rows.map(({ id, platform, workspace, eventId, type, receivedAt, error }) => ({
    id,
    platform,
    workspace,
    eventId,
    type,
    receivedAt: new Date(receivedAt).toISOString(),
    error,
  }));
  return result(context, { failed }, () =>
    rows.length === 0
      ? [say(context, 'Aucun événement en échec.', 'No failed event.')]
      : table(
          [
            say(context, 'reçu', 'received'),
            say(context, 'plateforme', 'platform'),
            'type',
            say(context, 'événement', 'event'),
            say(context, 'erreur', 'error'),
          ],
          rows.map((row) => [
            moment(context, row.receivedAt, zone),
            onOneLine(`${row.platform}:${row.workspace}`, 30),
            row.type,
            onOneLine(row.eventId, 40),
            onOneLine(row.error ?? '', 80),
          ]),
          context.out.colour,
        ),
  );
}

/** `tour moderation`: what was kept from publication and why; names nobody, quotes nothing of theirs, may be published. */
import { moderationLog } from '../app/proposal/moderate.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, moment, result, say, unlessRefused } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export async function moderation(context: Context, options: AsOptions): Promise<ExitCode> {
  const { log, zone } = await asSomebody(context, options, 'moderation.log', async (scene) => {
    const entries = unlessRefused(context, await moderationLog(scene));
    const reasons = await scene.tx.words.texts(entries.map(({ reason }) => reason));
    const log = entries.map(({ at, did, proposal, reason }) => ({
      at,
      did,
      proposal,
      reason: reasons.get(reason) ?? null,
    }));
    return { log, zone: scene.consultation.content.zone };
  });
  const shown = log.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() }));
  return result(context, { moderation: shown }, () =>
    log.length === 0
      ? [say(context, 'Rien n’a été modéré.', 'Nothing was moderated.')]
      : table(
          [
            say(context, 'le', 'on'),
            say(context, 'proposition', 'proposal'),
            say(context, 'acte', 'act'),
            say(context, 'motif', 'reason'),
          ],
          log.map(({ at, did, proposal, reason }) => [
            moment(context, at, zone),
            proposal,
            did === 'moderate'
              ? say(context, 'tenue hors de la publication', 'kept from publication')
              : say(context, 'remise', 'put back'),
            onOneLine(reason ?? say(context, '[effacé]', '[erased]')),
          ]),
          context.out.colour,
        ),
  );
}

/** `tour round remind [KEY]`: only the silent, two at most, in working hours. */
import { askReminders, previewReminder } from '../app/round/remind.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, count, moment, result, say, unlessRefused } from './context.ts';
import type { ExitCode } from './terminal.ts';

export async function roundRemind(
  context: Context,
  key: string | undefined,
  options: AsOptions & { readonly dryRun?: boolean },
): Promise<ExitCode> {
  const dryRun = options.dryRun ?? false;
  const { preview, now, zone } = await asSomebody(context, options, 'round.remind', async (scene) => {
    const preview = unlessRefused(context, await previewReminder(scene, key ?? null));
    if (!dryRun) {
      unlessRefused(context, await askReminders(scene, preview.round.key));
      await context.announce.reminders(scene);
    }
    return { preview, now: scene.now, zone: scene.consultation.content.zone };
  });
  const { round, due, leaves, enough } = preview;
  const dates = leaves.filter((at) => at !== null);
  const later = dates.filter((at) => at > now);
  const figures = {
    at: dates.length - later.length,
    later: later.length,
    never: leaves.length - dates.length,
  };
  const firstLater = later.length > 0 ? Math.min(...later) : null;
  const data = {
    round: round.key,
    dryRun,
    reminded: due.length,
    now: figures.at,
    later: figures.later,
    firstLater: firstLater === null ? null : new Date(firstLater).toISOString(),
    outsideHours: figures.never,
    remindedEnough: enough,
  };
  const n = (figure: number) => count(context, figure);
  return result(context, data, () => [
    dryRun
      ? say(
          context,
          `Essai, rien ne part. Personnes silencieuses de « ${round.key} » à relancer : ${n(due.length)}.`,
          `Dry run, nothing leaves. Silent people of "${round.key}" to remind: ${n(due.length)}.`,
        )
      : say(
          context,
          `Relances demandées pour « ${round.key} » : ${n(due.length)}.`,
          `Reminders asked for "${round.key}": ${n(due.length)}.`,
        ),
    say(
      context,
      `Tout de suite : ${n(figures.at)} ; plus tard, aux heures ouvrées et sans dépasser ce que chaque personne reçoit par semaine : ${n(figures.later)}${firstLater === null ? '' : ` (à partir du ${moment(context, firstLater, zone)})`}.`,
      `At once: ${n(figures.at)}; later, in working hours and within what each person gets in a week: ${n(figures.later)}${firstLater === null ? '' : ` (from ${moment(context, firstLater, zone)})`}.`,
    ),
    ...(enough > 0
      ? [
          say(
            context,
            `Déjà relancées autant que permis : ${n(enough)}.`,
            `Reminded as often as may be already: ${n(enough)}.`,
          ),
        ]
      : []),
  ]);
}

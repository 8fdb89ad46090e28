/** `tour round extend | close | cancel KEY`. */
import { cancelRound, closeRound } from '../app/round/close-round.ts';
import { extendRound } from '../app/round/extend-round.ts';
import { keepWords } from '../app/words/keep-words.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, count, moment, result, say, unlessRefused } from './context.ts';
import { dayGiven } from './day.ts';
import type { ExitCode } from './terminal.ts';

export async function roundExtend(
  context: Context,
  key: string,
  options: AsOptions & { readonly until: string },
): Promise<ExitCode> {
  const day = dayGiven(context, '--until', options.until);
  const { extended, zone } = await asSomebody(context, options, 'round.extend', async (scene) => {
    const { zone } = scene.consultation.content;
    await context.announce.hold(scene, key);
    const done = await extendRound(scene, key, context.calendar.endOf(day, zone));
    const extended = unlessRefused(context, done);
    await context.announce.extended(scene, extended);
    return { extended, zone };
  });
  const { round, told } = extended;
  const data = { round: key, closesAt: new Date(round.closesAt).toISOString(), told: told.length };
  return result(context, data, () => [
    say(
      context,
      `« ${key} » est prolongé jusqu’au ${moment(context, round.closesAt, zone)} ; personnes prévenues : ${count(context, told.length)}.`,
      `"${key}" is extended until ${moment(context, round.closesAt, zone)}; people told: ${count(context, told.length)}.`,
    ),
  ]);
}

/** Before its day, only with a reason, which is kept (C3). */
export async function roundClose(
  context: Context,
  key: string,
  options: AsOptions & { readonly reason?: string },
): Promise<ExitCode> {
  const reason = options.reason?.trim();
  const round = await asSomebody(context, options, 'round.close', async (scene) =>
    unlessRefused(context, await closeRound(scene, key, reason ? await keepWords(scene, reason) : null)),
  );
  return result(context, { round: key, state: round.state }, () => [
    say(
      context,
      `« ${key} » est clos. Ensuite : « npx tour synthesis compile ».`,
      `"${key}" is closed. Next: "npx tour synthesis compile".`,
    ),
  ]);
}

export async function roundCancel(context: Context, key: string, options: AsOptions): Promise<ExitCode> {
  const { dropped, reached } = await asSomebody(context, options, 'round.cancel', async (scene) => {
    await context.announce.hold(scene, key);
    const cancelled = unlessRefused(context, await cancelRound(scene, key));
    await context.announce.cancelled(scene, cancelled);
    return cancelled;
  });
  return result(context, { round: key, dropped, reached: reached.length }, () => [
    say(
      context,
      `« ${key} » est annulé ; messages retenus : ${count(context, dropped)} ; invitations déjà reçues, que le robot prévient : ${count(context, reached.length)}.`,
      `"${key}" is cancelled; messages held back: ${count(context, dropped)}; invitations already received, whom the bot tells: ${count(context, reached.length)}.`,
    ),
  ]);
}

/** `tour phase list | close | reopen`. */
import { closePhase, listPhases, reopenPhase } from '../app/gate/phases.ts';
import { keepWords } from '../app/words/keep-words.ts';
import { inLang } from '../core/consultation/text.ts';
import { countOf } from '../core/gate/gate.ts';
import { type AsOptions, asSomebody } from './as-somebody.ts';
import { type Context, moment, result, say, unlessRefused } from './context.ts';
import { type ExitCode, onOneLine, table } from './terminal.ts';

export async function phaseList(context: Context, options: AsOptions): Promise<ExitCode> {
  const { zone, phases } = await asSomebody(context, options, 'phase.list', async (scene) => {
    const seen = unlessRefused(context, await listPhases(scene));
    const { zone, languages } = scene.consultation.content;
    const reasons = await scene.tx.words.texts(seen.flatMap(({ closed }) => closed?.override?.reason ?? []));
    return {
      zone,
      phases: seen.map(({ phase, closed }) => ({
        phase: phase.key,
        title: inLang(phase.label, context.lang, languages),
        closedAt: closed === null ? null : new Date(closed.at).toISOString(),
        owed: closed?.override ? countOf(closed.override.debt) : null,
        reason: closed?.override ? (reasons.get(closed.override.reason) ?? null) : null,
      })),
    };
  });
  return result(context, { phases }, () =>
    table(
      [
        'phase',
        say(context, 'titre', 'title'),
        say(context, 'close', 'closed'),
        say(context, 'raison', 'reason'),
      ],
      phases.map(({ phase, title, closedAt, reason }) => [
        phase,
        onOneLine(title, 50),
        closedAt === null ? '–' : moment(context, Date.parse(closedAt), zone),
        onOneLine(reason ?? '', 60),
      ]),
      context.out.colour,
    ),
  );
}

export async function phaseClose(
  context: Context,
  key: string,
  options: AsOptions & { readonly override?: string },
): Promise<ExitCode> {
  const passed = await asSomebody(context, options, 'phase.close', async (scene) => {
    const reason = options.override?.trim() ? await keepWords(scene, options.override.trim()) : null;
    return unlessRefused(context, await closePhase(scene, key, reason));
  });
  const owed = passed.override === null ? null : countOf(passed.override.debt);
  return result(context, { phase: key, owed }, () => [
    owed === null
      ? say(
          context,
          `La phase « ${key} » est close, rien n’y reste dû.`,
          `The phase "${key}" is closed, nothing in it is owed.`,
        )
      : say(
          context,
          `La phase « ${key} » est close, la raison est notée. Reste dû : contributions ${owed.answers}, ajustements ${owed.adjustments}, contestations ${owed.disputes}.`,
          `The phase "${key}" is closed, the reason is on record. Still owed: contributions ${owed.answers}, adjustments ${owed.adjustments}, disputes ${owed.disputes}.`,
        ),
  ]);
}

export async function phaseReopen(context: Context, key: string, options: AsOptions): Promise<ExitCode> {
  await asSomebody(context, options, 'phase.reopen', async (scene) =>
    unlessRefused(context, await reopenPhase(scene, key)),
  );
  return result(context, { phase: key }, () => [
    say(context, `La phase « ${key} » est rouverte.`, `The phase "${key}" is open again.`),
  ]);
}

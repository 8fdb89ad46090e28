/** `tour plan indicators` and `tour plan measure ACTION INDICATOR VALUE`. */
import { listIndicators, type MeasuredOne, recordMeasure } from '../../app/plan/measures.ts';
import { keepWords } from '../../app/words/keep-words.ts';
import { figureIn, type Pace } from '../../core/plan/measure.ts';
import { type AsOptions, asSomebody } from '../as-somebody.ts';
import { type Context, count, result, Stop, say, unlessRefused } from '../context.ts';
import { pastDay } from '../day.ts';
import { type ExitCode, onOneLine, table } from '../terminal.ts';

const PACES: Readonly<Record<Pace, readonly [string, string]>> = {
  'no-target': ['sans cible', 'no target'],
  'not-measured': ['pas mesuré', 'not measured'],
  'no-end': ['sans échéance', 'no end'],
  reached: ['atteint', 'reached'],
  'on-track': ['dans les temps', 'on time'],
  'off-track': ['en retard', 'behind'],
};

export const shownMeasure = ({ action, indicator, last, progress }: MeasuredOne) => ({
  action: action.key,
  title: action.label,
  indicator: indicator.key,
  label: indicator.label,
  unit: indicator.unit,
  target: indicator.target,
  value: last?.value ?? null,
  day: last?.day ?? null,
  ...progress,
});

export async function planIndicators(context: Context, options: AsOptions): Promise<ExitCode> {
  const actions = await asSomebody(context, options, 'measure.list', async (scene) =>
    unlessRefused(context, await listIndicators(scene, { lang: context.lang })),
  );
  const rows = actions.flatMap(({ action, indicators }) =>
    indicators.map((one) => shownMeasure({ action, ...one })),
  );
  const figure = (value: number | null) => (value === null ? '–' : count(context, value));
  return result(context, { indicators: rows }, () =>
    rows.length === 0
      ? [say(context, 'Aucune action du plan n’a d’indicateur.', 'No action of the plan has an indicator.')]
      : table(
          [
            'action',
            say(context, 'indicateur', 'indicator'),
            say(context, 'mesure', 'measure'),
            say(context, 'jour', 'day'),
            say(context, 'cible', 'target'),
            say(context, 'état', 'state'),
          ],
          rows.map(({ action, indicator, value, day, target, pace }) => [
            onOneLine(action, 40),
            onOneLine(indicator, 40),
            figure(value),
            day ?? '–',
            figure(target),
            PACES[pace][context.lang === 'en' ? 1 : 0],
          ]),
          context.out.colour,
        ),
  );
}

export async function planMeasure(
  context: Context,
  given: { readonly action: string; readonly indicator: string; readonly value: string },
  options: AsOptions & { readonly on?: string; readonly note?: string },
): Promise<ExitCode> {
  const value = figureIn(given.value);
  if (value === null) throw noFigure(context, given.value);
  const done = await asSomebody(context, options, 'measure.record', async (scene) => {
    const day = pastDay(context, '--on', options.on, scene.consultation.content.zone);
    const note = options.note?.trim() ? await keepWords(scene, options.note.trim()) : null;
    return unlessRefused(
      context,
      await recordMeasure(scene, given, { value, day, note }, { lang: context.lang }),
    );
  });
  const data = shownMeasure(done);
  return result(context, data, () => [
    `${data.action}, ${data.indicator}${say(context, ' : ', ': ')}${count(context, data.value!)}, ${data.day}, ${PACES[data.pace][context.lang === 'en' ? 1 : 0]}`,
  ]);
}

const noFigure = (context: Context, given: string): Stop =>
  new Stop(
    2,
    'no-figure',
    say(
      context,
      `« ${onOneLine(given, 40)} » n’est pas un nombre, ou se lit de deux façons : attendu 12, 12,5 ou "1 200".`,
      `"${onOneLine(given, 40)}" is no number, or can be read two ways: 12, 12.5 or "1 200" is expected.`,
    ),
  );

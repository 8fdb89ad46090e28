/** `tour plan alerts`. */
import { listAlerts } from '../../app/plan/alerts.ts';
import type { AlertLevel } from '../../core/plan/alert.ts';
import { type AsOptions, asSomebody } from '../as-somebody.ts';
import { type Context, count, result, say, unlessRefused } from '../context.ts';
import { type ExitCode, onOneLine, table } from '../terminal.ts';

const WORDS: Readonly<Record<AlertLevel, readonly [string, string]>> = {
  missed: ['cible manquée', 'target missed'],
  'far-behind': ['très en retard', 'far behind'],
  behind: ['en retard', 'behind'],
  'to-measure': ['à mesurer', 'to be measured'],
};

export async function planAlerts(context: Context, options: AsOptions): Promise<ExitCode> {
  const found = await asSomebody(context, options, 'alert.list', async (scene) =>
    unlessRefused(context, await listAlerts(scene, { lang: context.lang })),
  );
  const alerts = found.map(({ action, indicator, level, last, progress }) => ({
    level,
    action: action.key,
    indicator: indicator.key,
    value: last?.value ?? null,
    day: last?.day ?? null,
    target: indicator.target,
    expected: progress.expected,
  }));
  const figure = (value: number | null) => (value === null ? '–' : count(context, value));
  return result(context, { alerts }, () =>
    alerts.length === 0
      ? [say(context, 'Aucune alerte.', 'No alerts.')]
      : table(
          [
            say(context, 'alerte', 'alert'),
            'action',
            say(context, 'indicateur', 'indicator'),
            say(context, 'mesure', 'measure'),
            say(context, 'jour', 'day'),
            say(context, 'cible', 'target'),
          ],
          alerts.map(({ level, action, indicator, value, day, target }) => [
            WORDS[level][context.lang === 'en' ? 1 : 0],
            onOneLine(action, 40),
            onOneLine(indicator, 40),
            figure(value),
            day ?? '–',
            figure(target),
          ]),
          context.out.colour,
        ),
  );
}

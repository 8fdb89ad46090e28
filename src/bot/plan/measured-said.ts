/** An indicator in one sentence. */
import type { Measured } from '../../app/plan/measures.ts';
import type { Inline } from '../../chat/outbound.ts';
import type { Phrases } from '../locales/fr.ts';
import type { Talk } from '../talk.ts';
import { put } from './dialogue.ts';

/** `12 postes le 3 mai 2016, pour une cible de 40 postes (30 %) : en retard`, and the note on it. */
export const measuredSaid = ({ say }: Pick<Talk, 'say'>, measured: Measured): (string | Inline)[] =>
  put(measuredText(say, measured));

/** The same, with whatever stands for what the team wrote. */
export function measuredText(say: Phrases, { indicator, last, progress }: Measured): string {
  const { measure } = say;
  const figure = (value: number) => measure.figure(value, indicator.unit);
  const target = indicator.target === null ? null : figure(indicator.target);
  if (last === null) return measure.of(indicator.label, measure.notMeasured(target));
  const percent = progress.share === null ? null : Math.floor(progress.share * 100);
  const from = indicator.baseline === undefined ? null : figure(indicator.baseline);
  const value = measure.last(figure(last.value), say.day(last.day), target, percent, from);
  const pace = measure.pace[progress.pace];
  const late =
    progress.pace === 'off-track' && progress.expected !== null
      ? [measure.expected(figure(Math.round(progress.expected)))]
      : [];
  return measure.of(indicator.label, [value, ...(pace === null ? [] : [pace]), ...late].join(', '));
}

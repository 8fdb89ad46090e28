/** What a round asks agrees with its axes, and people can inform themselves first (C2). */
import { oneOf, type Report, shown } from '../report.ts';
import type { Source } from '../source.ts';
import { itemsAt, keyText, valueAt } from '../walk.ts';

export function checkRound(source: Source, report: Report): void {
  const axes = itemsAt(source.value, ['axes']).map(({ item }) => keyText(item));
  const prompts = itemsAt(source.value, ['prompts']);
  const form = valueAt(source.value, ['form']);
  for (const { item, path } of prompts) {
    const value = valueAt(item, ['axis']);
    const axis = keyText(value);
    const at = value === undefined ? path : [...path, 'axis'];
    const ofAction = valueAt(item, ['action']) !== undefined;
    if (axes.length === 0 && axis !== null && !ofAction)
      report({
        source,
        path: at,
        code: 'prompt-axis',
        found: shown(axis),
        expected: { fr: 'aucun axe : ce tour n’en a pas', en: 'no axis: this round has none' },
      });
    else if (axes.length > 0 && !axes.includes(axis))
      report({
        source,
        path: at,
        code: 'prompt-axis',
        found: shown(axis),
        expected: oneOf(axes.filter((key) => key !== null)),
      });
  }
  if (form === 'written' || form === 'workshop') checkAsked(source, axes, prompts, report);
  if (form === 'written' && itemsAt(source.value, ['background']).length === 0)
    report({
      source,
      path: ['background'],
      code: 'no-background',
      severity: 'warning',
      expected: { fr: 'au moins un document ou un texte', en: 'at least one document or text' },
    });
}

function checkAsked(
  source: Source,
  axes: readonly (string | null)[],
  prompts: readonly { item: unknown }[],
  report: Report,
): void {
  if (prompts.length === 0) {
    const expected = { fr: 'au moins une question', en: 'at least one prompt' };
    report({ source, path: ['prompts'], code: 'missing-prompt', expected });
    return;
  }
  const asked = new Set(prompts.map(({ item }) => keyText(valueAt(item, ['axis']))));
  for (const [index, axis] of axes.entries()) {
    if (axis === null || asked.has(axis)) continue;
    const expected = { fr: `une question sur l’axe ${axis}`, en: `a prompt on axis ${axis}` };
    report({ source, path: ['axes', index], code: 'missing-prompt', expected });
  }
}

/** The parts of a workshop come in an order that makes sense, within its time. */

import { nearest } from '../nearest.ts';
import type { Said } from '../problem.ts';
import { oneOf, type Report, shown } from '../report.ts';
import type { Path, Source } from '../source.ts';
import { itemsAt, keyText, valueAt } from '../walk.ts';

/** What must have come before. */
const AFTER: Readonly<Record<string, { readonly kind: string; readonly expected: Said }>> = {
  grouping: {
    kind: 'ideas',
    expected: { fr: 'une séquence « ideas » avant celle-ci', en: 'an "ideas" sequence before this one' },
  },
  dots: {
    kind: 'grouping',
    expected: { fr: 'une séquence « grouping » avant celle-ci', en: 'a "grouping" sequence before this one' },
  },
};

export function checkSequences(source: Source, report: Report): void {
  const sequences = itemsAt(source.value, ['sequences']);
  if (valueAt(source.value, ['form']) !== 'workshop') {
    if (sequences.length > 0)
      report({
        source,
        path: ['sequences'],
        code: 'sequence-form',
        expected: { fr: 'form: workshop', en: 'form: workshop' },
      });
    return;
  }
  if (sequences.length === 0) {
    const expected = { fr: 'au moins une séquence « ideas »', en: 'at least one "ideas" sequence' };
    report({ source, path: ['sequences'], code: 'missing-sequence', expected });
    return;
  }
  const kinds = sequences.map(({ item }) => keyText(valueAt(item, ['does'])));
  for (const [at, { item, path }] of sequences.entries()) {
    const kind = kinds[at] ?? null;
    checkPlace(source, kinds, at, path, report);
    checkDots(source, kind, item, path, report);
    checkPrompts(source, item, path, report);
  }
  checkTime(source, sequences, report);
}

function checkPlace(
  source: Source,
  kinds: readonly (string | null)[],
  at: number,
  path: Path,
  report: Report,
): void {
  const kind = kinds[at] ?? '';
  const place = { source, path: [...path, 'does'], code: 'sequence-order', found: shown(kind) } as const;
  const after = Object.hasOwn(AFTER, kind) ? AFTER[kind] : undefined;
  if (after && !kinds.slice(0, at).includes(after.kind)) report({ ...place, expected: after.expected });
  if (kind === 'wrap-up' && at < kinds.length - 1)
    report({ ...place, expected: { fr: 'la conclusion en dernier', en: 'the wrap-up last' } });
}

function checkDots(source: Source, kind: string | null, item: unknown, path: Path, report: Report): void {
  const dots = valueAt(item, ['dots']);
  if (kind === 'dots' && dots === undefined)
    report({
      source,
      path,
      code: 'sequence-dots',
      expected: { fr: 'dots: 5, les points de chaque personne', en: 'dots: 5, what each person has' },
    });
  if (kind !== 'dots' && kind !== null && dots !== undefined)
    report({
      source,
      path: [...path, 'dots'],
      code: 'sequence-dots',
      expected: {
        fr: 'des points dans une séquence « dots » seulement',
        en: 'dots in a "dots" sequence only',
      },
    });
}

function checkPrompts(source: Source, item: unknown, path: Path, report: Report): void {
  const known = new Set(
    itemsAt(source.value, ['prompts']).flatMap((one) => keyText(valueAt(one.item, ['key'])) ?? []),
  );
  for (const one of itemsAt(item, ['prompts'])) {
    const key = keyText(one.item);
    if (key === null || known.has(key)) continue;
    report({
      source,
      path: [...path, ...one.path],
      code: 'unknown-reference',
      found: shown(key),
      expected: oneOf(known),
      nearest: nearest(key, known),
    });
  }
}

function checkTime(source: Source, sequences: readonly { item: unknown }[], report: Report): void {
  const whole = valueAt(source.value, ['minutes']);
  const sum = sequences.reduce((total, { item }) => {
    const minutes = valueAt(item, ['minutes']);
    return total + (typeof minutes === 'number' ? minutes : 0);
  }, 0);
  if (typeof whole !== 'number' || sum <= whole) return;
  report({
    source,
    path: ['minutes'],
    code: 'sequence-minutes',
    found: shown(whole),
    expected: { fr: `au moins ${sum}, leur total`, en: `at least ${sum}, their total` },
  });
}

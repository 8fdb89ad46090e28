/** Days exist and follow each other; rounds lie within their phase and last long enough. */
import { Temporal } from 'temporal-polyfill';
import { nearest } from '../nearest.ts';
import { type Said, same } from '../problem.ts';
import { type Report, shown } from '../report.ts';
import { EXPECTED } from '../shape/common.ts';
import type { Path, Source } from '../source.ts';
import { itemsAt, keyText, valueAt } from '../walk.ts';
import { type Sources, walkAll } from './sources.ts';

/** C3: fewer days than this between opening and close warn. */
const SHORTEST = 21;

export function checkDates(sources: Sources, report: Report): void {
  walkAll(sources, (source, definition, value, path) => {
    if (
      definition === 'Day' &&
      typeof value === 'string' &&
      /^\d{4}-\d{2}-\d{2}$/.test(value) &&
      !dayOf(value)
    )
      report({ source, path, code: 'bad-value', found: shown(value), expected: EXPECTED.day });
  });
  if (sources.consultation) {
    checkZone(sources.consultation, report);
    checkPhases(sources.consultation, report);
    checkHours(sources.consultation, report);
  }
  for (const round of sources.rounds) checkRoundDates(round, sources.consultation, report);
}

function checkZone(source: Source, report: Report): void {
  const zone = valueAt(source.value, ['zone']);
  if (typeof zone !== 'string') return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    if (zone.includes('/') || zone === 'UTC') return;
  } catch {
    // An unknown zone throws.
  }
  const close = nearest(zone, Intl.supportedValuesOf('timeZone'));
  report({
    source,
    path: ['zone'],
    code: 'bad-value',
    found: shown(zone),
    expected: EXPECTED.zone,
    nearest: close,
  });
}

function checkPhases(source: Source, report: Report): void {
  let before: Temporal.PlainDate | null = null;
  for (const { path } of itemsAt(source.value, ['phases'])) {
    const { from } = checkSpan(source, path, report);
    if (from && before && Temporal.PlainDate.compare(from, before) < 0)
      report({
        source,
        path: [...path, 'from'],
        code: 'order',
        found: same(String(from)),
        expected: notBefore(before),
      });
    before = from ?? before;
  }
}

function checkHours(source: Source, report: Report): void {
  const hours: Path = ['rules', 'workingHours'];
  const from = valueAt(source.value, [...hours, 'from']);
  const to = valueAt(source.value, [...hours, 'to']);
  if (typeof from !== 'string' || typeof to !== 'string' || from < to) return;
  const expected = { fr: `une heure après ${from}`, en: `a time after ${from}` };
  report({ source, path: [...hours, 'to'], code: 'order', found: shown(to), expected });
}

function checkRoundDates(source: Source, consultation: Source | null, report: Report): void {
  const { from, to } = checkSpan(source, [], report);
  if (!from || !to) return;
  const key = keyText(valueAt(source.value, ['phase']));
  const phase = itemsAt(consultation?.value, ['phases']).find(
    ({ item }) => keyText(valueAt(item, ['key'])) === key,
  );
  const first = dayOf(valueAt(phase?.item, ['from']));
  const last = dayOf(valueAt(phase?.item, ['to']));
  if (first && last) {
    const expected = { fr: `entre le ${first} et le ${last}`, en: `between ${first} and ${last}` };
    if (Temporal.PlainDate.compare(from, first) < 0)
      report({ source, path: ['from'], code: 'outside-phase', found: same(String(from)), expected });
    if (Temporal.PlainDate.compare(to, last) > 0)
      report({ source, path: ['to'], code: 'outside-phase', found: same(String(to)), expected });
  }
  // A workshop and a session last an afternoon: the 21 days are for what people answer in their own time.
  const form = valueAt(source.value, ['form']);
  const days = from.until(to).total('days');
  if ((form === 'written' || form === 'validation') && days >= 0 && days < SHORTEST)
    report({
      source,
      path: ['to'],
      code: 'short-round',
      severity: 'warning',
      found: { fr: `${days} jours`, en: `${days} days` },
      expected: { fr: `${SHORTEST} jours`, en: `${SHORTEST} days` },
    });
}

function checkSpan(
  source: Source,
  path: Path,
  report: Report,
): { from: Temporal.PlainDate | null; to: Temporal.PlainDate | null } {
  const from = dayOf(valueAt(source.value, [...path, 'from']));
  const to = dayOf(valueAt(source.value, [...path, 'to']));
  if (from && to && Temporal.PlainDate.compare(to, from) < 0)
    report({
      source,
      path: [...path, 'to'],
      code: 'order',
      found: same(String(to)),
      expected: notBefore(from),
    });
  return { from, to };
}

const notBefore = (day: Temporal.PlainDate): Said => ({
  fr: `le ${day} ou un jour plus tard`,
  en: `${day} or a later day`,
});

function dayOf(value: unknown): Temporal.PlainDate | null {
  if (typeof value !== 'string') return null;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' });
  } catch {
    return null;
  }
}

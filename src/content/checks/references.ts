/** Every key that is named exists, and no list names one twice. */
import { nearest } from '../nearest.ts';
import { oneOf, type Report, shown } from '../report.ts';
import { keyText } from '../walk.ts';
import { keysOf, type Sources, walkAll } from './sources.ts';

export function checkReferences(sources: Sources, report: Report): void {
  const { consultation, plan } = sources;
  const known: Readonly<Record<string, Set<string> | null>> = {
    AxisRef: keysOf(consultation, ['axes']),
    CollegeRef: keysOf(consultation, ['colleges']),
    PhaseRef: keysOf(consultation, ['phases']),
    TerritoryRef: keysOf(consultation, ['taxonomy', 'territories']),
    ObjectiveRef: plan && (keysOf(plan, ['objectives']) ?? new Set()),
    ActionRef: plan && keysOf(plan, ['actions']),
    BodyRef: keysOf(consultation, ['rules', 'decisions', 'bodies']),
  };
  const named = new Set<string>();
  walkAll(sources, (source, definition, value, path) => {
    const keys = Object.hasOwn(known, definition) ? known[definition] : null;
    const key = keyText(value);
    if (!keys || key === null) return;
    const found = shown(key);
    if (!keys.has(key))
      report({
        source,
        path,
        code: 'unknown-reference',
        // An action may come from a later version of the plan than the folder's.
        ...(definition === 'ActionRef' ? { severity: 'warning' as const } : {}),
        found,
        expected: oneOf(keys),
        nearest: nearest(key, keys),
      });
    if (typeof path.at(-1) !== 'number') return;
    const inList = JSON.stringify([source.file, path.slice(0, -1), key]);
    if (named.has(inList)) report({ source, path, code: 'repeated-key', found, expected: ONCE });
    named.add(inList);
  });
}

export const ONCE = { fr: 'chaque clé une seule fois', en: 'each key only once' };

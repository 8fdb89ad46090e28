/** Keys are unique where they must be: also against the former keys of their neighbours. */
import type { Report } from '../report.ts';
import { shown } from '../report.ts';
import type { Path, Source } from '../source.ts';
import { itemsAt, keyText, valueAt } from '../walk.ts';
import { ONCE } from './references.ts';
import type { Sources } from './sources.ts';

interface Named {
  readonly source: Source;
  readonly path: Path;
}

const SPACES: readonly Path[] = [
  ['axes'],
  ['committee', 'groups'],
  ['phases'],
  ['taxonomy', 'kinds'],
  ['taxonomy', 'subjects'],
  ['taxonomy', 'territories'],
  ['rules', 'decisions', 'bodies'],
];

export function checkKeys({ consultation, rounds, plan }: Sources, report: Report): void {
  const items = (source: Source, path: Path): Named[] =>
    itemsAt(source.value, path).map((item) => ({ source, path: item.path }));
  if (consultation) {
    for (const space of SPACES) unique(items(consultation, space), report);
    // A row of figures has the key of a type of actor, or of several.
    const rows = items(consultation, ['publishedTogether']);
    unique([...items(consultation, ['colleges']), ...rows], report);
    const counted = rows.flatMap((row) => itemsAt(consultation.value, [...row.path, 'colleges']));
    inOneOnly(consultation, counted, report);
    // A tag holds a theme's key alone, so two axes can't have a theme of the same key.
    unique(
      items(consultation, ['axes']).flatMap((axis) => items(consultation, [...axis.path, 'themes'])),
      report,
    );
  }
  unique(
    rounds.map((source) => ({ source, path: [] })),
    report,
  );
  for (const round of rounds)
    for (const space of [['prompts'], ['sequences']]) unique(items(round, space), report);
  if (plan) {
    unique(items(plan, ['objectives']), report);
    const actions = items(plan, ['actions']);
    unique(actions, report);
    for (const action of actions) unique(items(plan, [...action.path, 'indicators']), report);
  }
}

function unique(space: readonly Named[], report: Report): void {
  const taken = new Set<string>();
  const take = (source: Source, path: Path): void => {
    const key = keyText(valueAt(source.value, path));
    if (key === null) return;
    if (taken.has(key)) report({ source, path, code: 'repeated-key', found: shown(key), expected: ONCE });
    taken.add(key);
  };
  for (const { source, path } of space) take(source, [...path, 'key']);
  for (const { source, path } of space)
    for (const former of itemsAt(source.value, [...path, 'formerly'])) take(source, former.path);
}

/** A key that two lists name; named twice in one list, it is a matter of references. */
function inOneOnly(source: Source, named: readonly { readonly path: Path }[], report: Report): void {
  const list = new Map<string, string>();
  for (const { path } of named) {
    const key = keyText(valueAt(source.value, path));
    if (key === null) continue;
    const here = JSON.stringify(path.slice(0, -1));
    const found = shown(key);
    if ((list.get(key) ?? here) !== here)
      report({ source, path, code: 'repeated-key', found, expected: ONCE });
    list.set(key, here);
  }
}

import { SCHEMAS } from '../editor-schemas.ts';
import type { Source } from '../source.ts';
import { keyText, type Visit, valueAt, walk } from '../walk.ts';

/** The files of one consultation that could be read; null for the others. */
export interface Sources {
  readonly consultation: Source | null;
  readonly rounds: readonly Source[];
  readonly plan: Source | null;
}

export type VisitIn = (source: Source, ...visited: Parameters<Visit>) => void;

/** Calls `visit` for each part of each file that the schemas give a named definition. */
export function walkAll(sources: Sources, visit: VisitIn): void {
  const files = [
    ...(sources.consultation ? [[sources.consultation, SCHEMAS.consultation] as const] : []),
    ...sources.rounds.map((round) => [round, SCHEMAS.round] as const),
    ...(sources.plan ? [[sources.plan, SCHEMAS.plan] as const] : []),
  ];
  for (const [source, schema] of files)
    walk(schema, source.value, (definition, value, path) => visit(source, definition, value, path));
}

/** The keys of the list at `path`, null when there is no such list to refer to. */
export function keysOf(source: Source | null, path: readonly string[]): Set<string> | null {
  const list = source ? valueAt(source.value, path) : undefined;
  if (!Array.isArray(list)) return null;
  return new Set(list.map((item) => keyText(valueAt(item, ['key']))).filter((key) => key !== null));
}

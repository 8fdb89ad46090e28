/** Whether open data is whole, and whether every figure of the documents follows from its tables; of the files alone. */
import { createHash } from 'node:crypto';
import { type Figures, recomputed } from '../../core/open-data/figures.ts';
import {
  type About,
  csvOf,
  DATA,
  HASHED,
  MANIFEST,
  manifestOf,
  RESTITUTION,
  SUMS,
  SYNTHESIS,
  sumsOf,
} from '../../core/open-data/manifest.ts';
import { TABLE_NAMES, type Tables } from '../../core/open-data/tables.ts';
import { documentFaults } from './documents-read.ts';
import { tableFaults } from './tables-hold.ts';
import { differences, type Fault, tablesIn } from './tables-read.ts';

export interface Disagreement {
  readonly figure: string;
  readonly file: string;
  /** `undefined` where it is not stated, or does not follow; null when it is withheld. */
  readonly stated: number | null | undefined;
  readonly recomputed: number | null | undefined;
}

export interface Verified {
  readonly about: About | null;
  /** Of all files. */
  readonly hash: string;
  readonly files: number;
  readonly figures: number;
  readonly faults: readonly Fault[];
  readonly disagreements: readonly Disagreement[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `files`: texts by name, as bytes decode to UTF-8 and back; a name that is missing is a fault. */
export function verifyFiles(files: Readonly<Record<string, string>>): Verified {
  const faults: Fault[] = [...wholeness(files)];
  const [data, synthesis, restitution] = [DATA, SYNTHESIS, RESTITUTION].map((file) => {
    const parsed = parsedJson(files[file]);
    if (parsed === undefined && files[file] !== undefined) faults.push({ code: 'unreadable', file });
    return parsed;
  });
  const { tables, faults: wrong } = tablesIn(data, DATA);
  if (data !== undefined) faults.push(...wrong);
  const about = aboutIn(data);
  if (data !== undefined && about === null) faults.push({ code: 'cell', file: DATA, what: 'about' });
  if (about !== null && files[MANIFEST] !== undefined) {
    const expected = manifestOf(about, files, sha256, Buffer.byteLength);
    if (files[MANIFEST] !== expected) faults.push({ code: 'manifest', file: MANIFEST });
  }
  const hash = sha256(sumsOf(files, sha256));
  const known = { about, hash, files: HASHED.length + 2 };
  if (tables === null) return { ...known, figures: 0, faults, disagreements: [] };
  for (const name of TABLE_NAMES) {
    const file = csvOf(name);
    if (files[file] !== undefined) faults.push(...differences(name, files[file], file, tables));
  }
  faults.push(...tableFaults(tables, about?.smallestFigure ?? 0));
  const read = documentFaults(tables, about, synthesis, restitution);
  faults.push(...read.faults);
  const again = recomputed(tables);
  return { ...known, figures: again.size, faults, disagreements: compared(again, tables, read) };
}

function* wholeness(files: Readonly<Record<string, string>>): Generator<Fault> {
  for (const file of [...HASHED, SUMS, MANIFEST])
    if (files[file] === undefined) yield { code: 'missing', file };
  const sums = files[SUMS];
  if (sums === undefined) return;
  const listed = new Map(sums.split('\n').map((line) => [line.slice(66), line.slice(0, 64)] as const));
  let whole = true;
  for (const file of HASHED) {
    if (files[file] === undefined || listed.get(file) === sha256(files[file])) continue;
    whole = false;
    yield { code: 'hash', file };
  }
  if (whole && sums !== sumsOf(files, sha256)) yield { code: 'sums', file: SUMS };
}

function compared(
  again: Figures,
  tables: Tables,
  { synthesis, restitution }: { readonly synthesis: Figures; readonly restitution: Figures },
): Disagreement[] {
  const found: Disagreement[] = [];
  const told = new Map(tables.figures.map(({ figure, value }) => [figure, value]));
  if (told.size !== tables.figures.length)
    found.push({ figure: 'figures', file: DATA, stated: tables.figures.length, recomputed: told.size });
  for (const figure of new Set([...told.keys(), ...again.keys()]))
    if (told.get(figure) !== again.get(figure))
      found.push({ figure, file: DATA, stated: told.get(figure), recomputed: again.get(figure) });
  // What a person wrote in a line's place counts nothing.
  for (const [file, stated] of [
    [SYNTHESIS, synthesis],
    [RESTITUTION, restitution],
  ] as const)
    for (const [figure, value] of stated)
      if (value !== again.get(figure) && (again.has(figure) || !figure.endsWith('.said')))
        found.push({ figure, file, stated: value, recomputed: again.get(figure) });
  return found;
}

function parsedJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function aboutIn(data: unknown): About | null {
  const about = (data as { readonly about?: About } | null | undefined)?.about;
  const whole =
    about !== undefined &&
    [about.consultation, about.title, about.publisher, about.language].every(isText) &&
    Number.isSafeInteger(about.smallestFigure) &&
    (about.licence === null || [about.licence?.name, about.licence?.url].every(isText)) &&
    Number.isSafeInteger(about.synthesis?.number) &&
    [about.synthesis.hash, about.synthesis.signedBy, about.synthesis.signedAt].every(isText);
  return whole ? about : null;
}

/** What the open data is: a Data Package (datapackage.org), so that data portals read it; a function of the files alone. */
import type { Sha256 } from '../synthesis/hash.ts';
import type { CellKind, Column } from './columns.ts';
import { TABLE_NAMES, TABLES, type TableName } from './tables.ts';

/** Under which licence; null when the consultation says none. */
export interface About {
  readonly consultation: string;
  readonly title: string;
  readonly publisher: string;
  readonly language: string;
  readonly licence: { readonly name: string; readonly url: string } | null;
  readonly synthesis: {
    readonly number: number;
    readonly hash: string;
    readonly signedBy: string;
    /** ISO 8601. */
    readonly signedAt: string;
  };
  /** Counts of people from 1 to below this are withheld. */
  readonly smallestFigure: number;
}

export const MANIFEST = 'datapackage.json';
/** As `sha256sum --check` reads it. */
export const SUMS = 'SHA256SUMS';
export const DATA = 'data.json';
export const DICTIONARY = 'dictionary.md';
export const SYNTHESIS = 'synthesis.json';
export const RESTITUTION = 'restitution.json';

export const csvOf = (table: TableName): string => `${table}.csv`;

/** Every file that is hashed, in the order of their names. */
export const HASHED: readonly string[] = [
  DATA,
  DICTIONARY,
  RESTITUTION,
  SYNTHESIS,
  ...TABLE_NAMES.map(csvOf),
].toSorted();

type Files = Readonly<Record<string, string>>;

/** A line a file. */
export const sumsOf = (files: Files, sha256: Sha256): string =>
  HASHED.map((name) => `${sha256(files[name] ?? '')}  ${name}\n`).join('');

const TYPES: Readonly<Record<CellKind, string>> = {
  key: 'string',
  text: 'string',
  count: 'integer',
  people: 'integer',
  place: 'integer',
  number: 'number',
  day: 'date',
  yes: 'boolean',
  list: 'string',
};

/** `datapackage.json`; `hash` is that of `SHA256SUMS`, hence of all. */
export function manifestOf(
  about: About,
  files: Files,
  sha256: Sha256,
  bytes: (text: string) => number,
): string {
  const { licence, synthesis } = about;
  const table = (name: string) => TABLE_NAMES.find((one) => csvOf(one) === name);
  const written = {
    name: about.consultation,
    title: about.title,
    description: 'Tour de table: https://datapackage.org; npx tour verify',
    languages: [about.language],
    created: synthesis.signedAt,
    contributors: [{ title: about.publisher, roles: ['publisher'] }],
    licenses: licence === null ? [] : [{ title: licence.name, path: licence.url }],
    synthesis,
    smallestFigure: about.smallestFigure,
    hash: `sha256:${sha256(sumsOf(files, sha256))}`,
    resources: HASHED.map((path) => {
      const text = files[path] ?? '';
      const of = table(path);
      return {
        name: path.replace('.', '-').replaceAll('_', '-'),
        path,
        ...(of ? { description: `${TABLES[of].fr} / ${TABLES[of].en}` } : {}),
        bytes: bytes(text),
        hash: `sha256:${sha256(text)}`,
        ...(of ? { encoding: 'utf-8', schema: schemaOf(of) } : {}),
      };
    }),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

const schemaOf = (table: TableName) => ({
  missingValues: [''],
  fields: Object.entries<Column>(TABLES[table].columns).map(([name, { kind, fr, en }]) => ({
    name,
    type: TYPES[kind],
    description: `${fr} / ${en}`,
    ...(kind === 'key' || kind === 'count' || kind === 'yes' ? { constraints: { required: true } } : {}),
  })),
});

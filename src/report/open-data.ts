/** The open data of a signed synthesis and of what was answered: tables, the documents they give again, a manifest. */
import { stringify } from 'csv-stringify/sync';
import { inertCell } from '../core/cell.ts';
import { type OpenDataSource, openTables } from '../core/open-data/assemble.ts';
import type { Cell } from '../core/open-data/columns.ts';
import {
  type About,
  csvOf,
  DATA,
  DICTIONARY,
  MANIFEST,
  manifestOf,
  RESTITUTION,
  SUMS,
  SYNTHESIS,
  sumsOf,
} from '../core/open-data/manifest.ts';
import { TABLE_NAMES, TABLES, type TableName, type Tables } from '../core/open-data/tables.ts';
import type { Sha256 } from '../core/synthesis/hash.ts';
import { openDataDictionary } from './open-data-dictionary.ts';
import { restitutionJson } from './restitution-json.ts';
import { synthesisJson } from './synthesis-json.ts';

/** By file name. The same data gives the same bytes, whenever it is written. */
export function openDataFiles(
  source: OpenDataSource & Pick<About, 'licence'>,
  sha256: Sha256,
): Readonly<Record<string, string>> {
  const tables = openTables(source);
  const about = aboutOf(source);
  const files = {
    ...Object.fromEntries(TABLE_NAMES.map((name) => [csvOf(name), tableCsv(tables, name)])),
    [DATA]: `${JSON.stringify({ about, ...tables }, null, 1)}\n`,
    [DICTIONARY]: openDataDictionary(about),
    [RESTITUTION]: restitutionJson(source.restitution),
    [SYNTHESIS]: synthesisJson(source.synthesis),
  };
  return {
    ...files,
    [SUMS]: sumsOf(files, sha256),
    [MANIFEST]: manifestOf(about, files, sha256, (text) => new TextEncoder().encode(text).length),
  };
}

export function aboutOf({ synthesis, licence }: OpenDataSource & Pick<About, 'licence'>): About {
  const { consultation, number, hash, signature, smallestFigure, lang } = synthesis;
  if (signature === null) throw new Error('a draft is not published');
  return {
    consultation: consultation.key,
    title: consultation.title,
    publisher: consultation.asker,
    language: lang,
    licence,
    synthesis: { number, hash, signedBy: signature.by, signedAt: new Date(signature.at).toISOString() },
    smallestFigure,
  };
}

/** UTF-8 with a byte order mark (Excel needs it), comma, CRLF, header; no cell runs as a formula. */
function tableCsv(tables: Tables, name: TableName): string {
  const columns = Object.keys(TABLES[name].columns);
  const rows = tables[name] as readonly Readonly<Record<string, Cell>>[];
  return stringify(
    rows.map((row) => columns.map((column) => written(row[column]!))),
    { bom: true, header: true, columns, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return inertCell(cell);
  return typeof cell === 'object' ? cell.join('; ') : String(cell);
}

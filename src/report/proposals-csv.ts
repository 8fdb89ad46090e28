import { stringify } from 'csv-stringify/sync';
import { inertCell } from '../core/cell.ts';
import type { ExportedProposal } from '../core/proposal/exported.ts';
import type { Dimension } from '../core/proposal/model.ts';

/** The columns of `proposals.csv`, in order; `proposals-dictionary.ts` explains each. */
export const COLUMNS = [
  'ref',
  'state',
  'axis',
  'college',
  'text',
  'theme',
  'kind',
  'territory',
  'subject',
  'other_axes',
  'standing',
  'versions',
  'supporters',
  'tags',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * `proposals.csv`: UTF-8 with a byte order mark (Excel needs it), comma, CRLF, header. What a spreadsheet would
 * run as a formula, whichever separator it expects, comes after an apostrophe.
 */
export const proposalsCsv = (rows: readonly ExportedProposal[]): string =>
  stringify(rows.map(inert), {
    bom: true,
    header: true,
    columns: [...COLUMNS],
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });

const inert = (row: ExportedProposal): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(cellsOf(row)).map(([column, cell]) => [
      column,
      typeof cell === 'string' ? inertCell(cell) : cell,
    ]),
  );

export function cellsOf(row: ExportedProposal): Record<Column, string | number> {
  const values = (dimension: Dimension): string =>
    row.tags
      .filter((tag) => tag.dimension === dimension && !(dimension === 'axis' && tag.value === row.axis))
      .map((tag) => tag.value)
      .join('; ');
  return {
    ref: row.ref,
    state: row.state,
    standing: row.standing,
    axis: row.axis ?? '',
    college: row.college ?? '',
    text: row.text,
    theme: values('theme'),
    kind: values('kind'),
    territory: values('territory'),
    subject: values('subject'),
    other_axes: values('axis'),
    versions: row.versions,
    supporters: row.supporters,
    tags: row.tags
      .map((tag) => `${tag.dimension}=${tag.value} (${tag.source} ${tag.confidence.toFixed(2)})`)
      .join('; '),
  };
}

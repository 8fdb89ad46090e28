/** One line of a file of texts to import: JSON, one object a line. */
import { jsonFault } from './json-fault.ts';

/** Longest text of one contribution, in UTF-16 units: longer ones are documents, and hold several. */
export const LONGEST_TEXT = 20_000;

export interface ImportRow {
  /** 1-based. */
  readonly line: number;
  /** The text's own id in its source: what makes importing twice import once. */
  readonly id: string;
  readonly text: string;
  readonly lang: string | null;
  /** An axis key, where the file's author gave one. */
  readonly axis: string | null;
  /** What people filed the text under: compared with the reading, never read. */
  readonly label: string | null;
  /** Names of the other fields. */
  readonly unread: readonly string[];
}

export const FAULTS = [
  'bad-json',
  'not-an-object',
  'missing-id',
  'missing-text',
  'text-too-long',
  'wrong-type',
  'duplicate-id',
  'unknown-axis',
  'unknown-lang',
  'id-taken',
  'line-too-long',
  'not-utf8',
  'not-a-table',
  'no-header',
  'bad-csv',
] as const;
export type FaultCode = (typeof FAULTS)[number];

/** Spaces and what has no width are nothing to read. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** What is wrong with a line. `details` hold field names, ids, numbers and keys of the consultation: no text. */
export interface ImportFault {
  readonly line: number;
  /** 1-based, UTF-16. */
  readonly column: number;
  readonly code: FaultCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export const FIELDS = ['id', 'text', 'lang', 'axis', 'label'] as const;
export type Field = (typeof FIELDS)[number];

/** The row of a line, or what is wrong with it. Blank lines are the caller's to skip. */
export function parseRow(text: string, line: number): ImportRow | ImportFault {
  const fault = (code: FaultCode, column = 1, details: ImportFault['details'] = {}): ImportFault => ({
    line,
    column,
    code,
    details,
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fault('bad-json', jsonFault(text) + 1);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('not-an-object');
  const row = new Map(Object.entries(value));
  const columnOf = (field: Field): number => Math.max(0, text.indexOf(JSON.stringify(field))) + 1;
  const fields: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const given = row.get(field);
    if (given === undefined || given === null) continue;
    const id = field === 'id' && Number.isSafeInteger(given);
    if (typeof given !== 'string' && !id) return fault('wrong-type', columnOf(field), { field });
    fields[field] = String(given);
  }
  const unread = [...row.keys()].filter((key) => !(FIELDS as readonly string[]).includes(key));
  return checkedRow(fields, { line, unread, columnOf: (field) => (row.has(field) ? columnOf(field) : 1) });
}

/** The row of its fields, or what is wrong with them; `columnOf` says where each stands in the file. */
export function checkedRow(
  fields: Partial<Record<Field, string>>,
  where: {
    readonly line: number;
    readonly unread: readonly string[];
    readonly columnOf: (field: Field) => number;
  },
): ImportRow | ImportFault {
  const { line, columnOf, unread } = where;
  const fault = (code: FaultCode, field: Field, details: ImportFault['details'] = {}): ImportFault => ({
    line,
    column: columnOf(field),
    code,
    details,
  });
  const id = (fields.id ?? '').trim();
  const text = fields.text ?? '';
  if (id === '' || fields.id!.length > 200) return fault('missing-id', 'id');
  if (!VISIBLE.test(text)) return fault('missing-text', 'text');
  const { length } = text;
  if (length > LONGEST_TEXT) return fault('text-too-long', 'text', { length, longest: LONGEST_TEXT });
  const { lang, axis, label } = fields;
  return { line, id, text, lang: lang || null, axis: axis || null, label: label || null, unread };
}

export const isFault = (row: ImportRow | ImportFault): row is ImportFault => 'code' in row;

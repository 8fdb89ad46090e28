/** A plan's table, as a spreadsheet holds it, and what may be wrong with it. */

export interface SheetCell {
  readonly text: string;
  /** Somebody's note on the cell, without its author's name. */
  readonly note: string | null;
  readonly formula: boolean;
  /** The text is that of a merged cell that begins above it, or to its left. */
  readonly covered: 'above' | 'left' | null;
}

export interface SheetRow {
  /** Of the file, from 1. */
  readonly line: number;
  readonly cells: readonly SheetCell[];
}

export const FAULTS = [
  'header-missing',
  'no-action',
  'axis-unknown',
  'action-missing',
  'action-twice',
  'state-unknown',
  'formula',
  'cell-too-long',
  'control-character',
  'too-many-actions',
] as const;
export type TableFaultCode = (typeof FAULTS)[number];

export interface TableFault {
  readonly code: TableFaultCode;
  readonly line: number;
  /** The cell, from 1. */
  readonly column: number;
  /** The title of its column, where it has one. */
  readonly header: string | null;
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What is said and stops nothing. */
export interface TableRemark {
  readonly code: 'budget-unread' | 'calendar-unread' | 'total-left-out' | 'rows-joined';
  readonly line: number;
  readonly column: number;
  readonly details: Readonly<Record<string, string | number>>;
}

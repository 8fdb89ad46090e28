/** Where a cell is: `B3` as one number. */
export const MOST_COLUMNS = 200;

export function lineAndColumn(ref: string): { line: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(ref) ?? [];
  if (!letters) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { line: Number(digits), column };
}

/** A line, from 1, times MOST_COLUMNS, and a column from 0; null beyond the columns that are read. */
export function placeIn(ref: string): number | null {
  const at = lineAndColumn(ref);
  return at === null || at.column >= MOST_COLUMNS ? null : at.line * MOST_COLUMNS + at.column;
}

/** What any table of the plan keeps of its rows: how many are looked at, and what a cell may not be. */
import type { SheetCell, SheetRow } from './model.ts';

/** Rows above the titles of columns: a title, a date. */
export const MOST_TITLES = 15;
export const MOST_FAULTS = 200;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue010\ue011]/u;

export const isBlank = ({ cells }: SheetRow): boolean =>
  cells.every(({ text, formula }) => text.trim() === '' && !formula);

/** `longest`: UTF-16 units. */
export function cellFault(
  { text, formula }: Pick<SheetCell, 'text' | 'formula'>,
  longest: number,
): 'formula' | 'control-character' | 'cell-too-long' | null {
  if (formula) return 'formula';
  if (CONTROL.test(text)) return 'control-character';
  return text.length > longest ? 'cell-too-long' : null;
}

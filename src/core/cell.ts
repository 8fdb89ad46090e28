/**
 * Text in a table that a spreadsheet opens. One that takes the file to have another separator than it has cuts a cell
 * at its `;`, commas, tabs and lines, quotes or not: what follows is then the start of a cell, and may be a formula.
 */
const FORMULA = new Set('=+-@＝＋－＠');
const CUTS = new Set(';,\t\r\n');
const BEFORE = /[\s"']/u;

/** An apostrophe before each sign that could start a formula there; anything else as it is. */
export function inertCell(text: string): string {
  let written = '';
  let starts = true;
  for (const char of text) {
    if (starts && FORMULA.has(char)) written += "'";
    written += char;
    starts = CUTS.has(char) || (starts && BEFORE.test(char));
  }
  return written;
}

/** What `inertCell` was given. */
export function cellAsGiven(written: string): string {
  let text = '';
  let starts = true;
  const chars = [...written];
  for (const [index, char] of chars.entries()) {
    const added = starts && char === "'" && FORMULA.has(chars[index + 1] ?? '');
    if (!added) text += char;
    starts = CUTS.has(char) || (starts && BEFORE.test(char));
  }
  return text;
}

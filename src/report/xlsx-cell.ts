/** What Excel takes in one cell, in UTF-16 units. */
const LONGEST = 32_767;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]/gu;

/** A text that fits; one longer than a cell is cut, and ends with `…`. */
export function inCell(text: string): string {
  const clean = text.toWellFormed().replace(NOT_XML, '');
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1).toWellFormed()}…`;
}

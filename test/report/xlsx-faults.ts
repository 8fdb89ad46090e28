/** What a spreadsheet would stumble over in a workbook, and its cells; by something else than what wrote it. */
import { parser } from 'sax';
import { elementsOf, packageFaults } from './docx-faults.ts';
import { unzipped } from './unzipped.ts';

export interface Opened {
  readonly faults: readonly string[];
  /** By the name of each sheet, its rows from the first one; of a cell, what it holds: a number, a text, or null. */
  readonly sheets: ReadonlyMap<string, readonly (readonly (string | number | null)[])[]>;
}

export function openXlsx(file: Uint8Array): Opened {
  const parts = unzipped(file);
  const faults = packageFaults(parts);
  const relations = new Map(
    elementsOf(parts.get('xl/_rels/workbook.xml.rels')!).map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  const shared = textsOf(parts.get('xl/sharedStrings.xml') ?? '<sst/>', 'si');
  const sheets = new Map<string, (string | number | null)[][]>();
  for (const { name, attributes } of elementsOf(parts.get('xl/workbook.xml')!)) {
    if (name !== 'sheet') continue;
    const xml = parts.get(`xl/${relations.get(attributes['r:id'])!.replace(/^\/?(?:xl\/)?/u, '')}`)!;
    const cells = elementsOf(xml).flatMap((one) => (one.name === 'c' ? [one.attributes] : []));
    if (/<f[ >]/u.test(xml)) faults.push(`${attributes.name}: a formula`);
    if (new Set(cells.map(({ r }) => r)).size !== cells.length)
      faults.push(`${attributes.name}: two cells in one place`);
    const rows: (string | number | null)[][] = [];
    for (const [at, said] of textsOf(xml, 'c').entries()) {
      const { r, t = 'n' } = cells[at]!;
      const [, letters, line] = /^([A-Z]+)(\d+)$/u.exec(r!)!;
      const row = rows[Number(line) - 1] ?? [];
      rows[Number(line) - 1] = row;
      row[placeOf(letters!)] = t === 's' ? shared[Number(said)]! : t === 'n' ? numberIn(said) : said;
    }
    sheets.set(
      attributes.name!,
      Array.from(rows, (row = []) => Array.from(row, (cell) => cell ?? null)),
    );
  }
  return { faults, sheets };
}

const numberIn = (said: string): number | null => (said === '' ? null : Number(said));
const placeOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The text within each element of that name, in their order. */
function textsOf(xml: string, name: string): string[] {
  const strict = parser(true);
  const found: string[] = [];
  let within = false;
  strict.onopentag = (tag) => {
    if (tag.name !== name) return;
    within = true;
    found.push('');
  };
  strict.onclosetag = (tag) => {
    if (tag === name) within = false;
  };
  strict.ontext = (piece) => {
    if (within) found[found.length - 1] += piece;
  };
  strict.write(xml).close();
  return found;
}

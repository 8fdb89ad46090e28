/** What is wrong with a line of a file to import, in words, with what to do. */
import type { FaultCode, ImportFault } from '../app/proposal/import-row.ts';
import { onOneLine } from './terminal.ts';

type Details = ImportFault['details'];
type Sayings = Readonly<Record<FaultCode, (details: Details) => string>>;

const FRENCH: Sayings = {
  'bad-json': () => 'ce n’est plus du JSON à partir d’ici ; attendu : un objet complet par ligne.',
  'not-an-object': () => 'attendu : un objet JSON, par exemple {"id": "a1", "text": "…"}.',
  'missing-id': () => '« id » manque, est vide ou trop long : c’est lui qui évite d’importer deux fois.',
  'missing-text': () => '« text » manque ou est vide : complétez-le, ou retirez la ligne.',
  'text-too-long': ({ length, longest }) =>
    `« text » a ${length} caractères, ${longest} au plus : une ligne est une contribution ; répartissez ce texte sur plusieurs.`,
  'wrong-type': ({ field }) => `« ${field} » n’est pas un texte entre guillemets.`,
  'duplicate-id': ({ id, first }) =>
    `l’id « ${id} » est déjà celui de la ligne ${first}, avec un autre texte : donnez-en un autre.`,
  'unknown-axis': ({ axis, axes }) => `l’axe « ${axis} » n’est pas dans la consultation ; attendu : ${axes}.`,
  'unknown-lang': ({ lang }) => `« ${lang} » n’est pas une langue ; attendu : fr, en, nl…`,
  'id-taken': ({ id, proposal }) =>
    `l’id « ${id} » est déjà celui de ${proposal}, avec un autre texte : changez l’id si c’est une autre contribution (un préfixe par source suffit) ; un texte déjà importé se révise dans le chat.`,
  'line-too-long': ({ longest }) =>
    `cette ligne dépasse ${longest} caractères : attendu, un objet JSON par ligne (JSONL).`,
  'not-utf8': () => 'ce n’est pas du texte en UTF-8 : enregistrez le fichier en UTF-8, non compressé.',
  'not-a-table': () =>
    'c’est un classeur ou une archive, pas un CSV de contributions : ouvrez-le dans votre tableur, puis « Enregistrer sous… CSV ». Un fichier de partenaires va à « npx tour partners import », le tableau d’un plan à « npx tour plan import ».',
  'no-header': () =>
    'la première ligne nomme les colonnes ; attendu : « id » et « texte » au moins, puis « axe », « langue », « étiquette » si vous les avez.',
  'bad-csv': () => 'cette ligne n’est pas du CSV : un guillemet est ouvert et jamais refermé ?',
};

const ENGLISH: Sayings = {
  'bad-json': () => 'this stops being JSON here; expected: one whole object per line.',
  'not-an-object': () => 'expected: a JSON object, for instance {"id": "a1", "text": "…"}.',
  'missing-id': () => '"id" is missing, empty or too long: it keeps a text from being imported twice.',
  'missing-text': () => '"text" is missing or empty: fill it in, or drop the line.',
  'text-too-long': ({ length, longest }) =>
    `"text" has ${length} characters, ${longest} at most: a line is one contribution; spread this text over several.`,
  'wrong-type': ({ field }) => `"${field}" is not a text between quotes.`,
  'duplicate-id': ({ id, first }) =>
    `the id "${id}" is that of line ${first} already, with another text: give it another.`,
  'unknown-axis': ({ axis, axes }) => `the consultation has no axis "${axis}"; expected: ${axes}.`,
  'unknown-lang': ({ lang }) => `"${lang}" is no language; expected: fr, en, nl…`,
  'id-taken': ({ id, proposal }) =>
    `the id "${id}" is that of ${proposal} already, with another text: change the id if it is another contribution (a prefix a source will do); a text imported before is revised in the chat.`,
  'line-too-long': ({ longest }) =>
    `this line exceeds ${longest} characters: one JSON object per line is expected (JSONL).`,
  'not-utf8': () => 'this is no UTF-8 text: save the file as UTF-8, uncompressed.',
  'not-a-table': () =>
    'this is a workbook or an archive, no CSV of contributions: open it in your spreadsheet, then "Save as… CSV". A file of partners goes to "npx tour partners import", the table of a plan to "npx tour plan import".',
  'no-header': () =>
    'the first line names the columns; expected: "id" and "text" at least, then "axis", "lang", "label" where you have them.',
  'bad-csv': () => 'this line is no CSV: a quote was opened and never closed?',
};

/** `file:line:column  sentence`, as editors and terminals link it. */
export function formatFault(
  file: string,
  { line, column, code, details }: ImportFault,
  lang: 'fr' | 'en',
): string {
  const sayings = lang === 'en' ? ENGLISH : FRENCH;
  const shown = Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? onOneLine(value, 80) : value,
    ]),
  );
  return `${file}:${line}:${column}  ${sayings[code](shown)}`;
}

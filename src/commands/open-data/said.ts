/** What is wrong with open data, in a sentence. */
import { type Context, count, say } from '../context.ts';
import type { Fault } from './tables-read.ts';
import type { Disagreement } from './verify-files.ts';

type Reader = Pick<Context, 'lang'>;

export function faultSaid(reader: Reader, { code, file, line, column, what }: Fault): string {
  const at = [file, ...(line === undefined ? [] : [line]), ...(column === undefined ? [] : [column])].join(
    ':',
  );
  const about = what === undefined ? '' : ` (${what})`;
  return `${at}  ${SAID[code](reader)}${about}`;
}

const SAID: Readonly<Record<Fault['code'], (reader: Reader) => string>> = {
  missing: (reader) => say(reader, 'le fichier manque', 'the file is missing'),
  unreadable: (reader) => say(reader, 'ne se lit pas', 'cannot be read'),
  hash: (reader) =>
    say(reader, 'a changé : l’empreinte n’est plus la sienne', 'was changed: the hash is no longer its own'),
  sums: (reader) => say(reader, 'ne liste pas ces fichiers-là', 'does not list these files'),
  manifest: (reader) => say(reader, 'ne décrit pas ces fichiers-là', 'does not describe these files'),
  cell: (reader) => say(reader, 'n’est pas ce que dit le dictionnaire', 'is not what the dictionary says'),
  csv: (reader) =>
    say(reader, 'ne dit pas la même chose que data.json', 'does not say the same as data.json'),
  unknown: (reader) => say(reader, 'renvoie à ce qui n’y est pas', 'refers to what is not there'),
  document: (reader) =>
    say(reader, 'dit autre chose que les tableaux', 'says something else than the tables'),
  sum: (reader) => say(reader, 'les nombres ne s’additionnent pas', 'the numbers do not add up'),
  small: (reader) => say(reader, 'un petit effectif se lit', 'a small figure shows'),
};

export function figureSaid(reader: Reader, { figure, file, stated, recomputed }: Disagreement): string {
  const said = (value: number | null | undefined) => {
    if (value === undefined) return say(reader, 'rien', 'nothing');
    return value === null ? say(reader, 'tu', 'withheld') : count(reader, value);
  };
  return say(
    reader,
    `${figure} : publié ${said(stated)} (${file}), refait ${said(recomputed)}`,
    `${figure}: stated ${said(stated)} (${file}), computed again ${said(recomputed)}`,
  );
}

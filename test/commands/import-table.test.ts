/** Texts from a spreadsheet: as it saves them, all or nothing, with the line and the cell of what is wrong. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandLine, commandLine, GRAND_DEBAT } from './shell.ts';

let line: CommandLine;
beforeAll(async () => {
  line = await commandLine('fr');
  await line.tour('consultation', 'load', GRAND_DEBAT);
});
afterAll(() => line.close());

const into = (name: string, text: string | Uint8Array, ...words: string[]) =>
  line.tour('proposals', 'import', line.file(name, text), '--as', 'Nadia', ...words);
const latin = (text: string) => Buffer.from(text, 'latin1');

test('semicolons, Windows-1252, accents in the titles, a text of two lines: as Excel saves it in French', async () => {
  const csv =
    'Identifiant;Commune;Texte;Étiquette\r\na1;Lille;"Reconnaître le vote blanc ;\r\nau plus tôt";\r\n;;;\r\na2;;Des pistes cyclables;\r\n';
  const dry = JSON.parse((await into('excel.csv', latin(csv), '--dry-run', '--json')).out);
  expect(dry).toMatchObject({ ok: true, added: 2, unreadFields: ['Commune'] });
  expect(dry.texts).toMatchObject([
    { line: 2, id: 'a1', axis: 'democratie' },
    { line: 5, id: 'a2', axis: 'ecologie' },
  ]);
  expect((await into('excel.csv', latin(csv))).out).toContain('2 textes importés');
  const listed = JSON.parse((await line.tour('proposals', 'list', '--as', 'Nadia', '--json')).out);
  expect(listed.proposals[0].text).toBe('Reconnaître le vote blanc ;\nau plus tôt');
});

test('the same rows again, with commas and in UTF-8, add nothing', async () => {
  const csv = '\uFEFFid,texte\na2,Des pistes cyclables\n';
  expect((await into('again.csv', csv)).out).toContain('0 texte importé');
});

test.each([
  ['without titles', 'a3;Des trains\n', /1:1 {2}la première ligne nomme les colonnes/u],
  ['without a text', 'id;texte\na3;Des trains\na4;\n', /3:2 {2}« text » manque ou est vide/u],
  ['without an id', 'texte;id\nDes trains;\n', /2:2 {2}« id » manque/u],
  [
    'with a quote left open',
    'id;texte\na3;"Des trains\na4;Des bus\n',
    /2:\d+ {2}cette ligne n’est pas du CSV/u,
  ],
  ['with an unknown axis', 'id;texte;axe\na3;Des trains;mars\n', /2:\d+ {2}l’axe « mars » n’est pas/u],
  ['that is a workbook', 'PK\u0003\u0004…', /1:1 {2}c’est un classeur/u],
])('a table %s is refused whole', async (_, csv, said) => {
  const refused = await into('wrong.csv', csv);
  expect(refused).toMatchObject({ exit: 1, out: '' });
  expect(refused.err).toMatch(said);
  expect(refused.err).toContain('rien n’a été importé');
});

/** The partners' file, as a spreadsheet saves it: read, refused line by line, and read again. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DirectoryEntry } from '../../src/app/ports/people.ts';
import type { Database } from '../../src/store/database.ts';
import { storyDatabases } from '../databases.ts';
import { type CommandLine, commandLine, LILLE } from './shell.ts';

const FILES = join(import.meta.dirname, '../fixtures/partners');
const EXCEL = join(FILES, 'excel-windows-1252.csv');
const UTF8 = join(FILES, 'utf-8.csv');
const FAULTY = join(FILES, 'faulty.csv');
const AS = ['--as', 'Solène'];

/** A consultation that Solène runs, and what is asked of it. */
async function opened(open?: () => Promise<Database>) {
  const line = await commandLine('fr', open);
  await line.tour('consultation', 'load', LILLE);
  await line.tour('people', 'add', 'Solène', '--role', 'staff');
  return line;
}

const directoryOf = (line: CommandLine) =>
  line.core.store.transaction(async (tx) => {
    const [consultation] = await tx.consultations.all();
    return tx.people.directory(consultation!.id);
  });

describe.each(storyDatabases())('partners import, on $name', ({ open }) => {
  let line: CommandLine;
  const tour = (...words: string[]) => line.tour(...words);
  const json = async (...words: string[]) => JSON.parse((await tour(...words, '--json')).out);
  const everybody = () => directoryOf(line);
  const named = async (name: string): Promise<DirectoryEntry> => {
    const found = (await everybody()).filter((one) => one.name === name);
    expect(found, name).toHaveLength(1);
    return found[0]!;
  };

  beforeEach(async () => {
    line = await opened(open);
  });
  afterEach(() => line.close());

  test('an Excel file: Windows-1252, a title, line breaks in cells, two organisations, a shared mailbox', async () => {
    const { exit, out, err } = await tour('partners', 'import', EXCEL, ...AS);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain('Windows-1252, séparateur « ; »');
    expect(out).toContain(
      'Personnes : 5 nouvelles, 0 mise à jour, 0 inchangée. Organisations nouvelles : 4.',
    );
    expect(out).toContain('17. Observations');
    expect(out).toContain('Slack reconnaît qui y a cet e-mail');
    expect(out).toContain('accueil@atelier.example sert à');
    const claire = await named('Claire DELATTRE');
    expect(claire).toMatchObject({
      lang: 'fr',
      contact: { email: 'claire.delattre@fabrique.example', telephone: '03 20 00 00 01', preferred: 'web' },
      roles: [{ role: 'committee', group: 'acteurs-ess' }],
      places: [
        {
          organisation: 'La Fabrique du Canal (fictive)',
          college: 'partenaires',
          about: {
            acronym: 'FDC',
            siret: '00000000000117',
            seat: '12, quai des Bateliers 59000 Lille',
            territories: ['lille', 'roubaix', 'tourcoing'],
          },
          place: { jobTitle: 'Présidente', capacity: 'elected', substitute: false },
        },
        {
          organisation: 'Réseau « Les Cœurs liés » (fictif)',
          about: { rna: 'W595000001' },
          place: { jobTitle: 'Administratrice', substitute: true },
        },
      ],
    });
    expect(claire.addresses).toMatchObject([
      { platform: 'web', workspace: 'main', userId: expect.stringMatching(/^[0-9a-f]{32}$/u) },
    ]);
    expect((await named('Zoë ŒUVRARD')).contact.preferred).toBe('phone');
    const mailbox = (await everybody()).filter(({ contact }) => contact.email === 'accueil@atelier.example');
    expect(new Set(mailbox.map(({ addresses }) => addresses[0]!.userId)).size).toBe(2);
  });

  test('a UTF-8 file with commas and English titles in another order; who has a chat gets no page', async () => {
    const report = await json('partners', 'import', UTF8, ...AS);
    expect(report).toMatchObject({
      ok: true,
      encoding: 'utf-8',
      separator: ',',
      onPage: 1,
      unreadColumns: [],
    });
    expect(await named('Kate Marlow')).toMatchObject({
      lang: 'en',
      contact: { preferred: 'matrix' },
      addresses: [{ platform: 'matrix', workspace: 'main', userId: '@kate.marlow:tchap.example' }],
      places: [{ about: { territories: ['roubaix', 'wattrelos'] }, place: { capacity: 'agent' } }],
    });
    expect(await named('Paul Rivers')).toMatchObject({
      addresses: [{ platform: 'slack', workspace: 'T012AB3C4', userId: 'U061F7AUR' }],
      places: [
        {
          organisation: 'House of "Common" Goods (fictitious)',
          about: { rna: 'W595000002' },
          place: { substitute: true },
        },
      ],
    });
  });

  test('the same file again changes nothing; another one updates, and keeps what people chose', async () => {
    await tour('partners', 'import', EXCEL, ...AS);
    const before = await everybody();
    const again = await json('partners', 'import', EXCEL, ...AS);
    expect(again).toMatchObject({
      people: { new: 0, updated: 0, unchanged: 5 },
      updates: [],
      missing: [],
      renamed: [],
    });
    expect(await everybody()).toEqual(before);

    const claire = await named('Claire DELATTRE');
    await line.core.store.transaction(async (tx) => {
      await tx.people.setLang(claire.id, 'en');
      await tx.people.setAttribution(claire.places[0]!.partner, 'none');
    });
    const file = line.file(
      'later.csv',
      [
        'Organisation;Nom et prénom;E-mail;Téléphone;Langue;Type',
        'LA FABRIQUE DU CANAL (FICTIVE);Claire Delattre;claire.delattre@fabrique.example;;fr;',
        'Ville de Fleurbaix-le-Neuf (fictive);Omar BENALI;omar@fleurbaix.example;;;',
        'Maison neuve (fictive);Nour Nouvelle;;;;directions',
      ].join('\n'),
    );
    const later = await json('partners', 'import', file, ...AS);
    expect(later.people).toEqual({ new: 1, updated: 2, unchanged: 0 });
    expect(later.updates).toMatchObject([
      { line: 2, fields: ['name'] },
      { line: 3, fields: ['email'] },
    ]);
    expect(later.missing.map(({ name }: { name: string }) => name)).toEqual([
      'Zoë ŒUVRARD',
      'Lucie HENNEBELLE',
      'Rachid LEMAIRE',
    ]);
    expect(await named('Claire Delattre')).toMatchObject({
      id: claire.id,
      lang: 'en',
      contact: claire.contact,
      places: [{ attribution: 'none', about: claire.places[0]!.about, place: claire.places[0]!.place }, {}],
    });
    expect((await named('Omar BENALI')).contact).toMatchObject({
      email: 'omar@fleurbaix.example',
      telephone: '+33 3 20 00 00 02',
    });
    expect((await everybody()).length).toBe(before.length + 1);
  });

  test('known by e-mail under another name: a correction is the same person, a colleague is not', async () => {
    const first = line.file(
      '1.csv',
      'organisation;nom;e-mail;type\nA (fictive);Clare Delatre;contact@a.example;partenaires\n',
    );
    await tour('partners', 'import', first, ...AS);
    const { id } = await named('Clare Delatre');
    const corrected = line.file(
      '2.csv',
      'organisation;nom;e-mail\nA2 (fictive);Claire Delatre;contact@a.example\n',
    );
    const report = await json('partners', 'import', corrected, '--college', 'partenaires', ...AS);
    expect(report.renamed).toEqual([{ line: 2, from: 'Clare Delatre', to: 'Claire Delatre' }]);
    expect((await named('Claire Delatre')).id).toBe(id);
    const colleague = line.file(
      '3.csv',
      'organisation;nom;e-mail\nA (fictive);Hugo Autre;contact@a.example\n',
    );
    const other = await json('partners', 'import', colleague, ...AS);
    expect(other).toMatchObject({ people: { new: 1 }, missing: [{ name: 'Claire Delatre' }] });
    expect((await named('Hugo Autre')).id).not.toBe(id);
  });

  test('who may: a facilitator or staff, on record; the first to import becomes staff', async () => {
    expect((await tour('partners', 'import', UTF8)).exit).toBe(2);
    await tour('partners', 'import', UTF8, ...AS);
    const refused = await tour('partners', 'import', UTF8, '--as', 'Kate Marlow');
    expect(refused.err).toContain('n’a pas le droit');
    const acts = await line.core.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      return tx.acts.done(consultation!.id, ['partners.import']);
    });
    expect(acts).toHaveLength(1);
  });

  test('words that programs trip over are plain words', async () => {
    const file = line.file(
      'odd.csv',
      "organisation;nom;type;constructor;__proto__\n__proto__;constructor Prototype;partenaires;x;y\n%_x';Robert'), DROP TABLE;partenaires;;\n@risk;+Plus;partenaires;;\n",
    );
    const report = await json('partners', 'import', file, ...AS);
    expect(report).toMatchObject({
      people: { new: 3 },
      unreadColumns: [{ header: 'constructor' }, { header: '__proto__' }],
    });
    expect((await everybody()).map(({ name }) => name)).toContain("Robert'), DROP TABLE");
  });
});

describe('a file that is not taken', () => {
  let line: CommandLine;
  const tour = (...words: string[]) => line.tour(...words);
  const everybody = () => directoryOf(line);
  beforeAll(async () => {
    line = await opened();
  });
  afterAll(() => line.close());

  test('every fault names its line and column, with the nearest word; nothing is stored', async () => {
    const { exit, err } = await tour('partners', 'import', FAULTY, ...AS);
    expect(exit).toBe(1);
    const shown = err.split('\n').map((one) => one.replace(FAULTY, ''));
    const places = shown.flatMap((one) => /^:\d+:\d+ /u.exec(one)?.[0].trim() ?? []);
    expect(places).toEqual([
      ':2:2',
      ':2:6',
      ':2:8',
      ':3:2',
      ':3:4',
      ':3:5',
      ':3:7',
      ':3:9',
      ':3:10',
      ':4:2',
      ':5:2',
      ':5:3',
      ':6:1',
      ':7:3',
      ':7:5',
      ':9:12',
    ]);
    expect(err).toContain('sa clé de contrôle est fausse');
    expect(err).toContain('le plus proche : « Lille »');
    expect(err).toContain('le plus proche : « partenaires »');
    expect(err).toContain('est un SIREN (9 chiffres)');
    expect(err).toContain('le tableur a arrondi ce SIRET');
    expect(err).toContain('il manque le nom de la personne (Mairie (fictive))');
    expect(err).toContain('16 erreurs : aucune personne n’a été inscrite');
    expect((await everybody()).map(({ name }) => name)).toEqual(['Solène']);
  });

  test('the sheet’s row is said where a cell with line breaks makes it another', async () => {
    const file = line.file(
      'rows.csv',
      'organisation;nom;type\n"Deux\nlignes";Ana A;partenaires\nTrois;Ben B;?\n',
    );
    const { err } = await tour('partners', 'import', file, ...AS);
    expect(err).toMatch(/:4:1 .*\(rangée 3 du tableur\)/u);
  });

  test('a dry run says all of it and stores nothing; the type of actor can be given once for all', async () => {
    const file = line.file('some.csv', 'organisation;nom\nA (fictive);Ana Un\nB (fictive);Ben Deux\n');
    const without = await tour('partners', 'import', file, ...AS);
    expect(without.exit).toBe(1);
    expect(without.err).toContain('il manque le type d’acteur ; attendu : partenaires, territoires');
    const { out } = await tour('partners', 'import', file, '--college', 'partenaires', '--dry-run', ...AS);
    expect(out).toContain('Essai, rien n’est enregistré.');
    expect(out).toContain('Personnes : 2 nouvelles');
    expect((await everybody()).map(({ name }) => name)).toEqual(['Solène']);
    expect((await tour('partners', 'import', file, '--college', 'partenaire', ...AS)).exit).toBe(2);
  });

  test('what is no CSV is told by name', async () => {
    const said = async (name: string, bytes: string | Uint8Array) =>
      (await tour('partners', 'import', line.file(name, bytes), ...AS)).err;
    expect(await said('workbook.csv', Buffer.from('504b030414000600', 'hex'))).toContain('c’est un classeur');
    expect(await said('old.csv', Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toContain('c’est un classeur');
    expect(await said('picture.csv', Buffer.alloc(400))).toContain('pas un fichier de texte');
    expect(await said('empty.csv', '')).toContain('je ne trouve pas la ligne des titres');
    expect(await said('titles.csv', 'organisation;nom\n')).toContain('n’a aucune ligne');
    expect(
      await said('quote.csv', 'organisation;nom;type\nA;Ana A;partenaires\n"B;Ben B;partenaires\n'),
    ).toContain(':3:1  un guillemet est ouvert');
    expect(
      await said(
        'swallowed.csv',
        'organisation;nom;type;e-mail\n"A;Ana;partenaires;\nB;Ben;x;y\n";Zoé;partenaires;\n',
      ),
    ).toContain(':2:1  « organisation » : cette cellule contient une autre ligne');
    expect(await said('nul.csv', 'organisation;nom;type\nA;A\0na;partenaires\n')).toContain(
      'caractère de contrôle',
    );
    expect(await said('long.csv', `organisation;nom;type\nA;${'n'.repeat(40_001)};partenaires\n`)).toContain(
      ':2:2',
    );
    expect((await tour('partners', 'import', 'nowhere.csv', ...AS)).exit).toBe(2);
  });

  test('what is larger than any list of people is read no further, and said; nothing is stored', async () => {
    const before = await everybody();
    const row = `Association;Ana Morel;partenaires;${'x'.repeat(70)}\n`;
    const large = (title: Buffer) => Buffer.concat([title, Buffer.from(row.repeat(640_000))]);
    const titles = {
      'utf-8.csv': Buffer.from('organisation;nom;type;fonction\n'),
      'windows.csv': Buffer.from('organisation;nom;type;fonction élue\n', 'latin1'),
    };
    for (const [name, title] of Object.entries(titles)) {
      const file = line.file(name, large(title));
      const told = await tour('partners', 'import', file, ...AS);
      expect(told.exit).toBe(1);
      expect(told.err).toContain('dépasse 64 Mo : rien n’a été importé');
      rmSync(file);
    }
    const texts = line.file(
      'texts.jsonl',
      `${JSON.stringify({ id: 'a', text: 'x'.repeat(900) })}\n`.repeat(72_000),
    );
    const told = await tour('proposals', 'import', texts, ...AS);
    expect(told).toMatchObject({ exit: 1, err: expect.stringContaining('dépasse 64 Mo') });
    expect(await everybody()).toEqual(before);
  });
});

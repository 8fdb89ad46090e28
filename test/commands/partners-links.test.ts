/** Who is consulted and how they are reached; their personal links for a mail merge, and how these are voided. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccess } from '../../adapters/web/links.ts';
import { createSeal } from '../../adapters/web/seal.ts';
import { keptSecret } from '../../adapters/web/secret.ts';
import { inLang } from '../../src/core/consultation/text.ts';
import { createGuests } from '../../src/host/guests.ts';
import { storyDatabases } from '../databases.ts';
import { type CommandLine, commandLine, LILLE, NOON } from './shell.ts';

const AS = ['--as', 'Solène'];
const PARTNERS = `organisation;sigle;nom;type;e-mail;slack;suppléant
La Fabrique (fictive);FDC;Claire Un;partenaires;claire@fabrique.example;;
La Fabrique (fictive);FDC;+Omar Deux;partenaires;omar@fabrique.example;;oui
Mairie (fictive);;Zoé Trois;territoires;;;
Mairie (fictive);;Paul Quatre;territoires;;T012AB3C4:U061F7AUR;
`;

describe.each(storyDatabases())('partners list and links, on $name', ({ open }) => {
  let line: CommandLine;
  const tour = (...words: string[]) => line.tour(...words);
  const links = async (...words: string[]) => {
    const file = join(line.dir, 'links.csv');
    const said = await tour('partners', 'links', file, ...AS, ...words);
    return { ...said, file, text: said.exit === 0 ? readFileSync(file, 'utf8') : '' };
  };
  const linkOf = (text: string, name: string) =>
    text
      .split('\r\n')
      .find((row) => row.includes(name))
      ?.split(';')[3] ?? '';
  const opened = async (link: string) => {
    const { store } = line.core;
    const guests = createGuests({ store, platform: 'web', workspace: 'main', local: inLang });
    const seal = createSeal(keptSecret(join(line.dir, 'web-secret')));
    const checked = await createAccess({ seal, guests, now: () => NOON }).links.check(link.split('/t/')[1]!);
    return checked.guest?.name ?? ('why' in checked ? checked.why : null);
  };

  beforeAll(async () => {
    line = await commandLine('fr', open);
    await tour('consultation', 'load', LILLE);
    await tour('people', 'add', 'Solène', '--role', 'staff');
  });
  afterAll(() => line.close());

  test('before anybody is enrolled, both say what to do', async () => {
    expect((await tour('partners', 'list', ...AS)).out).toContain('« npx tour partners import FICHIER »');
    const { exit, err } = await links();
    expect([exit, err]).toEqual([1, expect.stringContaining('Personne n’a besoin d’un lien')]);
    await tour('partners', 'import', line.file('partners.csv', PARTNERS), ...AS);
  });

  test('whoever joins the team is told how to come to the page, and there has a link that opens it', async () => {
    const ÉTIENNE = ['people', 'add', 'Étienne Vasseur', '--role', 'facilitator'];
    const without = await tour(...ÉTIENNE);
    expect(without.out).toContain('« --address web:main:etienne-vasseur »');
    const there = await tour(...ÉTIENNE, '--address', 'web:main:etienne-vasseur');
    const link = /^ {2}(http\S+\/t\/\S+)$/mu.exec(there.out)?.[1];
    expect(there.out).toContain('à ne donner qu’à cette personne');
    expect(await opened(link!)).toBe('Étienne Vasseur');
    const { people } = JSON.parse((await tour('people', 'list', '--json')).out);
    expect(people.filter(({ name }: { name: string }) => name === 'Étienne Vasseur')).toHaveLength(1);
    // Another person, of the same name as written there.
    const other = await tour('people', 'add', 'Etienne-Vasseur', '--role', 'staff');
    expect(other.out).toContain('« --address web:main:etienne-vasseur-2 »');
  });

  test('the list says where each one is, and who can’t be reached; it can be narrowed', async () => {
    const { out } = await tour('partners', 'list', ...AS);
    expect(out).toMatch(/Claire Un +FDC +partenaires +page +claire@fabrique\.example$/mu);
    expect(out).toMatch(/\+Omar Deux .* suppléant·e$/mu);
    expect(out).toMatch(/Zoé Trois .* page +– +lien à remettre$/mu);
    expect(out).toMatch(/Paul Quatre .* Slack +–$/mu);
    const names = async (...words: string[]) =>
      JSON.parse((await tour('partners', 'list', ...AS, '--json', ...words)).out).partners.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('--college', 'territoires')).toEqual(['Zoé Trois', 'Paul Quatre']);
    expect(await names('--unreachable')).toEqual(['Zoé Trois']);
    expect(await names('--silent')).toEqual([]);
    expect((await tour('partners', 'list', ...AS, '--silent')).out).toBe('Personne ne correspond.');
    expect((await tour('partners', 'list')).exit).toBe(2);
  });

  test('the mail merge holds those on the page, safe for a spreadsheet, for this account alone; the links open', async () => {
    writeFileSync(join(line.dir, 'links.csv'), 'older', { mode: 0o644 });
    const { exit, out, file, text } = await links();
    expect(exit).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const rows = text.split('\r\n');
    expect(rows[0]).toBe('\uFEFFNom;Organisation;E-mail;Lien personnel;Langue;Expire le');
    expect(rows[1]).toMatch(
      /^Claire Un;La Fabrique \(fictive\);claire@fabrique\.example;http:\/\/127\.0\.0\.1:8080\/t\/[^;]+;fr;2026-09-08$/u,
    );
    expect(rows[2]).toMatch(/^'\+Omar Deux;/u);
    expect(text).not.toContain('Paul');
    expect(await opened(linkOf(text, 'Claire Un'))).toBe('Claire Un');
    expect(out).toContain('3 liens écrits');
    expect(out).toContain('Chaque lien est personnel');
    expect(out).toContain('Sans e-mail, à remettre autrement : 1.');
    expect(out).toContain('PUBLIC_URL');
    expect((await links('--college', 'territoires')).text).not.toContain('Claire');
  });

  test('revoked, a link opens nothing; new ones do, and those of others still do', async () => {
    const { text } = await links();
    const { exit, out } = await tour('partners', 'revoke', 'Claire@fabrique.example', ...AS);
    expect([exit, out]).toEqual([0, expect.stringContaining('ne valent plus')]);
    expect(await opened(linkOf(text, 'Claire Un'))).toBe('revoked');
    expect(await opened(linkOf(text, 'Omar Deux'))).toBe('+Omar Deux');
    expect(await opened(linkOf((await links()).text, 'Claire Un'))).toBe('Claire Un');
    expect((await tour('partners', 'revoke', 'Paul Quatre', ...AS)).err).toContain('n’est pas sur la page');
    expect((await tour('partners', 'revoke', 'Zoé Trois', '--as', 'Claire Un')).exit).toBe(1);
  });

  test('who said stop gets none', async () => {
    await line.core.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      const zoe = (await tx.people.find(consultation!.id, 'Zoé Trois'))!;
      await tx.people.setStopped(zoe.id, NOON);
    });
    const { text, out } = await links();
    expect(text).not.toContain('Zoé');
    expect(out).toContain('Laissées de côté, elles ne veulent plus de messages : 1.');
    expect((await tour('partners', 'list', ...AS)).out).toMatch(/Zoé Trois .*plus de messages/u);
  });
});

/** Documents as files in the conversation: for the team, and one's own data for anybody. */
import { expect, test } from 'vitest';
import { verifyFiles } from '../../src/commands/open-data/verify-files.ts';
import { unzipped } from '../report/unzipped.ts';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet, type Told } from './story.ts';

journeys('documents', { stories: 4 }, (at) => {
  const filesOf = (user: string) => at.stage.platform.inbox(user).flatMap(({ file }) => file ?? []);
  const lastOf = (user: string) => filesOf(user).at(-1)!;
  const textOf = (user: string) => Buffer.from(lastOf(user).content, 'base64').toString();
  let claire: Told;

  test('before anything was said there is the table of proposals alone, and a synthesis is refused with what to do', () =>
    at.story(`
      Solène: documents
      Bot: Je peux vous envoyer ces documents ici. Écrivez : … « document propositions » (tableur, CSV et JSON) … [Tableau des propositions]
      Solène: document synthèse
      Bot: pas encore de synthèse
      Solène: document roman
      Bot: Je n'ai pas de document de ce nom.
      Solène: document propositions en pdf
      Bot: Tableau des propositions : je ne l'ai pas dans ce format. J'ai tableur, CSV et JSON
    `));

  test('the table of proposals comes as a file, in the format asked for, with what people wrote by now', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Solène: document propositions en csv
      Bot: Voici le document demandé : Tableau des propositions (CSV).
    `);
    expect(lastOf('solene')).toMatchObject({
      name: 'propositions.csv',
      title: 'Tableau des propositions (CSV)',
      mime: 'text/csv',
    });
    expect(textOf('solene')).toContain('une avance de trésorerie');
    const queued = await at.stage.read((tx) =>
      tx.outbox.of(at.stage.consultation.id, ['sent', 'queued'], 500),
    );
    const enclosing = queued.find(({ document }) => (document as { encloses?: unknown }).encloses);
    expect(JSON.stringify(enclosing!.document)).not.toContain('avance de trésorerie');
    await at.story(
      `
      Solène [press]: Tableau des propositions
      Bot: Voici le document demandé : Tableau des propositions (tableur).
      Claire: {a} : une garantie plutôt
      Bot: {a} est à jour.
      Solène: document propositions en json
      Bot: (JSON)
    `,
      told,
    );
    claire = told;
    expect(filesOf('solene').map(({ name }) => name)).toContain('propositions.xlsx');
    expect(textOf('solene')).toContain('une garantie plutôt');
  });

  test('« statut » brings the participation chart, and says in words what it shows', async () => {
    await at.story(`
      Rachida: statut
      Bot: plan-actions
    `);
    const { name, mime, title, alt, content } = lastOf('rachida');
    expect({ name, mime }).toEqual({ name: 'participation.png', mime: 'image/png' });
    expect(title).toMatch(/^Participation – /u);
    expect(alt).toMatch(/^Personnes qui ont contribué, par collège et par axe\. .*invitées\), axe 1\s: \d/u);
    expect(Buffer.from(content, 'base64').subarray(1, 4).toString()).toBe('PNG');
  });

  test('a digest that is asked for brings it too; the detail of an axis, or no news, does not', async () => {
    await at.story(`
      Étienne: digest
      Bot: Depuis le début … Qui s'est exprimé, par collège :
    `);
    expect(lastOf('etienne')).toMatchObject({
      name: 'participation.png',
      mime: 'image/png',
      title: expect.stringMatching(/^Participation – Écrire le plan/u),
      alt: expect.stringMatching(/^Personnes qui ont contribué, par collège et par axe\. .*axe 1\s: 1,/u),
    });
    await at.story(`
      Étienne: détail axe 1
      Bot: Axe 1
      Étienne: digest
      Bot: Rien de nouveau
    `);
    expect(filesOf('etienne')).toHaveLength(1);
  });

  test('a synthesis, draft or signed, comes under its number', async () => {
    await at.story(`
      Solène: synthèse
      Bot: Je prépare
    `);
    await at.stage.platform.waitFor('solene', ({ text }) => text.includes('Brouillon'));
    await quiet(at.stage);
    await at.story(`
      Solène: envoyez-moi la synthèse
      Bot: Voici le document demandé : Synthèse interne n° 1 (page web).
    `);
    expect(lastOf('solene')).toMatchObject({ name: 'synthese-1-interne.html', mime: 'text/html' });
    expect(textOf('solene')).toContain('<!doctype html>');
    await at.story(
      `
      Claire: synthèse
      Bot: La synthèse n'est pas encore publiée
    `,
      claire,
    );
    expect(filesOf(claire.users.Claire!)).toEqual([]);
  });

  test('open data comes once the synthesis is signed, in one file that anybody verifies', async () => {
    await at.story(`
      Solène: document graphique thèmes
      Bot: Voici le document demandé : Graphique des thèmes n° 1 (image).
      Solène: document données ouvertes
      Bot: pas encore signée
      Solène: sans désaccord partout
      Bot: …
      Solène: signer
      Bot: Signer quand même ?
      Solène: oui
      Bot: Synthèse n° 1 signée
      Solène: document données ouvertes
      Bot: Voici le document demandé : Données ouvertes (dossier ZIP).
    `);
    expect(lastOf('solene')).toMatchObject({ name: 'donnees-ouvertes.zip', mime: 'application/zip' });
    const files = unzipped(Buffer.from(lastOf('solene').content, 'base64'));
    expect(verifyFiles(Object.fromEntries(files))).toMatchObject({ faults: [], disagreements: [] });
    await at.story(`
      Solène: document données ouvertes en excel
      Bot: Voici le document demandé : Données ouvertes (tableur).
    `);
    expect(lastOf('solene').name).toBe('donnees-ouvertes.xlsx');
  });

  test('once it is signed, those who took part have its public version, and where theirs is cited', async () => {
    await at.story(
      `
      Claire: où est la synthèse ?
      Bot: Voici la synthèse n° 1, signée le 2 mars 2015 : une proposition. … 1. … - 1.1 … « une garantie plutôt » … Les vôtres y sont citées là : … {a} : ligne 1.1 … La synthèse entière est dans le fichier joint ; « synthèse en pdf » pour l'imprimer.
      Claire: document synthèse interne
      Bot: …
    `,
      claire,
    );
    const user = claire.users.Claire!;
    expect(filesOf(user).map(({ name }) => name)).toEqual(['synthese-1.html']);
    expect(textOf(user)).not.toContain('interne');
    const told = await at.story(`
      Kate: yes
      Bot: 1/6:
      Kate: public synthesis in pdf
      Bot: Here is synthesis no. 1, signed on 2 March 2015: one proposal.
    `);
    expect(lastOf(told.users.Kate!)).toMatchObject({ name: 'synthese-1.pdf', mime: 'application/pdf' });
  });

  test('whoever runs no consultation is given none', async () => {
    const { users } = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: document propositions
      Bot: …
    `);
    expect(filesOf(users.Omar!)).toEqual([]);
  });

  test('one’s own data comes as a file beside the words, and is one’s own only', async () => {
    const { users } = await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: un fonds commun
      Bot: Noté, {a}
      Lucie: mes données
      Bot: Je vous écris tout ici ?
      Lucie: oui
      Bot: Tout ce que nous gardons
    `);
    expect(lastOf(users.Lucie!)).toMatchObject({ name: 'mes-donnees.json', title: 'Mes données (JSON)' });
    const data = textOf(users.Lucie!);
    expect(data).toContain('un fonds commun');
    expect(data).not.toContain('trésorerie');
  });
});

journeys('documents on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English: the team’s, the chart in words, one’s own data', async () => {
    const { users } = await at.story(`
      Simon: documents
      Bot: I can send you these documents here. Write: … “document proposals” (spreadsheet, CSV and JSON) … [Table of proposals]
      Simon: document novel
      Bot: I have no document by that name.
      Simon: document proposals in pdf
      Bot: Table of proposals: I don't have it in that format. I have spreadsheet, CSV and JSON
      Joy: yes
      Bot: 1/4:
      Joy: solar panels on every school roof
      Bot: {a}
      Simon: document proposals in csv
      Bot: Here is the document you asked for: Table of proposals (CSV).
      Rosa: status
      Bot: maatregelen
      Joy: my data
      Bot: …
      Joy: yes
      Bot: …
    `);
    const last = (user: string) =>
      at.stage.platform
        .inbox(user)
        .flatMap(({ file }) => file ?? [])
        .at(-1)!;
    const textOf = (user: string) => Buffer.from(last(user).content, 'base64').toString();
    expect(last('simon').title).toBe('Table of proposals (CSV)');
    expect(textOf('simon')).toContain('solar panels on every school roof');
    expect(last('rosa')).toMatchObject({
      title: expect.stringMatching(/^Participation – /u),
      alt: expect.stringMatching(
        /^People who contributed, by type of actor and axis\. .*invited\), axis 1: 1/u,
      ),
    });
    expect(last(users.Joy!).title).toBe('My data (JSON)');
    expect(textOf(users.Joy!)).toContain('solar panels on every school roof');
  });
});

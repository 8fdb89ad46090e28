/** Kept from publication with a reason: the author hears it and may answer, the rest of the world reads nothing. */
import { expect, test } from 'vitest';
import { gatherDocuments } from '../../src/app/documents/gather-documents.ts';
import { documentFiles } from '../../src/compose.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { journeys } from './harness.ts';
import { compiledSnapshot } from './moderated.ts';
import { WINDHAVEN } from './stage.ts';
import type { Told } from './story.ts';

journeys('moderating', { stories: 4 }, (at) => {
  let told: Told;

  test('the author is told the reason and how to answer; the team hears the answer', async () => {
    told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: virer le directeur de la fabrique, un escroc notoire
      Bot: Noté, {a}
      Omar: oui
      Bot: 1/6 :
      Omar: une avance de trésorerie en attendant les subventions
      Bot: Noté, {b}
      Rachida: modérer {a}
      Bot: Il faut une raison : son auteur·rice la lira, et le journal aussi.
      Rachida: modérer {a} : ce texte met en cause une personne
      Bot: {a} ne sera ni citée, ni listée, ni comptée. Son auteur·rice reçoit la raison.
      Bot → Claire: Bonjour Claire. L'équipe a décidé de ne pas publier {a}. La raison : « ce texte met en cause une personne » … « contester {a} : votre réponse »
      Claire: contester {a} : je parlais de la fonction, pas de la personne
      Bot: C'est transmis : quelqu'un de l'équipe relira cette décision et vous répondra.
      Rachida: doutes
      Bot: Réponse à la modération de {a} : « contester {a} : je parlais de la fonction, pas de la personne »
    `);
  });

  test('it is listed and counted nowhere', async () => {
    await at.story(
      `
      Rachida: propositions
      Bot: 1 proposition en cours, les dernières : … {b}
    `,
      told,
    );
    const seen = await at.stage.read((tx) => compiledSnapshot(tx, at.stage.consultation));
    expect(seen.refs).toEqual([told.refs.b]);
    expect(seen.people).toBe(1);
    // Claire answered, and that stays true.
    expect(seen.answered).toBe(2);
  });

  test('it is its author’s still, and no side door gives it back', () =>
    at.story(
      `
      Claire: mes propositions
      Bot: {a}, « virer le directeur de la fabrique, un escroc notoire » … non publiée
      Claire: corriger {a}
      Bot: {a} n'est pas publiée, sur décision de l'équipe … « contester {a} : votre réponse »
      Claire: retirer {a}
      Bot: {a} n'est pas publiée
      Claire: rétablir {a}
      Bot: {a} n'est pas publiée
      Rachida: réunir {b} dans {a}
      Bot: {a} n'est plus en cours
      Rachida: modérer {a} : encore
      Bot: {a} n'est déjà plus publiée.
    `,
      told,
    ));

  test('editing the message does not either', async () => {
    const edited = await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie [as m]: des mots blessants pour quelqu'un
      Bot: Noté, {c}
      Rachida: modérer {c} : des mots blessants
      Bot: {c} ne sera ni citée
      Bot → Lucie: L'équipe a décidé de ne pas publier {c}.
      Lucie [edit m]: des mots blessants pour quelqu'un d'autre
      Bot: {c} n'est pas publiée, sur décision de l'équipe
    `);
    const rows = await at.stage.read((tx) => tx.proposals.of(at.stage.consultation.id));
    expect(rows.find(({ number }) => number === Number(edited.refs.c!.slice(2)))).toMatchObject({
      state: 'moderated',
      versions: [{ n: 1 }],
    });
  });

  test('given back, with a reason too; the log says all of it and names nobody', async () => {
    await at.story(
      `
      Solène: publier {a} : après relecture, c'est la fonction qui est visée
      Bot: {a} est de nouveau publiée. Son auteur·rice reçoit la raison.
      Bot → Claire: Bonjour Claire. {a} est de nouveau publiée. La raison : « après relecture
      Solène: publier {b} : pourquoi pas
      Bot: {b} n'a pas été modérée.
      Rachida: journal de modération
      Bot: Journal de modération, 3 décisions : … 2 mars 2015, {a} non publiée : « ce texte met en cause une personne » … {a} de nouveau publiée : « après relecture
      Rachida: doutes
      Bot: …
    `,
      told,
    );
    const log = at.stage.platform.texts('rachida').findLast((text) => text.startsWith('Journal'))!;
    expect(log).not.toMatch(/Claire|Lucie|escroc|blessants pour/u);
  });

  test('the log is the team’s', () =>
    at.story(
      `
      Claire: journal de modération
      Bot: …
    `,
      told,
    ));

  test('moderated before the signature, it keeps the draft from being signed; after it, it leaves the documents', async () => {
    const { bot, consultation } = at.stage;
    let log: Readonly<Record<string, string>> = {};
    const gathered = async () => {
      const documents = await at.stage.read(async (tx) => {
        const [person] = await tx.people.withRole(consultation.id, 'staff');
        const actor = { person: person!, partners: [] };
        return gatherDocuments({ tx, consultation, actor, now: bot.clock.now(), ids: bot.ids });
      });
      if (isRefusal(documents)) throw new Error(documents.code);
      const { moderation, ...others } = documents;
      log = documentFiles({ ...others, moderation });
      return JSON.stringify(others);
    };
    const signing = await at.story(
      `
      Rachida: clore plan-actions : le calendrier du Conseil a changé
      Bot: « plan-actions » est clos.
      Étienne: synthèse
      Bot: Je prépare la synthèse, un instant.
      Bot → Étienne: {a}
      ${['1', '2', '3', '4', '5'].map((axis) => `Étienne: sans désaccord ${axis}\n Bot: C'est fait.`).join('\n')}
      Rachida: modérer {a} : ce texte met en cause une personne
      Bot: {a} ne sera ni citée
      Bot → Claire: L'équipe a décidé
      Étienne: signer
      Bot: {a}
      Rachida: publier {a} : après relecture
      Bot: {a} est de nouveau publiée.
      Bot → Claire: {a} est de nouveau publiée.
      Étienne: signer
      Bot: Synthèse n° 1 signée.
    `,
      told,
    );
    expect(await gathered()).toMatch(/escroc/u);
    await at.story(
      `
      Rachida: modérer {a} : une plainte a été déposée
      Bot: {a} ne sera ni citée
      Bot → Claire: L'équipe a décidé
    `,
      signing,
    );
    const after = await gathered();
    expect(after).not.toMatch(/escroc/u);
    expect(after).not.toContain(told.refs.a);
    expect(after).toContain(told.refs.b);
    // Few people are concerned: how many is not told. One reason quotes nobody, and stands.
    const published = JSON.parse(log['moderation.json']!);
    expect(published).toMatchObject({ authors: null });
    expect(published.decisions.slice(-3)).toMatchObject([
      { proposal: told.refs.a, published: false, reason: 'ce texte met en cause une personne' },
      { proposal: told.refs.a, published: true, reason: 'après relecture' },
      { proposal: told.refs.a, published: false, reason: 'une plainte a été déposée' },
    ]);
    for (const name of ['moderation.json', 'moderation.md', 'moderation.html']) {
      expect(log[name]).toContain(told.refs.a);
      expect(log[name]).toContain('une plainte a été déposée');
      expect(log[name]).not.toMatch(/escroc|Claire|Rachida/u);
    }
  });
});

journeys('moderating on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes
      Bot: 1/
      Joy: solar panels on every school roof
      Bot: … {a}
      Rosa: moderate {a}: it names somebody
      Bot: {a} will be neither quoted, listed nor counted. Its author is told the reason.
      Bot → Joy: Hello Joy. The team has decided not to publish {a}. The reason: “it names somebody” … “contest {a}: your answer”
      Joy: contest {a}: it does not
      Bot: Passed on
      Rosa: moderation log
      Bot: Moderation log, 1 decision: … {a} not published: “it names somebody”
    `));
});

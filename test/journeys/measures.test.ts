/** After the adoption: what indicators are found to be, year after year, and who is told. */
import { expect, test } from 'vitest';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { journeys } from './harness.ts';

journeys('measures of the plan', { stories: 1 }, (at) => {
  test('indicators without a measure, and without a target', async () => {
    await at.go(`
      Rachida: indicateurs
      Bot: 3 indicateurs : … Appel à projets Entreprendre autrement (entreprendre-autrement) … Emplois créés ou consolidés directement : pas encore mesuré … Groupement d'employeurs de l'ESS (exemple) (emplois-partages) … Postes partagés : pas encore mesuré
    `);
    const { bot, content, clock } = at.stage;
    const actions = content.plan.actions.map((action) =>
      action.key === 'emplois-partages'
        ? {
            ...action,
            calendar: { fr: '2013-2018', en: '2013-2018' },
            indicators: action.indicators.map((one) => ({ ...one, target: 40 })),
          }
        : action,
    );
    const next = { ...content, version: 'with-targets', plan: { ...content.plan, actions } };
    const edge = { ids: bot.ids, now: clock.now(), salt: 'salt' };
    await bot.store.transaction((tx) => loadConsultation(tx, next, edge));
  });

  test('measured in chat, in the ways people write figures and days', () =>
    at.go(`
      Rachida: mesure emplois-partages 12
      Bot: Cette action est réservée à l'équipe.
      Solène: mesure emplois-partages 9 le 3 janvier 2015
      Bot: C'est noté pour « Groupement d'employeurs de l'ESS (exemple) ». … Postes partagés : 9 postes le 3 janvier 2015, pour une cible de 40 postes (22 %), en retard, on attendait 13 postes ce jour-là … « annuler mesure »
      Solène: mesure emplois-partages postes-partages 14,5 : d'après le rapport du groupement
      Bot: Postes partagés : 14,5 postes le … (36 %), dans les temps … Note : d'après le rapport du groupement
      Solène: mesure emplois-partages Postes partagés 5 le 02/01/2015
      Bot: 14,5 postes … La mesure qui compte reste celle du
      Solène: mesure entreprendre-autrement emplois-directs 1 200 emplois
      Bot: Emplois créés ou consolidés directement : 1 200 emplois le … , sans cible
    `));

  test('what is not understood says which there are', () =>
    at.go(`
      Solène: mesure rien-de-tel 12
      Bot: « rien-de-tel » n'est pas une action qui a des indicateurs. Il y a : entreprendre-autrement, emplois-partages.
      Solène: mesure entreprendre-autrement 12
      Bot: L'action « entreprendre-autrement » a plusieurs indicateurs, dites lequel : emplois-directs, emplois-indirects.
      Solène: mesure entreprendre-autrement surface 12
      Bot: n'a pas d'indicateur « surface ». Il y a : emplois-directs, emplois-indirects.
      Solène: mesure emplois-partages
      Bot: Quel chiffre ? Par exemple « mesure emplois-partages 12,5 »
      Solène: mesure emplois-partages 1,200
      Bot: « 1,200 » se lit de deux façons : écrivez « 1200 » pour des milliers, « 1,2 » pour une virgule.
      Solène: mesure emplois-partages 12 le 3 mai 2031
      Bot: donnez celui de la mesure
      Solène: mesure emplois-partages 12 le 31 février
      Bot: Je ne comprends pas cette date.
    `));

  test('taken back, one after the other, the latest first', async () => {
    await at.go(`
      Solène: mesure emplois-partages 140
      Bot: 140 postes … (350 %), cible atteinte
      Solène: annuler mesure
      Bot: La mesure du … (140 postes) est annulée. … 14,5 postes
      Étienne: annuler mesure
      Bot: Il n'y a pas de mesure à annuler.
      Étienne: annuler mesure emplois-partages
      Bot: (5 postes) est annulée.
      Rachida: indicators
      Bot: 3 indicateurs : … 1 200 emplois … 14,5 postes
    `);
    const rows = await at.stage.read((tx) => tx.measures.of(at.stage.consultation.id));
    expect(rows.map(({ value, takenBackAt }) => [value, takenBackAt !== null])).toEqual([
      [9, false],
      [14.5, false],
      [5, true],
      [1200, false],
      [140, true],
    ]);
  });

  test('an adopted adjustment cites what people said: they are told, once a measure', async () => {
    await at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Un poste de comptable partagé entre nos petites associations.
      Bot: Noté, {post} … 2/6 :
      Solène: annoncer l'avancement emplois-partages
      Bot: Aucun ajustement adopté de l'action « emplois-partages » ne cite de proposition
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: ajuster action emplois-partages
      Bot: Que devient
      Solène: renforcer 1
      Bot: Écrivez le nouveau texte.
      Solène: Deux groupements au lieu d'un.
      Bot: A-1
      Solène: citer A-1 : {post}
      Bot: D'après {post}.
      Solène: décider A-1 retenue : Demandé.
      Bot: A-1 : retenue
      Solène: annoncer l'avancement emplois-partages
      Bot: Aucun ajustement adopté
      Solène: entériner ajustements comite 01/03/2015
      Bot: C'est noté
      Solène: adopter le plan par conseil le 02/03/2015
      Bot: Version 3 du plan
      Rachida: annoncer l'avancement emplois-partages
      Bot: Cette action est réservée à l'équipe.
      Solène: annoncer l'avancement emplois-partages
      Bot: Je l'annoncerai à 1 personne (Claire … Bonjour Claire. Des nouvelles de l'action « Groupement … 14,5 postes le … (36 %), dans les temps … Cette proposition a nourri l'action : … {post}, « Un poste de comptable partagé … On envoie ? [Envoyer maintenant] [Annuler]
      Solène: non
      Bot: Entendu, rien n'est envoyé.
      Solène: annoncer l'avancement emplois-partages
      Bot: On envoie ?
      Étienne: mesure emplois-partages 16
      Bot: 16 postes
      Solène: oui
      Bot: Une mesure ou les destinataires ont changé entre-temps : rien n'est envoyé.
      Solène: annoncer l'avancement emplois-partages
      Bot: 16 postes … On envoie ?
      Solène: oui
      Bot: C'est envoyé à 1 personne.
      Bot → Claire: Bonjour Claire. Des nouvelles de l'action « Groupement d'employeurs de l'ESS (exemple) » : … 16 postes le … {post}, « Un poste de comptable
      Solène: annoncer l'avancement emplois-partages
      Bot: C'est déjà annoncé : notez une nouvelle mesure
      Étienne: annuler mesure
      Bot: (16 postes) est annulée. … Elle avait été annoncée
    `);
  });

  test('who measured is erased: the note on what stands stays, what was taken back goes', async () => {
    const { bot, consultation } = at.stage;
    await at.go(`
      Solène: mesure emplois-partages 15 : une note sans lendemain
      Bot: une note sans lendemain
      Solène: annuler mesure
      Bot: est annulée
    `);
    const notes = await at.stage.read(async (tx) =>
      (await tx.measures.of(consultation.id)).flatMap(({ note }) => note ?? []),
    );
    const person = (await at.stage.read((tx) => tx.people.find(consultation.id, 'Solène')))!;
    await bot.store.transaction((tx) => tx.personal.erase(person.id, at.stage.clock.now(), []));
    const texts = await at.stage.read((tx) => tx.words.texts(notes));
    expect(notes.map((id) => texts.get(id))).toEqual(["d'après le rapport du groupement", null]);
  });
});

/** Halfway through the plan: partners are asked about what moves slower than expected, and what they answer changes it. */
import { expect, test } from 'vitest';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { journeys } from './harness.ts';
import { dawn } from './story.ts';

const TARGETS = {
  'emplois-partages': {
    calendar: { fr: '2015-2018', en: '2015-2018' },
    indicators: [
      {
        key: 'postes-partages',
        label: { fr: 'Postes partagés', en: 'Shared posts' },
        unit: 'postes',
        target: 40,
      },
    ],
  },
  'chaire-ess': {
    calendar: { fr: '2015-2018', en: '2015-2018' },
    indicators: [{ key: 'theses', label: { fr: 'Thèses', en: 'Theses' }, target: 6 }],
  },
};

journeys('the mid-term round', { open: false, stories: 2 }, (at) => {
  const day = (on: string) => dawn(at.stage, on);

  test('nothing is off track: nothing to ask', async () => {
    const { bot, content, clock } = at.stage;
    const actions = content.plan.actions.map((action) => ({
      ...action,
      ...(TARGETS[action.key as keyof typeof TARGETS] ?? { indicators: [] }),
    }));
    const next = { ...content, version: 'with-targets', plan: { ...content.plan, actions } };
    const edge = { ids: bot.ids, now: clock.now(), salt: 'salt' };
    await bot.store.transaction((tx) => loadConsultation(tx, next, edge));
    await at.go(`
      Rachida: préparer le mi-parcours
      Bot: Aucune action n'est hors de sa trajectoire
      Claire: préparer le mi-parcours
      Bot: 
    `);
  });

  test('a draft with a question an action that is late, and one that is open', async () => {
    await day('2017-01-04T09:30:00Z');
    await at.go(`
      Rachida: préparer le mi-parcours
      Bot: Aucune action n'est hors de sa trajectoire … 2 indicateurs attendent une mesure
      Solène: mesure emplois-partages 9 le 4 janvier 2017
      Bot: en retard
      Rachida: alertes
      Bot: 2 alertes : … Très en retard … Postes partagés : 9 postes … À mesurer … « préparer le mi-parcours » demande aux partenaires ce qu'il faut y changer. [Préparer le mi-parcours]
      Rachida [press]: Préparer le mi-parcours
      Bot: J'ai préparé le mi-parcours : une question sur l'action qui avance moins vite que prévu, et une question ouverte. Rien n'est envoyé. … 1 indicateur attend une mesure : je n'en demande rien. … « Le plan à mi-parcours, 2017 » : 2 questions, 10 personnes invitées … Ce qui reste ouvert : Ce qu'il faut changer aux actions … 1/2 : « Groupement … » avance moins vite que prévu. Que faudrait-il y changer ? … Postes partagés : 9 postes le 4 janvier 2017, pour une cible de 40 postes … 2/2 : Et dans le reste du plan … « retirer question 2 » … On envoie ? [Envoyer maintenant]
      Rachida: préparer le mi-parcours
      Bot: Le mi-parcours est déjà en préparation, le voici. … On envoie ?
      Solène: préparer le mi-parcours
      Bot: Rachida prépare déjà le mi-parcours
    `);
  });

  test('questions are taken out, reworded, added, then it is sent as any round', () =>
    at.go(`
      Rachida: ajouter question action chaire-ess : La chaire a-t-elle sa place ?
      Bot: La question est ajoutée. … « reformuler question 3 (en) : texte » la dit en anglais. … 3 questions … 3/3 : La chaire a-t-elle sa place ?
      Rachida: reformuler question 3 (en) : Does the chair have its place?
      Bot: La question est reformulée. … 3/3 : La chaire a-t-elle sa place ?
      Rachida: reformuler question 1 : Que changer au groupement d'employeurs ?
      Bot: La question est reformulée. … « reformuler question 1 (en) … 1/3 : Que changer au groupement d'employeurs ? … Postes partagés : 9 postes
      Rachida: reformuler question 1 (de) : Was?
      Bot: ne se lit pas en « de » : fr, en.
      Rachida: ajouter question action rien : Quoi ?
      Bot: Le plan n'a pas d'action « rien ».
      Rachida: retirer question 9
      Bot: Il n'y a pas de question 9 : elles vont de 1 à 3.
      Rachida: retirer question 2
      Bot: La question est retirée. … 2 questions … 2/2 : La chaire
      Rachida: envoyer
      Bot: C'est ouvert : 10 invitations
      Bot → Claire: Bonjour Claire … On commence ?
      Bot → Omar: On commence ?
      Bot → Kate: What to change in the actions
      Rachida: préparer le mi-parcours
      Bot: « Le plan à mi-parcours, 2017 » est ouvert jusqu'au … « clore le-plan-a-mi-parcours-2017 »
      Claire: oui
      Bot: Que changer au groupement d'employeurs ? … Postes partagés : 9 postes
      Claire: Il faut un second groupement au nord-est de la métropole.
      Bot: Noté, {second} … 2/2 : La chaire
      Claire: passe
      Bot: C'est fini
      Omar: oui
      Bot: 1/2
      Omar: Payer le poste d'animation du groupement la première année.
      Bot: Noté, {post} … 2/2
      Kate: yes
      Bot: 1/2: Que changer … Shared posts: 9 postes on 4 January 2017
      Kate: A buddy for each newly shared post.
      Bot: {buddy} … 2/2: Does the chair have its place?
    `));

  test('what was answered stays tied to its action: seen by its author, the team, and whoever adjusts the plan', () =>
    at.go(`
      Claire: {second}
      Bot: répond à la question sur « Groupement
      Solène: pourquoi {post}
      Bot: Répond à la question sur « Groupement
      Solène: ajuster {buddy}
      Bot: 1. Groupement … (réponse à la question sur elle : {buddy})
      Solène: non
      Bot: rien n'est préparé
      Solène: ajuster action emplois-partages
      Bot: 3 propositions répondent à la question sur cette action : … {second} … Que devient « Groupement
      Solène: modifier 1
      Bot: Aujourd'hui
      Solène: Deux groupements d'employeurs, avec un poste d'animation la première année.
      Bot: A-1, modifier « Groupement … D'après {second}, {post} et {buddy}.
      Rachida: clore le-plan-a-mi-parcours-2017 : tout le monde a parlé
      Bot: est clos.
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: répondent à la question posée à son sujet
      Solène: préparer le bilan
      Bot: ce qu'il faudrait y changer a été demandé à mi-parcours
    `));

  test('a folder can hold such a round', async () => {
    const { content } = at.stage;
    const round = await at.stage.read(async (tx) => {
      const now = (await tx.consultations.byKey(content.key))!;
      return now.content.rounds.find(({ key }) => key === 'le-plan-a-mi-parcours-2017')!;
    });
    expect(round.prompts.map(({ action, axis }) => [action, axis])).toEqual([
      ['emplois-partages', '5'],
      ['chaire-ess', '3'],
    ]);
  });
});

/** Closed by mistake, opened again the same day; cancelled only on purpose; what is due when. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('a round closed by mistake', { stories: 2 }, (at) => {
  test('it goes on, and what came meanwhile counts', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Rachida: statut
      Bot: « plan-actions » : ouvert jusqu'au 17 avril 2015. … Clôture dans 46 jours.
      Rachida: rouvrir plan-actions
      Bot: « plan-actions » n'est pas clos.
      Rachida: clore plan-actions
      Bot: pourquoi le clore maintenant ?
      Rachida: je me trompe de tour
      Bot: « plan-actions » est clos. … Par erreur ? Jusqu'à ce soir, « rouvrir plan-actions ».
      Rachida: statut
      Bot: clos … Restitution à faire avant le 2 mai 2015 (dans 61 jours). … Décision à rendre avant le 2 août 2015 (dans 153 jours).
      Claire: des locaux moins chers à Roubaix
      Bot: Je garde {a}, hors délai
      Rachida: rouvrir plan-actions
      Bot: « plan-actions » est rouvert, jusqu'au 17 avril 2015. 1 proposition arrivée entre-temps compte, et je le dis à qui l'a écrite.
      Bot → Claire: Le tour avait été clos par erreur, il continue : {a} est dans les temps et compte.
      Rachida: doutes
      Bot: Rien n'attend votre avis.
      Claire: reprendre
      Bot: 2/6 :
    `);
    const acts = await at.stage.read((tx) =>
      tx.acts.done(at.stage.consultation.id, ['round.close', 'round.reopen']),
    );
    expect(acts.map(({ verb }) => verb)).toEqual(['round.close', 'round.reopen']);
    await at.story(
      `
      Rachida: annuler plan-actions
      Bot: 1 personne a déjà répondu à « plan-actions » : l'annuler quand même ? … [Annuler le tour] [Le garder ouvert]
      Rachida: non
      Bot: Rien ne change : « plan-actions » reste ouvert.
    `,
      told,
    );
  });

  test('not the day after', async () => {
    await at.story(`
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: « plan-actions » est clos.
    `);
    at.stage.clock.leap(at.stage.clock.now() + 26 * 3_600_000);
    await at.story(`
      Rachida: rouvrir plan-actions
      Bot: il ne se rouvre que le jour même
    `);
  });
});

journeys('a round closed by mistake, on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Rosa: reopen maatregelen
      Bot: “maatregelen” is not closed.
      Rosa: close maatregelen
      Bot: why close it now?
      Rosa: I have the wrong round
      Bot: “maatregelen” is closed. … By mistake? Until tonight, “reopen maatregelen”.
      Joy: solar panels on every school roof
      Bot: {a}
      Rosa: reopen maatregelen
      Bot: “maatregelen” is open again, until 15 May 2026. 1 proposal
      Bot → Joy: The round had been closed by mistake and goes on: {a} is in time and counts.
      Rosa: cancel maatregelen
      Bot: 1 person has already answered
      Rosa: no
      Bot: Nothing changes
    `));
});

/** Whoever is lost is told the next step, not everything; what was asked before is still answered. */
import { test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('finding one’s way', { open: false, stories: 3 }, (at) => {
  test('before any round: the team is told how to begin, words of partners are kept, courtesies are nobody’s work', () =>
    at.story(`
      Rachida: bonjour
      Bot: Bonjour Rachida. « ouvrir » lance un tour, question par question … « aide équipe » dit tout
      Rachida: on fait quoi maintenant ?
      Bot: Je n'ai pas compris. « ouvrir » lance un tour
      Rachida: aide
      Bot: « ouvrir » lance un tour … Dites « aide » et un numéro … 1. Avant … 2. Pendant, avec les personnes
      Rachida: aide 1
      Bot: Avant : … « tours » … « ouvrir » (question par question)
      Rachida: aide tout
      Bot: Avant : « tours »
      Claire: oui
      Bot: Aucun tour n'attend votre réponse
      Claire: bonjour
      Bot: Je garde votre message
      Claire: il nous faudrait des locaux à Croix
      Bot: Aucun tour n'attend votre réponse pour l'instant. Je garde votre message, l'équipe le lira.
      Claire: Quand commence la consultation ?
      Bot: Bonne question : je la transmets à l'équipe
      Rachida: doutes
      Bot: Pas compris : « il nous faudrait des locaux à Croix » … Question posée : « Quand commence la consultation ? »
    `));

  test('a try ends by sending, after asking; the queue read meanwhile leaves the question open', () =>
    at.story(`
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: doutes
      Bot: points à regarder
      Rachida: test
      Bot: TEST · Jouez le tour
      Rachida: envoyer
      Bot: TEST … On envoie ?
      Rachida: doutes
      Bot: points à regarder
      Rachida: oui
      Bot: C'est ouvert
      Bot → Claire: Bonjour Claire
      Rachida: et maintenant ?
      Bot: « Écrire le plan d'actions » est ouvert. « statut », « silence »
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos
      Rachida: et maintenant ?
      Bot: est clos. … l'équipe prépare la synthèse
      Solène: et maintenant ?
      Bot: est clos. … « synthèse » en prépare une
    `));
});

journeys('finding one’s way, in English', { world: WINDHAVEN, open: false, stories: 2 }, (at) => {
  test('the next step, and the help by topic', () =>
    at.story(`
      Rosa: hello
      Bot: Hello Rosa. “open” starts a round
      Rosa: what now?
      Bot: I didn't follow that. “open” starts a round
      Rosa: help
      Bot: “open” starts a round … Say “help” and a number … 1. Before
      Rosa: help 2
      Bot: During, with people: … “status”
      Rosa: team help 99
      Bot: Say “help” and a number
      Joy: hi there, we need a bus on Sundays
      Bot: Nothing is waiting for your answer at the moment. I'm keeping your message
    `));
});

journeys('a choice nobody offered', { stories: 2 }, (at) => {
  test('is no idea: the question is asked again', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: les 2, plutôt A
      Bot: Je ne vous proposais pas de choix ici. … Et vous, avec vos mots : Qu'est-ce qui vous manque
      Claire: B
      Bot: Je ne vous proposais pas de choix ici.
      Claire: deux salles de réunion
      Bot: Noté, {a}
      Claire: {a} à revoir
      Bot: Je transmets votre mot sur {a} à l'équipe. … « corriger {a} : texte » … Et vous, avec vos mots
      Claire: {a} est officiel
      Bot: est officielle
      Claire: mes propositions
      Bot: Vos propositions : … {a}, « deux salles de réunion »
      Kate: yes
      Bot: 1/6:
      Kate: both, rather B
      Bot: I wasn't offering a choice here. … And you, in your own words
    `));
});

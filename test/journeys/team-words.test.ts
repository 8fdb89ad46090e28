/** The team says things its own way: without the key of a round, a day after "au", a line before another, a plain reply. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';

journeys('the team, in its own words', { stories: 8 }, (at) => {
  test('a proposal is looked at, and cut, by its reference', async () => {
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: de la trésorerie et quelqu'un pour les dossiers, tout cela à Roubaix
      Bot: {a}
      Rachida: {a}
      Bot: {a}, « 
      Rachida: voir {a}
      Bot: {a}, « 
      Rachida: scinder {a}
      Bot: Où la couper ? « scinder {a} : première idée / deuxième idée », avec ses mots.
      Rachida: P-9999
      Bot: P-9999
    `);
  });

  test('a sentence, said while a question is looked at, is offered as its answer', async () => {
    await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: Pourquoi la piscine de Roubaix est-elle fermée ?
      Bot: Bonne question
      Rachida: doutes
      Bot: Question posée : « Pourquoi la piscine
      Rachida: doute 1
      Bot: Pourquoi la piscine
      Rachida: elle rouvre en septembre, après les travaux
      Bot: Est-ce votre réponse à Omar 1 ? [La lui envoyer] [Non]
      Rachida: non
      Bot: Rien n'est envoyé.
      Rachida: elle rouvre en septembre après les travaux
      Bot: Est-ce votre réponse
      Rachida: oui
      Bot: C'est envoyé à Omar 1. … Rien n'attend votre avis.
      Bot → Omar: Pourquoi la piscine … elle rouvre en septembre après les travaux
    `);
  });

  test('words that may not be shown to another author are not offered to be merged', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: un fonds de trésorerie en attendant le versement des subventions
      Bot: Noté, {a}
      Lucie: oui
      Bot: 1/6 :
      Lucie: de la trésorerie en attendant le versement des subventions
      Bot: Noté, {b}
      Rachida: doutes
      Bot: Peut-être la même idée : {b}
    `);
    const listed = at.stage.platform.texts('rachida').at(-1)!;
    expect(listed).toContain(told.refs.a);
    expect(listed).not.toContain('réunir');
  });

  test('the only open round is prolonged and closed without being named', async () => {
    await at.story(`
      Rachida: prolonger
      Bot: Jusqu'à quel jour ? Par exemple « prolonger plan-actions jusqu'au 31 janvier ».
      Rachida: prolonger le tour au 30 avril
      Bot: « plan-actions » est prolongé jusqu'au 30 avril 2015.
      Rachida: clore
      Bot: « plan-actions » n'est pas encore à son terme : pourquoi le clore maintenant ?
      Rachida: le comité est avancé
      Bot: « plan-actions » est clos.
      Rachida: clore
      Bot: Aucun tour n'est ouvert.
    `);
  });
});

/** "Corriger", "retirer": a word alone, typed as the buttons say it, is a wish about what was just noted and no idea. */
import { test } from 'vitest';
import { journeys } from './harness.ts';

journeys('a word alone', { stories: 4 }, (at) => {
  test('« corriger » while the bot hesitates about an axis takes the new words of that proposal', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une recherche sur les emplois
      Bot: Noté, {a} … J'hésite pour {a} : plutôt A) … ou B) … ?
      Claire: corriger
      Bot: {a} … ?
      Claire: une recherche sur les emplois du quartier
      Bot: {a} … 2/6 :
      Claire: mes propositions
      Bot: Vos propositions : … {a}, « une recherche sur les emplois du quartier »
    `));

  test('« corriger » after several ideas asks which; the next question has come, « retirer » asks it too', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: - des locaux moins chers à Roubaix↵- un fonds d'amorçage
      Bot: {a}, … {b}, … C'est bien ça ?
      Claire: Corriger
      Bot: Laquelle faut-il corriger : {a} ou {b} ?
      Claire: la 2
      Bot: {b} … ?
      Claire: un fonds d'amorçage pour les jeunes structures
      Bot: {b} est à jour. … 2/6 :
      Claire: je voudrais retirer
      Bot: Laquelle retirer : {a} ou {b} ? [{a}] [{b}]
      Claire: retirer {a}
      Bot: {a} est retirée.
      Claire: retirer
      Bot: {b} est retirée.
    `));

  test('one of two taken back where they are asked about answers for both: the next question comes', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: - des locaux moins chers à Roubaix↵- un fonds d'amorçage
      Bot: {a}, … {b}, … C'est bien ça ? … [Retirer]
      Claire: Retirer
      Bot: Laquelle retirer : {a} ou {b} ? [{a}] [{b}]
      Claire: {a}
      Bot: {a} est retirée. … 2/6 :
      Claire: des vélos en libre-service
      Bot: {c}
      Claire: - une halle pour les marchés↵- un jardin partagé
      Bot: {d}, … {e}, … C'est bien ça ?
      Claire: retirer
      Bot: Laquelle retirer : {d} ou {e} ?
      Claire: les deux
      Bot: {d} et {e} sont retirées. … 4/6 :
    `));

  test('« laquelle » is answered by a reference alone, a place, or left by « non » and by another idea', () =>
    at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: - des locaux moins chers à Roubaix↵- un fonds d'amorçage
      Bot: {a}, … {b}, … C'est bien ça ?
      Lucie: oui
      Bot: 2/6 :
      Lucie: je voudrais retirer
      Bot: Laquelle retirer : {a} ou {b} ?
      Lucie: non
      Bot: Je laisse comme c'était.
      Lucie: {a}
      Bot: {a} : « des locaux moins chers à Roubaix »
      Lucie: modifier
      Bot: Laquelle corriger : {a} ou {b} ?
      Lucie: la deuxième
      Bot: Comment écririez-vous {b} ?
      Lucie: un fonds d'amorçage pour les jeunes structures
      Bot: {b} est à jour.
      Lucie: retirer
      Bot: Laquelle retirer : {a} ou {b} ?
      Lucie: un annuaire des structures du quartier
      Bot: Noté, {c} … 3/6 :
    `));

  test('said of nothing yet, it shows what there is; a no before the new words is none of them', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: modifier
      Bot: Vous n'avez pas encore fait de proposition.
      Claire: - un annuaire des structures↵- un café mensuel entre associations
      Bot: {a}, … {b}, …
      Claire: le 2 non, plutôt un petit déjeuner tous les trois mois
      Bot: C'est corrigé, {b} : « un petit déjeuner tous les trois mois ».
    `));

  test('in English', () =>
    at.story(`
      Kate: sure
      Bot: 1/6:
      Kate: cash while we wait for grants
      Bot: {a} … 2/6:
      Kate: fix it
      Bot: {a} … ?
      Kate: cash while we wait for subsidies
      Bot: {a} … 2/6:
      Kate: withdraw
      Bot: {a} is withdrawn.
    `));
});

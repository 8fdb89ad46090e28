/** The reference: a busy partner, on a phone, three minutes. */
import { test } from 'vitest';
import { journeys } from './harness.ts';

journeys('three minutes', { stories: 3, everyDatabase: true }, (at) => {
  test('in French', () =>
    at.story(`
      Bot → Claire: Bonjour Claire, je suis le robot de cette consultation. La MEL écrit avec ses partenaires son plan … lit vos réponses … On commence ?
      Claire: ok mais vite
      Bot: 1/6 : Qu'est-ce qui vous manque le plus pour développer vos activités ?
      Claire: de la tréso en attendant les subventions et qqn pour monter les dossiers, à roubaix ya plus personne
      Bot: Merci. J'y lis deux idées : … {a}, « de la tréso en attendant les subventions » (financement et trésorerie) … {b}, « qqn pour monter les dossiers, à roubaix ya plus personne » ( … Roubaix) … C'est bien ça ?
      Claire: oui mais pas que roubaix, tout le versant nord-est
      Bot: C'est corrigé. … 2/6 : Qu'est-ce qui vous aiderait à travailler avec d'autres structures ?
      Claire: un poste de compta partagé entre 4 assos
      Bot: Noté, {c} … 3/6 :
      Claire: une recherche sur les emplois
      Bot: Noté, {d} … J'hésite pour {d} : plutôt A) … ou B) … ?
      Claire: les 2, plutôt A
      Bot: {d} : axe … avec un renvoi vers l'axe … 4/6 :
      Claire: passe
      Bot: 5/6 :
      Claire: passe
      Bot: 6/6 :
      Claire: des contrats plus longs, et des formations pour les encadrants
      Bot: {e}
      Claire: oui
      Bot: C'est fini, merci ! Jusqu'au 17 avril 2015 vous pouvez tout changer : écrivez « mes propositions ». Chaque idée recevra une réponse motivée.
      Claire: merci !
      Bot: Merci à vous.
    `));

  test('in English, in a French consultation', () =>
    at.story(`
      Kate: sure, but quickly
      Bot: 1/6: What do you most need in order to grow?
      Kate: cash while we wait for grants, and someone to help with applications in Roubaix
      Bot: {a} … 2/6: What would help you work with other organisations?
      Kate: an accountant shared between four associations
      Bot: Noted, {c}
      Kate: my proposals
      Bot: Your proposals: … {c}, “an accountant shared between four associations”
    `));
});

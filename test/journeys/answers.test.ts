/** Answers to prompts: ideas read, confirmed, corrected; passes, thanks, questions back, nothing to read. */
import { test } from 'vitest';
import { journeys } from './harness.ts';

journeys('answers', {}, (at) => {
  test('two ideas in one message, confirmed with a correction', () =>
    at.story(`
      Claire: ok mais vite
      Bot: 1/6 : Qu'est-ce qui vous manque le plus pour développer vos activités ?
      Claire: de la tréso en attendant les subventions et qqn pour monter les dossiers, à roubaix ya plus personne
      Bot: J'y lis deux idées : … {a}, « de la tréso en attendant les subventions » … {b}, … C'est bien ça ?
      Claire: oui mais pas que Roubaix, tout le versant nord-est
      Bot: C'est corrigé. … 2/6 : Qu'est-ce qui vous aiderait à travailler avec d'autres structures ?
      Claire: un poste de compta partagé entre 4 assos
      Bot: {c}
    `));

  test('pass is an answer', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: je passe
      Bot: 2/6 :
      Claire: passe
      Bot: 3/6 :
      Claire: suivante
      Bot: 4/6 :
      Claire: passe
      Bot: 5/6 :
      Claire: passe
      Bot: 6/6 :
      Claire: passe
      Bot: C'est fini, merci ! Jusqu'au 17 avril 2015 vous pouvez tout changer : écrivez « mes propositions ».
    `));

  test('a list makes as many proposals', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: - un fonds d'amorçage pour les petites associations↵- des locaux moins chers à Tourcoing↵- un accompagnement comptable
      Bot: J'y lis trois idées : … {a}, « un fonds d'amorçage pour les petites associations » … {b}, « des locaux moins chers à Tourcoing » … Tourcoing … {c}, « un accompagnement comptable » … C'est bien ça ? [C'est ça] [Corriger]
      Claire [press]: C'est ça
      Bot: 2/6 :
    `));

  test('one idea is noted, and the next question comes at once', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: Il nous faudrait une avance de trésorerie en attendant les subventions.
      Bot: Noté, {a} … 2/6 :
    `));

  test('thanks, a question back, emoji, nothing, a file: nothing is made up, and the question stays', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 : Qu'est-ce qui vous manque
      Claire: merci beaucoup
      Bot: Et vous, avec vos mots : Qu'est-ce qui vous manque
      Claire: Qui va lire mes réponses ?
      Bot: L'équipe du plan ESS de la MEL lit vos réponses … Qu'est-ce qui vous manque
      Claire: Combien coûtera ce plan aux communes ?
      Bot: je la transmets à l'équipe … Qu'est-ce qui vous manque
      Claire: 👍🎉🎉
      Bot: Bien reçu, mais je ne lis que les mots : deux suffisent, ou « passe ». … Qu'est-ce qui vous manque
      Claire: ↵
      Bot: Bien reçu, mais je ne lis que les mots : deux suffisent, ou « passe ». … Qu'est-ce qui vous manque
      Claire [file]:
      Bot: Je garde « note.pdf » (PJ-1, 17 octets). Quelqu'un de l'équipe va le lire … L'essentiel en deux lignes … Qu'est-ce qui vous manque
      Claire: des locaux moins chers pour les associations
      Bot: Noté, {a} … 2/6 :
    `));
});

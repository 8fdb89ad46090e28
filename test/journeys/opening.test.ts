/** A round put together in chat, question by question, looked at, tried, and sent. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';

journeys('writing a round', { open: false, stories: 2 }, (at) => {
  test('question by question, in two languages, then sent: partners are asked what was typed', async () => {
    const told = await at.story(`
      Rachida: ouvrir un tour
      Bot: Quel tour voulez-vous ouvrir ? … [Premières idées] [Écrire le plan d'actions] … [Un nouveau tour]
      Rachida: nouveau
      Bot: Comment s'appelle ce tour, en quelques mots ? … « oui » garde ce qui est proposé
      Rachida: Des locaux pour l'ESS
      Bot: Et en anglais ? 4 personnes le lisent. « passe » : elles liront l'autre langue
      Rachida: Premises for the ESS
      Bot: Sur quels axes ? 1 : créer et financer · 2 : … Proposé : 1, 2, 3, 4, 5.
      Rachida: 1 et 2
      Bot: Qu'est-ce qui reste ouvert
      Rachida: Où, à quel loyer, et qui gère.
      Bot: Et en anglais ?
      Rachida: passe
      Bot: Et qu'est-ce qui est déjà décidé
      Rachida: oui
      Bot: Que faut-il avoir lu avant de répondre ?
      Rachida: La carte des friches : https://example.org/friches↵L'étude de 2014 : neuf bureaux sur dix sont pris.
      Bot: Axe 1, créer et financer : quelle question poser ?
      Rachida: - Quel local vous manque ?↵- Qu'avez-vous déjà essayé ?
      Bot: Et en anglais, dans le même ordre, une par ligne ?
      Rachida: Which premises do you lack?
      Bot: Il en faut 2, une par ligne, dans le même ordre. Pouvez-vous reprendre ?
      Rachida: Which premises do you lack?↵What have you tried so far?
      Bot: Axe 2, animer les territoires : quelle question poser ? … Garder … Retour
      Rachida: oui
      Bot: Qui inviter ? « tous », des collèges (
      Rachida: tous
      Bot: Jusqu'à quand ? … Proposé : le
      Rachida: dans 5 semaines
      Bot: Combien de jours après l'invitation relancer les personnes silencieuses ?
      Rachida: 10 et 20
      Bot: Combien de minutes
      Rachida: 4
      Bot: « Des locaux pour l'ESS » : … questions, 10 personnes invitées, clôture le 6 avril 2015. … Relances 10 et 20 jours après l'invitation … 4 personnes lisent en anglais … Ce que chaque personne recevra : … Ce qui reste ouvert : Où, à quel loyer, et qui gère. … La carte des friches : https://example.org/friches … Puis, une à une : … Quel local vous manque ? … On envoie ? [Envoyer] [Destinataires] [Test] [Annuler]
      Rachida: envoyer
      Bot: C'est ouvert : 10 invitations en route.
      Bot → Claire: Ce qui reste ouvert : Où, à quel loyer, et qui gère.
      Claire: oui
      Bot: Quel local vous manque ?
      Bot → Kate: Still open: Où, à quel loyer, et qui gère.
      Kate: yes
      Bot: Which premises do you lack?
      Rachida: tours
      Bot: des-locaux-pour-l-ess : Des locaux pour l'ESS – ouvert jusqu'au 6 avril 2015
    `);
    expect(told.users.Claire).toBeDefined();
  });
});

/** From what people said to what becomes of it: merged, compiled, edited, signed, decided in steps, given back. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

journeys('the loop', { stories: 3, everyDatabase: true }, (at) => {
  test('people answer', () =>
    at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: Un fonds qui avance la trésorerie tant que les subventions n'arrivent pas.
      Bot: Noté, {fund} … 2/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: Des locaux moins chers à Roubaix pour les associations.
      Bot: Noté, {rooms} … 2/6 :
      Kate: yes
      Bot: 1/6:
      Kate: We need accounting help shared between small organisations.
      Bot: Noted, {help}
      Tom: yes
      Bot: 1/6:
      Tom: I disagree with a new fund, it would add one more layer of forms.
      Bot: {against}
    `));

  test('while the round is open, nobody’s words are shown to others: no merge', () =>
    at.go(`
      Rachida: réunir {rooms} dans {cash}
      Bot: Les mots de {cash} ne peuvent pas être montrés à d'autres
    `));

  test('after the close the words may be shown: refused, then agreed to by another', () =>
    at.go(`
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: « plan-actions » est clos.
      Rachida: réunir {rooms} dans {cash}
      Bot: La question est posée à l'auteur·rice de {rooms} : la réunir à {cash}
      Bot → Lucie: {rooms}, la vôtre, et {cash} semblent dire la même chose : … Voulez-vous réunir la vôtre à {cash} ? … [Réunir] [Garder à part]
      Lucie: non
      Bot: {rooms} reste à part.
      Rachida: réunir {fund} dans {cash}
      Bot: La question est posée
      Bot → Omar: {fund}, la vôtre, et {cash} semblent dire la même chose
      Omar: oui
      Bot: {fund} est réunie à {cash}. Merci !
      Rachida: réunir {fund} dans {rooms}
      Bot: {fund} n'est plus en cours
      Rachida: réunir {cash} dans {cash}
      Bot: {cash} ne peut pas être réunie à elle-même.
    `));

  test('nothing goes back before the synthesis is signed', () =>
    at.go(`
      Solène: restitution
      Bot: Cette synthèse n'est pas encore signée.
      Solène: signer
      Bot: Il n'y a pas encore de synthèse.
    `));

  test('the machine drafts', () =>
    at.go(`
      Solène: synthèse
      Bot: Je prépare la synthèse, un instant.
      Bot → Solène: Synthèse n° 1 … 1. Accompagnement … Désaccords … Brouillon n° 1.
    `));

  test('people edit: nobody’s words vanish, no line stands without a proposal', async () => {
    const draft = at.stage.platform.texts('solene').findLast((text) => text.includes('Brouillon n°'))!;
    const lineOf = (name: string) => new RegExp(`^- (\\S+)  .*${at.told.refs[name]}`, 'mu').exec(draft)?.[1];
    const line = lineOf('rooms');
    expect(line).toBeDefined();
    await at.go(`
      Solène: introduire : Cette synthèse reprend cinq contributions.
      Bot: C'est fait.
      Solène: reformuler ${line} : Des locaux abordables sont demandés à Roubaix.
      Bot: C'est fait.
      Solène: enlever ${line}
      Bot: La ligne ${line} est la seule à citer {rooms}
      Solène: ajouter 1 : Une ligne que personne n'a dite
      Bot: Une ligne doit citer au moins une proposition
      Solène: ajouter 1 : Les locaux reviennent souvent ({rooms})
      Bot: C'est fait.
      Solène: reformuler 9.9 : rien
      Bot: Je ne trouve pas cette ligne.
      Solène: montrer synthèse
      Bot: Cette synthèse reprend cinq contributions. … Des locaux abordables sont demandés à Roubaix. … Les locaux reviennent souvent ({rooms}) … Désaccords
    `);
  });

  test('an axis without disagreement needs somebody’s word; then it is signed, once', async () => {
    await at.go(`
      Solène: signer
      Bot: quelqu'un doit le confirmer, par « sans désaccord 2, 3, 4, 5 »
    `);
    const draft = at.stage.platform.texts('solene').findLast((text) => text.includes('sans désaccord'))!;
    const shown = at.stage.platform.texts('solene').findLast((text) => text.startsWith('Synthèse n°'))!;
    expect(draft).toBeDefined();
    for (const [, axis] of shown.matchAll(/«\s?sans désaccord (\S+)\s»/gu))
      await at.go(`
        Étienne: sans désaccord ${axis}
        Bot: C'est fait.
      `);
    await at.go(`
      Étienne: signer
      Bot: Synthèse n° 1 signée. Empreinte
      Solène: signer
      Bot: Cette synthèse est signée : elle ne change plus.
      Solène: introduire : trop tard
      Bot: Cette synthèse est signée
    `);
  });

  test('decisions come in steps, each with a status and a reason', () =>
    at.go(`
      Solène: restitution
      Bot: Toutes les réponses ne sont pas là. Sans réponse : {cash}
      Solène: décider {cash} retenue
      Bot: {cash}, retenue : pour quel motif ?
      Solène: annuler
      Bot: …
      Solène: décider {cash} peut-être : on verra
      Bot: Je ne connais pas cette réponse. Au choix : retenue, retenue en partie
      Solène: décider P-9999 retenue : oui
      Bot: Je ne trouve pas P-9999.
      Solène: décider {fund} retenue : oui
      Bot: {fund} n'est plus en cours
      Solène: décider {cash} {rooms} retenue : Un fonds d'avance ouvrira en septembre, avec des locaux à Roubaix.
      Bot: {cash}, {rooms} : retenue, c'est noté.
      Solène: décider {help} déjà engagée : Un groupement d'employeurs existe depuis 2013.
      Bot: {help} : déjà engagée, c'est noté.
      Solène: décider {against} non retenue : Le formulaire restera celui des subventions.
      Bot: {against} : non retenue
      Solène: entériner conseil 2015-03-02
      Bot: Aucune réponse n'attend cette instance.
      Solène: entériner sénat 2015-03-02
      Bot: Je ne connais pas cette instance. Au choix : equipe, comite, conseil.
    `));

  test('the Comité, then the Council', async () => {
    at.stage.clock.leap(Date.parse('2015-10-24T10:00:00Z'));
    await at.go(`
      Solène: entériner comite 2015-13-45
      Bot: Je ne comprends pas cette date.
      Solène: entériner comite 2016-05-13
      Bot: Ce jour n'est pas encore venu
      Solène: entériner conseil 2015-10-23
      Bot: Aucune réponse n'attend cette instance.
      Solène: entériner comite 2015-05-13
      Bot: 4 réponses enregistrées : le Comité métropolitain de l'ESS, 13 mai 2015. Reste à entendre : le Conseil métropolitain. Ensuite : « entériner conseil ».
      Solène: restitution
      Bot: En attente d'une instance : {cash}, {rooms}, {against}. Quand elle s'est prononcée : « entériner conseil », avec la date si ce n'est pas aujourd'hui.
      Solène: décider {cash} à étudier : on change d'avis
      Bot: {cash} : l'instance « comite » s'est déjà prononcée.
      Solène: entériner le Conseil du 23 octobre 2015
      Bot: 3 réponses enregistrées : le Conseil métropolitain, 23 octobre 2015. « restitution » montre ce qui partira.
    `);
  });

  test('the restitution is shown first, then sent once', async () => {
    await at.go(`
      Rachida: restitution
      Bot: Cette action est réservée à l'équipe.
      Solène: restitution
      Bot: 5 messages prêts, 5 réponses en tout. Voici le premier : … On envoie ? [Envoyer maintenant] [Annuler]
      Solène: non
      Bot: Rien n'est parti.
      Solène: restitution
      Bot: On envoie ?
      Étienne: restitution
      Bot: On envoie ?
      Solène: oui
      Bot: C'est parti : 5 restitutions.
      Étienne: oui
      Bot: La restitution a déjà été envoyée ; rien n'est parti deux fois.
      Solène: oui
      Bot: Je n'ai pas compris.
      Solène: restitution
      Bot: La restitution a déjà été envoyée
      Bot → Claire: Bonjour Claire. Voici ce que deviennent vos propositions … « … » ({cash}) : retenue. Motif : Un fonds d'avance ouvrira en septembre … (le Conseil métropolitain, 23 octobre 2015)
      Bot → Omar: ({fund}, réunie à {cash}) : retenue. Motif : Un fonds d'avance ouvrira en septembre
      Bot → Lucie: ({rooms}) : retenue.
      Bot → Kate: Hello Kate. Here is what has become of your proposals … ({help}): already under way. Reason: Un groupement d'employeurs existe depuis 2013. (the metropolitan ESS committee, 13 May 2015)
      Bot → Tom: ({against}): not adopted. … The reasons are given in the language of the consultation.
    `);
    await quiet(at.stage);
    const rows = await at.stage.read((tx) => tx.restitutions.of(at.stage.consultation.id));
    expect(rows).toHaveLength(5);
    expect(rows.every(({ sentAt }) => sentAt !== null)).toBe(true);
  });

  test('what became of each is read again whenever one asks', () =>
    at.go(`
      Claire: mes propositions
      Bot: {cash}, … retenue
      Claire: {cash}
      Bot: {cash} … retenue. « Un fonds d'avance ouvrira en septembre
      Omar: mes propositions
      Bot: {fund}, … réunie … retenue
      Tom: {against}
      Bot: not adopted.
    `));

  test('a question about an answer goes to the team', () =>
    at.go(`
      Claire: Quand ouvrira ce fonds ?
      Bot: je la transmets à l'équipe, qui vous répondra.
      Rachida: doutes
      Bot: Question posée : « Quand ouvrira ce fonds ? »
    `));
});

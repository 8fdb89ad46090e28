/** What a partner may ask at any time, without losing the thread. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import type { Told } from './story.ts';

journeys('one’s own', { stories: 20 }, (at) => {
  const given = `
    Claire: oui
    Bot: 1/6 :
    Claire: des locaux moins chers à Roubaix
    Bot: Noté, {a} … 2/6 :
  `;

  const partnerOf = (told: Told) =>
    at.stage.read(async (tx) => {
      const { platform, consultation } = at.stage;
      const address = { platform: platform.name, workspace: 'main', userId: told.users.Claire! };
      const [person] = await tx.people.byAddress(address);
      const [partner] = await tx.people.partnersOf(person!.id);
      return { person: person!, partner: partner!, consultation };
    });

  test('my proposals, one of them, and back to the question', () =>
    at.story(`${given}
      Claire: mes propositions
      Bot: Vos propositions : … {a}, « des locaux moins chers à Roubaix » (locaux et foncier, Roubaix)
      Claire: {a}
      Bot: {a} : « des locaux moins chers à Roubaix » … en cours … version 1
      Claire: un annuaire des structures du quartier
      Bot: Noté, {b} … 3/6 :
    `));

  test('nothing said yet', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: mes propositions
      Bot: Vous n'avez pas encore fait de proposition.
    `));

  test('somebody else’s proposal is answered as one that isn’t there', () =>
    at.story(`${given}
      Omar: oui
      Bot: 1/6 :
      Omar: {a}
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
      Omar: retirer {a}
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
      Omar: {a} : tout pour moi
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
      Omar: P-9999
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
      Claire: {a}
      Bot: {a} : « des locaux moins chers à Roubaix » … en cours · … version 1
    `));

  test('withdraw, restore, and neither twice', () =>
    at.story(`${given}
      Claire: retirer {a}
      Bot: {a} est retirée. Pour revenir en arrière : « rétablir {a} ».
      Claire: retirer {a}
      Bot: {a} est déjà retirée.
      Claire: mes propositions
      Bot: {a}, … retirée
      Claire: rétablir {a}
      Bot: {a} est rétablie.
      Claire: rétablir {a}
      Bot: {a} n'est pas retirée.
    `));

  test('a new text in one line', () =>
    at.story(`${given}
      Claire: {a} : des locaux partagés à Roubaix, ouverts le soir
      Bot: {a} est à jour.
      Claire: {a}
      Bot: {a} : « des locaux partagés à Roubaix, ouverts le soir » … version 2
    `));

  test('a new text in two steps', () =>
    at.story(`${given}
      Claire: corriger {a}
      Bot: Comment écririez-vous {a} ? Votre prochain message la remplacera
      Claire: des locaux partagés à Croix
      Bot: {a} est à jour. … 2/6 :
    `));

  test('a new text, then a change of mind', () =>
    at.story(`${given}
      Claire: corriger {a}
      Bot: Comment écririez-vous {a} ?
      Claire: laissez, merci
      Bot: 2/6 :
      Claire: {a}
      Bot: « des locaux moins chers à Roubaix » … version 1
    `));

  test('another axis; the theme read on the former one is not shown any more', () =>
    at.story(`${given}
      Claire: {a} axe 3
      Bot: {a} : axe 3, c'est noté.
      Claire: mes propositions
      Bot: {a}, « des locaux moins chers à Roubaix » (axe 3, … Roubaix)
      Claire: {a} axe 12
      Bot: Je ne connais pas cet axe. Les axes : 1, 2, 3, 4, 5.
    `));

  test('how one is quoted', async () => {
    const told = await at.story(`${given}
      Claire: citation
      Bot: vous êtes cité·e par votre type de structure, sans la nommer. Comment pouvons-nous citer vos propositions ?
      Claire: citation jamais
      Bot: C'est noté : vos idées comptent, vos mots ne seront pas publiés.
    `);
    expect((await partnerOf(told)).partner.attribution).toBe('none');
    await at.story(
      `
      Claire: citation structure
      Bot: C'est noté : vous serez cité·e par le nom de votre structure.
    `,
      told,
    );
    expect((await partnerOf(told)).partner.attribution).toBe('organisation');
  });

  test('no more messages, then back', async () => {
    const told = await at.story(`${given}
      Claire: stop
      Bot: je ne vous écris plus. « reprendre » si vous changez d'avis ; vos propositions restent et comptent.
    `);
    expect((await partnerOf(told)).person.stoppedAt).not.toBeNull();
    await at.story(
      `
      Claire: reprendre
      Bot: Bon retour parmi nous. … 2/6 :
    `,
      told,
    );
    expect((await partnerOf(told)).person.stoppedAt).toBeNull();
  });

  test('my data, erase me, help', () =>
    at.story(`${given}
      Claire: mes données
      Bot: L'équipe du plan ESS de la MEL … Je vous écris tout ici ?
      Claire: effacer
      Bot: J'efface tout ?
      Claire: non
      Bot: Rien n'est effacé.
      Claire: aide
      Bot: « passe » : question suivante · « mes propositions »
    `));

  test('once everything is answered: one more idea, a second thought; hours later, words out of the blue are asked about', async () => {
    const told = await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: passe
      Bot: 2/6 :
      Lucie: passe
      Bot: 3/6 :
      Lucie: passe
      Bot: 4/6 :
      Lucie: passe
      Bot: 5/6 :
      Lucie: passe
      Bot: 6/6 :
      Lucie: passe
      Bot: C'est fini, merci !
      Lucie: merci, bonne journée
      Bot: Merci à vous.
      Lucie: ok
      Bot: Merci à vous.
      Lucie: super !
      Bot: Merci à vous.
      Lucie: 👍
      Bot: Merci à vous.
      Lucie: mes propositions
      Bot: Vous n'avez pas encore fait de proposition.
      Lucie: convergence
      Bot: Est-ce une proposition à ajouter ?
      Lucie: non
      Bot: Entendu, je ne l'ajoute pas.
      Lucie: On manque de salles pour se réunir le soir à Lille.
      Bot: Je l'ajoute à vos réponses ; « annule » si ce n'en était pas une. … Noté, {a} … C'est fini, merci !
      Lucie: ah mais pas que Lille, Roubaix aussi
      Bot: C'est corrigé. … C'est fini, merci !
      Lucie: {a}
      Bot: Roubaix
      Lucie: mais on aimerait surtout que ce soit gratuit
      Bot: je transmets cette précision à l'équipe avec votre proposition. … C'est fini, merci !
      Lucie: Je vais en parler samedi à toute ma famille.
      Bot: Noté, {chat}
      Lucie: annule
      Bot: {chat} est retirée.
    `);
    at.stage.clock.leap(at.stage.clock.now() + 3 * 3_600_000);
    await at.story(
      `
      Lucie: Il faudrait une navette entre les quartiers.
      Bot: Est-ce une proposition à ajouter ?
      Lucie: non
      Bot: Entendu, je ne l'ajoute pas.
      Lucie: Un marché de producteurs le samedi.
      Bot: Est-ce une proposition à ajouter ?
      Lucie: Un prêt de vélos cargo pour livrer.
      Bot: Est-ce une proposition à ajouter ?
      Lucie [press]: L'ajouter
      Bot: Noté, {b} …
      Lucie: mes propositions
      Bot: {a}, « On manque de salles … {b}, « Un prêt de vélos cargo pour livrer. »
      Rachida: doutes
      Bot: Précision à reprendre : « mais on aimerait surtout que ce soit gratuit » … Pas compris : « Il faudrait une navette entre les quartiers. » … Pas compris : « Un marché de producteurs le samedi. »
    `,
      told,
    );
  });

  test('in English', () =>
    at.story(`
      Kate: yes
      Bot: 1/6:
      Kate: cheaper premises in Roubaix
      Bot: Noted, {a}
      Kate: my proposals
      Bot: Your proposals: … {a}, “cheaper premises in Roubaix”
      Kate: withdraw {a}
      Bot: {a} is withdrawn. To bring it back: “restore {a}”.
      Kate: restore {a}
      Bot: {a} is back.
      Kate: quote me never
      Bot: your ideas count, your words won't be published.
      Kate: my data
      Bot: “erase” erases your words. … Shall I write it all out here?
      Kate: stop
      Bot: I won't write to you any more.
      Kate: resume
      Bot: Good to have you back. … 2/6:
    `));
});

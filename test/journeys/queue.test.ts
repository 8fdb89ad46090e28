/** What the bot was not sure of, worked through by a facilitator: nothing is lost, everybody is answered. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

journeys('the queue', { stories: 3 }, (at) => {
  test('empty, and said so', () =>
    at.story(`
      Rachida: doutes
      Bot: Rien n'attend votre avis.
      Rachida: doute 1
      Bot: Rien n'attend votre avis.
      Rachida: combien reste-t-il ?
      Bot: Rien n'attend votre avis.
    `));

  test('a question is answered; the person reads it in their own chat', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: Est-ce que les communes peuvent répondre aussi ?
      Bot: Bonne question : je la transmets à l'équipe
      Kate: yes
      Bot: 1/6:
      Kate: Who decides in the end?
      Bot: I'm passing it on to the team
      Rachida: doutes
      Bot: 2 points à regarder : … 1. Question posée : « Est-ce que les communes peuvent répondre aussi ? » … 2. Question posée : « Who decides in the end? » … « doute 1 » le montre en entier
      Rachida: doute 1
      Bot: 1/2 · Claire 1, Organisation Claire 1 · 2 mars 2015 … Question posée : … Est-ce que les communes peuvent répondre aussi ? … « répondre : texte » lui répond
      Rachida: répondre : Oui, chaque commune a reçu son invitation.
      Bot: C'est envoyé à Claire 1. Reste 1 point. … 2/2 · Kate 1
      Bot → Claire: Bonjour Claire. L'équipe vous répond. Vous aviez écrit : … Est-ce que les communes peuvent répondre aussi ? … Sa réponse : … Oui, chaque commune a reçu son invitation.
      Rachida: répondre
      Bot: Que lui répondre ?
      Rachida: The Council does, in October.
      Bot: C'est envoyé à Kate 1. … Rien n'attend votre avis.
      Bot → Kate: Hello Kate. The team has an answer for you. You had written: … Who decides in the end? … Their answer: … The Council does, in October.
      Rachida: doute 1
      Bot: Le 1 est déjà réglé.
    `);
    const acts = await at.stage.read((tx) => tx.acts.done(at.stage.consultation.id, ['doubt.answer']));
    expect(acts).toHaveLength(2);
    await at.story('Claire: merci\n Bot: Merci à vous.', told);
  });

  test('words that were no answer become a proposal, which their author may take back', async () => {
    const omar = await at.story(`
      Omar: oui
      Bot: 1/6 :
      ${Array.from({ length: 5 }, (_, index) => `Omar: passe\n Bot: ${index + 2}/6 :`).join('\n')}
      Omar: passe
      Bot: C'est fini, merci !
    `);
    at.stage.clock.leap(at.stage.clock.now() + 2 * 3_600_000);
    await at.story(
      `
      Omar: Il faudrait aussi une monnaie locale à l'échelle de la métropole.
      Bot: Est-ce une proposition à ajouter ?
      Omar: non
      Bot: Entendu, je ne l'ajoute pas.
      Rachida: doutes
      Bot: 1. Pas compris : « Il faudrait aussi une monnaie locale
      Rachida: suivant
      Bot: 1/1 · Omar 1
      Rachida: accepter
      Bot: Pas pour ce point. « répondre : texte » lui répond
      Rachida: proposition
      Bot: {m}, au nom de Omar 1. Je lui demande de confirmer. … Rien n'attend votre avis.
      Bot → Omar: Rachida, de l'équipe d'animation, a noté pour vous, d'après votre message : … {m}, « Il faudrait aussi une monnaie locale … C'est bien ça ?
      Omar: retirer
      Bot: {m} est retirée.
    `,
      omar,
    );
  });

  test('nothing to do: dismissed, with a reason or without; back and forth', () =>
    at.story(`
      Lucie: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Lucie: voyez avec Paul Martin, de la compta
      Bot: Merci, l'équipe s'en occupe.
      Tom: yes
      Bot: 1/6:
      Tom: Will there be money for villages too?
      Bot: I'm passing it on
      Rachida: doutes
      Bot: 2 points à regarder
      Rachida: doute 2
      Bot: 2/2 · Tom 1
      Rachida: précédent
      Bot: 1/2 · Lucie 1 … Personne à inviter plutôt : … voyez avec Paul Martin … « inviter Prénom Nom, plateforme:identifiant »
      Rachida: précédent
      Bot: C'est le premier.
      Rachida: inviter Paul Martin, memory:paul
      Bot: Paul Martin est invité·e à « plan-actions », l'invitation part. Le point « personne à inviter plutôt » de sa structure est réglé.
      Rachida: doute 3
      Bot: Il n'y en a que 2.
      Rachida: classer 2 : vu avec lui au téléphone
      Bot: C'est classé. … Rien n'attend votre avis.
      Rachida: combien reste-t-il ?
      Bot: Rien n'attend votre avis.
    `));

  test('an axis in doubt is settled by a letter; a second axis is one to refer to', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: un poste de comptable partagé entre quatre associations
      Bot: Noté, {a}
      Rachida: reclasser {a} axe 3 et axe 1
      Bot: {a} : axe 3, avec un renvoi vers l'axe 1.
      Rachida: reclasser {a} en axe 2, axe 9
      Bot: Je ne connais pas cet axe.
      Rachida: reclasser {a} axe 5
      Bot: {a} : axe 5, c'est noté.
    `);
    const [row] = (await at.stage.read((tx) => tx.proposals.of(at.stage.consultation.id))).toReversed();
    await at.stage.read((tx) =>
      tx.doubts.add({
        id: at.stage.bot.ids.next(),
        consultationId: at.stage.consultation.id,
        proposalId: row!.id,
        inboundId: null,
        kind: 'axis',
        options: ['1', '5'],
        raisedAt: at.stage.clock.now(),
      }),
    );
    await at.story(
      `
      Rachida: doutes
      Bot: Axe à trancher (1 ou 5) : {a}
      Rachida: doute 1
      Bot: En réponse à : … Qu'est-ce qui vous manque le plus … {a} : un poste de comptable partagé … La machine hésite entre A) axe 1, créer et financer et B) axe 5, emploi … Répondez « A »
      Rachida: les deux, plutôt B
      Bot: {a} : axe 5, avec un renvoi vers l'axe 1. … Rien n'attend votre avis.
    `,
      told,
    );
  });

  test('a correction is put to its author, who agrees or keeps theirs', () =>
    at.story(`
      Kate: yes
      Bot: 1/6:
      Kate: a shared accountant; a loan without interest
      Bot: I read two ideas in this: … {a}, … {b}, … Is that right?
      Kate: yes but for small organisations first
      Bot: I'm passing that on to the team
      Rachida: doutes
      Bot: Précision à reprendre : « yes but for small organisations first »
      Rachida: doute 1
      Bot: « corriger P-0042 : texte » propose une nouvelle version
      Rachida: corriger {b} : a loan without interest, for small organisations first
      Bot: C'est proposé à l'auteur·rice de {b}, qui confirmera ou non. … Rien n'attend votre avis.
      Bot → Kate: From what you told us, the team suggests putting {b} like this: … a loan without interest, for small organisations first … instead of: … Shall I replace it? [Replace it] [Keep mine]
      Kate: yes
      Bot: {b} is up to date.
      Kate: {b}
      Bot: “a loan without interest, for small organisations first” … version 2
      Rachida: corriger {a} : three accountants
      Bot: C'est proposé
      Bot → Kate: the team suggests putting {a} like this: … three accountants
      Kate [press]: Keep mine
      Bot: {a} stays as you had written it.
    `));

  test('two facilitators answer at the same instant: one answer leaves', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: Quand aura-t-on une réponse ?
      Bot: je la transmets à l'équipe
    `);
    const { platform } = at.stage;
    const before = platform.texts(told.users.Omar!).length;
    for (const who of ['rachida', 'solene']) platform.say(who, 'répondre 1 : En octobre.');
    await quiet(at.stage);
    expect(platform.texts(told.users.Omar!)).toHaveLength(before + 1);
  });
});

journeys('the queue after the close', { stories: 2 }, (at) => {
  test('late words, one after the other; in English for whoever speaks it', async () => {
    await at.stage.enrol([
      {
        name: 'Frances',
        lang: 'en',
        addresses: [{ platform: at.stage.platform.name, workspace: 'main', userId: 'frances' }],
        roles: ['facilitator'],
        partner: null,
      },
    ]);
    at.stage.clock.leap(Date.parse('2015-05-01T10:00:00Z'));
    await at.story(
      `
      Claire: oui
      Bot: Une idée de plus ?
      Claire: une foncière solidaire pour les locaux vides
      Bot: Je garde {a}, hors délai
      Omar: oui
      Bot: Une idée de plus ?
      Omar: un prêt sans intérêt pour démarrer
      Bot: Je garde {b}, hors délai
      Frances: doubts
      Bot: 2 things to look at: … 1. Late, to accept or set aside: {a}
      Frances: doubt 1
      Bot: 1/2 · Claire 1, Organisation Claire 1 … {a}: une foncière solidaire … “accept”: it counts
      Frances: dismiss
      Bot: A late proposal waits for a decision
      Frances: accept
      Bot: {a} is accepted and counts. I'm telling whoever wrote it. 1 thing left. … 2/2 · Omar 1
      Bot → Claire: {a} est arrivée hors délai : l'équipe l'accepte
      Frances: set aside
      Bot: {b} is set aside; it will get a reply. … Nothing is waiting for you.
      Bot → Omar: {b} est arrivée hors délai : elle n'entre pas dans la synthèse
      Frances: how many left?
      Bot: Nothing is waiting for you.
    `,
      { refs: {}, users: { Frances: 'frances' } },
    );
  });

  test('a partner’s words are never commands of the queue', () =>
    at.story(`
      Claire: doutes
      Bot:
      Claire: répondre 1 : tout est accepté
      Bot:
    `));
});

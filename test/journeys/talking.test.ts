/** People write as people do: questions put to the bot, short cuts, second thoughts, old buttons, SMS spelling. */
import { afterEach, expect, test } from 'vitest';
import { numberOf } from '../../src/core/ids.ts';
import { axisOf } from '../../src/core/proposal/model.ts';
import { journeys } from './harness.ts';

journeys('talking', { stories: 25 }, (at) => {
  afterEach(() => at.untaught());
  const axis = (ref: string) =>
    at.stage.read(async (tx) =>
      axisOf((await tx.proposals.byNumber(at.stage.consultation.id, numberOf(ref)!))!),
    );
  const numbers = () => at.stage.read(async (tx) => (await tx.proposals.of(at.stage.consultation.id)).length);

  test('questions put to the bot: answered from the consultation, and the prompt stays', async () => {
    const before = await numbers();
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: c'est quoi un axe ?
      Bot: Un axe est une grande direction du plan. Il y en a plusieurs : axe 1, … ; axe 5, … Et vous, avec vos mots : Qu'est-ce qui vous manque
      Claire: c'est quoi l'axe 3
      Bot: Axe 3, … Et vous, avec vos mots
      Claire: et qui va lire ça ?
      Bot: L'équipe du plan ESS de la MEL lit vos réponses
      Claire: combien de temps ça prend ?
      Bot: Environ 5 minutes en tout ; il vous reste 6 questions.
      Claire: c'est anonyme ?
      Bot: L'équipe sait qui écrit ; dans ce qui est publié, vous êtes cité·e par votre type de structure, sans la nommer.
      Claire: citation jamais
      Bot: vos mots ne seront pas publiés
      Claire: c'est anonyme
      Bot: rien de ce que vous écrivez n'est cité dans ce qui est publié
      Claire: t'es un robot ?
      Bot: Je suis un robot : je pose les questions
      Claire: jusqu'à quand ?
      Bot: Jusqu'au 17 avril 2015 ; d'ici là, tout peut encore changer.
      Claire: qu'est-ce qui est déjà décidé ?
      Bot: Reste ouvert : Les actions. … Déjà décidé : Les cinq axes
      Claire: à quoi ça sert ?
      Bot: La MEL écrit avec ses partenaires son plan
      Claire: et après ?
      Bot: chacune recevra ensuite une réponse motivée
      Claire: Pourquoi la piscine de Roubaix est-elle fermée ?
      Bot: Bonne question : je la transmets à l'équipe
    `);
    expect(await numbers()).toBe(before);
  });

  test('“fin” ends a prompt: said alone, it is no proposal', async () => {
    const before = await numbers();
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: fin
      Bot: 2/6 :
      Claire: J'ai terminé.
      Bot: 3/6 :
    `);
    expect(await numbers()).toBe(before);
  });

  test('the same questions, in English', () =>
    at.story(`
      Kate: who will read this?
      Bot: … shall we start?
      Kate: ok
      Bot: 1/6:
      Kate: is it anonymous?
      Bot: The team knows who writes; in what is published you are quoted by your type of organisation
      Kate: how long does it take?
      Bot: About 5 minutes in all, with 6 questions to go.
      Kate: are you a robot
      Bot: I am a bot: I ask the questions
      Kate: what's the deadline?
      Bot: Until 17 April 2015; you can change anything until then.
      Kate: what are the axes?
      Bot: An axis is one of the plan's main directions. They are: axis 1,
      Kate: what happens next?
      Bot: each of them gets a reasoned reply, right here.
      Kate: dunno
      Bot: 2/6:
      Kate: no time now
      Bot: Of course, there is no rush. Write “resume” whenever it suits you, until 17 April 2015.
      Kate: resume
      Bot: Good to have you back. … 2/6:
    `));

  test('a greeting gets one, and where the person is; what the bot knows it says, and « transmettre » asks the team', async () => {
    const before = await numbers();
    await at.story(`
      Lucie: bonjour
      Bot: Bonjour Lucie ! On commence ? [Commencer]
      Lucie: oui
      Bot: 1/6 :
      Lucie: Bonjour !
      Bot: Bonjour Lucie ! Nous en sommes à la question 1 sur 6. … Et vous, avec vos mots
      Lucie: on a jusqu'à quand pour répondre ?
      Bot: Jusqu'au 17 avril 2015 ; d'ici là, tout peut encore changer. (« transmettre » si vous demandiez autre chose.) … Et vous, avec vos mots
      Lucie: transmettre
      Bot: C'est transmis : l'équipe vous répondra ici.
      Lucie: transmettre
      Bot: Écrivez votre question en une phrase
      Lucie: mon nom sera publié ?
      Bot: L'équipe sait qui écrit
      Lucie: vous faites quoi de mes données ?
      Bot: Vos messages et vos propositions sont gardés le temps de la consultation
      Lucie: quelle est la date limite de l'appel à projets ?
      Bot: Bonne question : je la transmets à l'équipe
      Rachida: doutes
      Bot: Question posée : « on a jusqu'à quand pour répondre ? » … Question posée : « quelle est la date limite de l'appel à projets ? »
    `);
    await at.story(`
      Kate: good morning
      Bot: Hello Kate! Shall we start?
      Kate: ok
      Bot: 1/6:
      Kate: hi there
      Bot: Hello Kate! We are at question 1 of 6. … And you, in your own words
      Kate: when is the deadline?
      Bot: Until 17 April 2015; you can change anything until then. (“pass it on” if you meant something else.)
      Kate: pass it on
      Bot: Done: the team will answer you here.
    `);
    expect(await numbers()).toBe(before);
  });

  test('no opinion, nothing to add, said already, later: a pass or a pause, never a proposal', async () => {
    const before = await numbers();
    await at.story(`
      Omar: slt, oui
      Bot: 1/6 :
      Omar: jsp
      Bot: 2/6 :
      Omar: je sais pas trop
      Bot: 3/6 :
      Omar: rien à ajouter
      Bot: 4/6 :
      Omar: j'ai déjà répondu
      Bot: 5/6 :
      Omar: je vois plus tard
      Bot: Entendu, rien ne presse. Écrivez « reprendre » quand vous voudrez, jusqu'au 17 avril 2015.
      Omar: reprendre
      Bot: 5/6 :
      Omar: merci bcp
      Bot: Merci à vous. … Et vous, avec vos mots
      Omar: c tout
      Bot: 6/6 :
    `);
    expect(await numbers()).toBe(before);
  });

  test('another axis after all, and once more', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Tourcoing
      Bot: Noté, {a} … 2/6 :
      Claire: non c'est l'axe 2 en fait
      Bot: {a} : axe 2, c'est noté. … Et vous, avec vos mots : Qu'est-ce qui vous aiderait
      Claire: plutôt l'axe 3
      Bot: {a} : axe 3, c'est noté. … Et vous, avec vos mots
      Claire: {a} axe 1
      Bot: {a} : axe 1, c'est noté.
      Claire: un annuaire des structures
      Bot: Noté, {b} … 3/6 :
    `);
    expect(await axis(told.refs.a!)).toBe('1');
  });

  test('one of several ideas corrected by its place', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: - un fonds d'amorçage pour les associations↵- des locaux moins chers à Roubaix
      Bot: {a}, … {b}, … C'est bien ça ?
      Omar: la deuxième c'est plutôt l'axe 4
      Bot: {b} : axe 4, c'est noté. … 2/6 :
      Omar: c'est l'axe 5
      Bot: Pour laquelle : {a} ou {b} ? Par exemple « {a} axe 5 ». [{a}] [{b}]
      Omar: {a}
      Bot: {a} : axe 5, c'est noté.
    `);
    expect(await axis(told.refs.b!)).toBe('4');
  });

  test('the same as before, the same as somebody: passed on, never made up', async () => {
    const before = await numbers();
    await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: idem que Claire
      Bot: Je ne peux pas vous répéter ce que d'autres ont dit ; je signale à l'équipe que vous êtes du même avis. … Et vous, avec vos mots
      Lucie: même chose que la question 1
      Bot: Compris, comme plus haut : je le signale à l'équipe, et je passe à la suite. … 2/6 :
      Lucie: pareil que ma réponse précédente
      Bot: Compris, comme plus haut … 3/6 :
      Rachida: doutes
      Bot: Précision à reprendre : « idem que Claire » … « même chose que la question 1 »
    `);
    expect(await numbers()).toBe(before);
  });

  test('temper, and going back', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: annule
      Bot: Il n'y a rien à annuler pour l'instant.
      Claire: c'est nul
      Bot: Je l'entends. Si quelque chose ne va pas, écrivez-le comme vous voulez
      Claire: fait chier votre truc
      Bot: Je l'entends.
      Claire: on en a déjà parlé en réunion
      Bot: Je n'ai pas ce qui s'est dit ailleurs : je le signale à l'équipe. … Et vous, avec vos mots
      Claire: comme la dernière fois
      Bot: Je n'ai pas ce qui s'est dit ailleurs
      Claire: un fonds d'amorçage pour les petites associations
      Bot: Noté, {a} … 2/6 :
      Claire: oups
      Bot: C'est annulé : {a} est retirée. « rétablir {a} » la remet. … 1/6 :
    `));

  test('an old button answers its own question, not the one asked since', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: - un fonds d'amorçage pour les associations↵- des locaux moins chers à Roubaix
      Bot: {a}, … {b}, … C'est bien ça ? [C'est ça] [Corriger]
      Omar: une recherche sur les emplois
      Bot: J'hésite pour {c} : plutôt A) … ou B) … ?
      Omar [late C'est_bien_ça]: Corriger
      Bot: Laquelle faut-il corriger : {a} ou {b} ?
      Omar [late J'hésite_pour]: B
      Bot: {c} : axe 5, c'est noté. … 2/6 :
      Omar [late On_commence]: Pas moi
      Bot: Cette question n'est plus ouverte : rien n'a changé.
      Omar [reply J'hésite_pour]: A
      Bot: {c} : axe 3, c'est noté. … 2/6 :
      Omar [reply J'hésite_pour]: les 2, plutôt B
      Bot: {c} : axe 5, avec un renvoi vers l'axe 3.
    `);
    expect(await axis(told.refs.c!)).toBe('5');
  });

  test('an old button that erases is over once it was answered', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Croix
      Bot: Noté, {a}
      Claire: effacer
      Bot: J'efface tout ? [Tout effacer] [Ne rien effacer]
      Claire [press]: Ne rien effacer
      Bot: Rien n'est effacé.
      Claire [late J'efface_tout]: Tout effacer
      Bot: Cette question n'est plus ouverte : rien n'a changé.
      Claire: {a}
      Bot: {a} : « des locaux moins chers à Croix »
    `));

  test('a thumb instead of a yes', () =>
    at.story(`
      Lucie [react On_commence]: 👍
      Bot: Merci ! … 1/6 :
      Lucie: - un fonds d'amorçage pour les associations↵- des locaux moins chers à Lille
      Bot: C'est bien ça ?
      Lucie [react C'est_bien_ça]: 👍🏾
      Bot: 2/6 :
      Lucie [react C'est_bien_ça]: 🎉
      Bot: —
    `));

  test('three messages in a row, each with its receipt', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: un fonds d'amorçage pour les associations
      Bot: Noté, {a} … 2/6 :
      Omar: un annuaire des structures du quartier
      Bot: Noté, {b} … 3/6 :
      Omar: ok c bon
      Bot: Et vous, avec vos mots
    `));
});

/** The first messages: an invitation, and what people answer to it. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';

journeys('consent', {}, (at) => {
  test('the invitation says who asks, why, what is open and decided, who reads, until when', () =>
    at.story(`
      Bot → Claire: Bonjour Claire, je suis le robot de cette consultation. La MEL écrit … Ce qui reste ouvert : Les actions. … Ce qui est déjà décidé : … Six questions, environ 5 minutes, jusqu'au 17 avril 2015 ; … lit vos réponses … On commence ? [Commencer] [Plus tard] [Pas moi]
    `));

  test('yes: the first question comes', () =>
    at.story(`
      Claire: ok mais vite
      Bot: 1/6 : Qu'est-ce qui vous manque le plus pour développer vos activités ?
    `));

  test('greeting and yes in one breath', () =>
    at.story(`
      Claire: Bonjour, oui volontiers !
      Bot: 1/6 : Qu'est-ce qui vous manque le plus
    `));

  test('later, then start', () =>
    at.story(`
      Claire: plus tard
      Bot: Entendu. Écrivez « commencer » quand vous voudrez, jusqu'au 17 avril 2015.
      Claire: commencer
      Bot: 1/6 : Qu'est-ce qui
    `));

  test('with buttons', () =>
    at.story(`
      Claire [press]: Plus tard
      Bot: Entendu.
      Claire [press]: Commencer
      Bot: 1/6 : Qu'est-ce qui
    `));
});

journeys('consent, with second thoughts', {}, (at) => {
  test('not me, and who it should be', () =>
    at.story(`
      Claire: ce n'est pas moi
      Bot: je ne vous écrirai plus pour ce tour. À qui devrions-nous nous adresser ? Un nom suffit, ou « passe ».
      Claire: voyez avec Farida, notre directrice
      Bot: Merci, l'équipe s'en occupe.
      Rachida: doutes
      Bot: Personne à inviter plutôt : « voyez avec Farida, notre directrice »
    `));

  test('not me, but nobody to name', () =>
    at.story(`
      Claire [press]: Pas moi
      Bot: À qui devrions-nous nous adresser ?
      Claire: passe
      Bot: Merci, l'équipe s'en occupe.
    `));

  test('not me, then after all yes', () =>
    at.story(`
      Claire: non
      Bot: À qui devrions-nous
      Claire: oui
      Bot: 1/6 :
    `));

  test('words written before the agreement wait for it, and then count', async () => {
    const told = await at.story(`
      Claire: Nos associations manquent de trésorerie en attendant les subventions.
      Bot: J'ai bien gardé votre message. Pour qu'il compte, il me faut votre accord : on commence ? [Commencer] [Plus tard] [Pas moi]
    `);
    const before = await at.stage.read((tx) => tx.proposals.of(at.stage.consultation.id));
    expect(before).toEqual([]);
    await at.story(
      `
      Claire: oui
      Bot: Noté, {a} … 1/6 : Qu'est-ce qui vous manque
      Claire: mes propositions
      Bot: {a}, « Nos associations manquent de trésorerie en attendant les subventions. »
    `,
      told,
    );
  });

  test('two messages before the agreement are read together', () =>
    at.story(`
      Lucie: Des locaux moins chers à Tourcoing.
      Bot: Pour qu'il compte, il me faut votre accord
      Lucie: Un poste de comptable partagé entre quatre associations.
      Bot: Pour qu'il compte, il me faut votre accord
      Lucie: ok
      Bot: J'y lis deux idées : … {a}, « Des locaux moins chers … {b}, « Un poste de comptable … C'est bien ça ?
      Lucie: oui
      Bot: 1/6 :
    `));

  test('a link alone, small words before the agreement: kept, and the team has them once there is one', async () => {
    const told = await at.story(`
      Omar: https://exemple.org/notre-projet
      Bot: J'ai bien gardé votre message. Pour qu'il compte, il me faut votre accord : on commence ?
      Rachida: doutes
      Bot: …
    `);
    expect(at.stage.platform.texts('rachida').at(-1)).not.toContain('exemple.org');
    await at.story(
      `
      Omar: oui
      Bot: Merci ! L'équipe lira le lien que vous avez envoyé. … 1/6 : Qu'est-ce qui vous manque
      Rachida: doutes
      Bot: https://exemple.org/notre-projet
      Kate: the of and to with
      Bot: I have kept your message. For it to count I need your go-ahead: shall we start?
      Kate: A shared accountant for four associations.
      Bot: I have kept your message.
      Kate: yes
      Bot: The team will also read what you wrote first. … Noted, {a} … 1/6:
      Rachida: doutes
      Bot: https://exemple.org/notre-projet … « the of and to with »
    `,
      told,
    );
  });

  test('fifty messages wait for the agreement; whoever writes more is told to send it again', async () => {
    const street = (n: number) => `
      Omar: Un poste de comptable partagé entre les associations de la rue n° ${n}.
      Bot: J'ai bien gardé votre message. …`;
    await at.story(`${Array.from({ length: 50 }, (_, n) => street(n + 1)).join('')}
      Omar: Des vélos-cargos prêtés par le quartier.
      Bot: Je garde déjà 50 messages de vous, et pas encore celui-ci : … On commence ? [Commencer] [Plus tard] [Pas moi]
      Omar: oui
      Bot: Merci. J'y lis 50 idées : …
    `);
  });

  test('what was edited or deleted before the agreement is read as it stands when it comes', () =>
    at.story(`
      Claire [as a]: un fond damorsage
      Bot: J'ai bien gardé votre message.
      Claire [edit a]: Un fonds d'amorçage à Croix
      Bot: —
      Claire [as b]: Un poste de comptable partagé.
      Bot: J'ai bien gardé votre message.
      Claire [delete b]: -
      Bot: —
      Claire: oui
      Bot: Noté, {a} … 1/6 :
      Claire: mes propositions
      Bot: Vos propositions : … {a}, « Un fonds d'amorçage à Croix »
    `));

  test('a question before the agreement: answered from the consultation, or passed on', () =>
    at.story(`
      Claire: Qui va lire mes réponses ?
      Bot: L'équipe du plan ESS de la MEL lit vos réponses … Pour continuer, il me faut votre accord : on commence ?
      Claire: Combien coûtera ce plan aux communes ?
      Bot: je la transmets à l'équipe, qui vous répondra. Pour continuer, il me faut votre accord : on commence ?
    `));

  test('a greeting alone gets one, an emoji alone is asked again', () =>
    at.story(`
      Claire: Bonjour
      Bot: Bonjour Claire ! On commence ?
      Claire: 🙂
      Bot: Pour continuer, il me faut votre accord : on commence ?
    `));

  test('a yes said twice starts once', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 : Qu'est-ce qui
      Omar: oui
      Bot: Qu'est-ce qui vous manque
      Omar: passe
      Bot: 2/6 :
    `));

  test('in English', () =>
    at.story(`
      Bot → Kate: Hello Kate, I am the bot of this consultation. The MEL is writing … Still open: … Already decided: … Six questions, about five minutes, until 17 April 2015; … Shall we start? [Start] [Later] [Not me]
      Kate: later
      Bot: Of course. Write “start” whenever it suits you, until 17 April 2015.
      Kate: hello, yes please
      Bot: Thank you! … 1/6: What do you most need in order to grow?
      Kate: We wait months for our grants: a cash advance would help.
      Bot: Noted, {a}
    `));
});

journeys('consent, in a chat without buttons', { buttons: false }, (at) => {
  test('the choices are written out, and their numbers answer', () =>
    at.story(`
      Bot → Claire: On commence ? … 1. Commencer · 2. Plus tard · 3. Pas moi
      Claire: 2
      Bot: Entendu.
      Claire: 1
      Bot: 1/6 :
      Claire: - un fonds d'amorçage pour les associations↵- des locaux moins chers à Tourcoing
      Bot: C'est bien ça ? … 1. C'est ça · 2. Corriger
      Claire: 2
      Bot: Laquelle faut-il corriger : {a} ou {b} ? … 1. {a} · 2. {b}
      Claire: la deuxième
      Bot: Comment écririez-vous {b} ?
      Claire: des locaux partagés à Tourcoing et à Roncq
      Bot: {b} est à jour. … 2/6 :
    `));
});

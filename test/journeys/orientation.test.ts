/** Whoever is lost is told the next step, not everything; what was asked before is still answered. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('finding one’s way', { open: false, stories: 3 }, (at) => {
  test('before any round: the team is told how to begin, words of partners are kept, courtesies are nobody’s work', () =>
    at.story(`
      Rachida: bonjour
      Bot: Bonjour Rachida. « ouvrir » lance un tour, question par question … « aide équipe » montre ce que vous pouvez faire.
      Rachida: on fait quoi maintenant ?
      Bot: Je n'ai pas compris. « ouvrir » lance un tour
      Rachida: aide
      Bot: « ouvrir » lance un tour … Pour le reste : … « aide tours » : ouvrir, prolonger, clore … « aide synthèse »
      Rachida: aide tours
      Bot: Avant : « tours », « ouvrir » (question par question) … À la fin : … « clore CLÉ : raison »
      Rachida: aide tout
      Bot: Avant : « tours » … Suivre et inviter : « statut »
      Claire: oui
      Bot: Aucun tour n'attend votre réponse
      Claire: bonjour
      Bot: Bonjour Claire ! Aucun tour n'attend votre réponse
      Claire: il nous faudrait des locaux à Croix
      Bot: Aucun tour n'attend votre réponse pour l'instant. Je garde votre message, l'équipe le lira.
      Claire: Quand commence la consultation ?
      Bot: Bonne question : je la transmets à l'équipe
      Rachida: doutes
      Bot: Pas compris : « il nous faudrait des locaux à Croix » … Question posée : « Quand commence la consultation ? »
    `));

  test('a try ends by sending, after asking; the queue read meanwhile leaves the question open', () =>
    at.story(`
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: doutes
      Bot: points à regarder
      Rachida: test
      Bot: TEST · Jouez le tour
      Rachida: envoyer
      Bot: TEST … On envoie ?
      Rachida: doutes
      Bot: points à regarder
      Rachida: oui
      Bot: C'est ouvert
      Bot → Claire: Bonjour Claire
      Rachida: et maintenant ?
      Bot: « Écrire le plan d'actions » est ouvert. « statut », « silence »
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos
      Rachida: et maintenant ?
      Bot: est clos. … l'équipe prépare la synthèse
      Solène: et maintenant ?
      Bot: est clos. … « synthèse » en prépare une
    `));
});

journeys('finding one’s way, in English', { world: WINDHAVEN, open: false, stories: 2 }, (at) => {
  test('the next step, and the help by topic', () =>
    at.story(`
      Rosa: hello
      Bot: Hello Rosa. “open” starts a round
      Rosa: what now?
      Bot: I didn't follow that. “open” starts a round
      Rosa: help
      Bot: “open” starts a round … For the rest: … “help rounds”: open, extend, close … “help people”: who answers
      Rosa: help with the reminders
      Bot: Following and inviting: “status”
      Rosa: team help
      Bot: “help rounds”
      Joy: hi there, we need a bus on Sundays
      Bot: Nothing is waiting for your answer at the moment. I'm keeping your message
    `));
});

journeys('a choice nobody offered', { stories: 2 }, (at) => {
  test('is no idea: the question is asked again', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: les 2, plutôt A
      Bot: Je ne vous proposais pas de choix ici. … Et vous, avec vos mots : Qu'est-ce qui vous manque
      Claire: B
      Bot: Je ne vous proposais pas de choix ici.
      Claire: deux salles de réunion
      Bot: Noté, {a}
      Claire: {a} à revoir
      Bot: Je transmets votre mot sur {a} à l'équipe. … « corriger {a} : texte » … Et vous, avec vos mots
      Claire: {a} est officiel
      Bot: est officielle
      Claire: mes propositions
      Bot: Vos propositions : … {a}, « deux salles de réunion »
      Kate: yes
      Bot: 1/6:
      Kate: both, rather B
      Bot: I wasn't offering a choice here. … And you, in your own words
    `));
});

journeys('finding one’s way from a closed round to what is given back', { stories: 1 }, (at) => {
  test('typing only what the bot’s last message offers, or “aide”', async () => {
    let told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: aide
      Bot: est clos. … « synthèse » en prépare une.
    `);
    const last = () => {
      const { text, message } = at.stage.platform
        .inbox('solene')
        .filter(({ key }) => key.endsWith('/0'))
        .at(-1)!;
      return [text, ...message.choices.map(({ label }) => `[${label}]`)].join(' ').replace(/\s/gu, ' ');
    };
    /** `offer`: what the last message must hold for somebody to think of typing this. */
    const go = async (offer: string, script: string) => {
      if (offer !== 'aide') expect(last()).toContain(offer);
      told = await at.story(script, told);
    };
    await go('« synthèse »', 'Solène: synthèse\nBot: Je prépare\nBot → Solène: Brouillon n° 1.');
    await go('« sans désaccord 1 »', 'Solène: sans désaccord 1\nBot: C’est fait.');
    await go(
      '« sans désaccord 2, 3, 4, 5 »',
      'Solène: sans désaccord 2, 3, 4, 5\nBot: « signer » quand tout est relu. … Personne d’autre n’a encore relu la synthèse : « relire Prénom Nom »',
    );
    await go(
      'aide',
      'Solène: aide\nBot: Un brouillon de synthèse vous attend : « montrer synthèse », puis « signer ».',
    );
    await go('« signer »', 'Solène: signer\nBot: Synthèse n° 1 signée. … « décider »');
    expect(last()).not.toContain('relue');
    for (const next of ['« décider »', '« dette »', '« restitution »']) expect(last()).toContain(next);
    await go(
      'aide',
      'Solène: aide\nBot: La synthèse est signée. « dette » … « décider » en donne, « restitution » les envoie.',
    );
    await go('« décider »', 'Solène: décider\nBot: Que répond-on à {a} ?');
    await go('3. Déjà engagée', 'Solène: 3\nBot: pour quel motif ?');
    await go(
      'pour quel motif',
      'Solène: Le fonds existe depuis mars.\nBot: Toutes les propositions ont une réponse.',
    );
    await go('« restitution »', 'Solène: restitution\nBot: Toutes les réponses ne sont pas là.');
    await go('« entériner comite »', 'Solène: entériner comite 2015-03-02\nBot: 1 réponse enregistrée');
    await go('« restitution »', 'Solène: restitution\nBot: 1 message prêt');
    await go(
      '[Envoyer maintenant]',
      'Solène [press]: Envoyer maintenant\nBot: C’est parti : 1 restitution.\nBot → Claire: ({a}) : déjà engagée.',
    );
  });
});

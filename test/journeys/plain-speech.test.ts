/** What people write where the bot asked something else, or nothing: taken for what they mean, and never lost. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';

journeys('before any round', { open: false, stories: 2 }, (at) => {
  test('what the consultation knows of itself is answered at once; the rest is the team’s', async () => {
    await at.story(`
      Claire: date limite ?
      Bot: Aucun tour n'est encore ouvert : le prochain est prévu du 2 mars 2015 au 17 avril 2015. L'invitation vous donnera la date limite. (« transmettre » si vous demandiez autre chose.)
      Claire: qui lit mes réponses ?
      Bot: L'équipe du plan ESS de la MEL lit vos réponses
      Claire: combien de temps ça prend ?
      Bot: Environ 5 minutes, quand le tour ouvrira
      Rachida: doutes
      Bot: Rien n'attend votre avis
      Claire: date limite ?
      Bot: Aucun tour
      Claire: transmettre
      Bot: C'est transmis : l'équipe vous répondra ici.
      Rachida: doutes
      Bot: « date limite ? »
      Kate: what is the deadline?
      Bot: No round is open yet: the next one is planned from 2 March 2015 to 17 April 2015. The invitation will give you the last day.
      Kate: is the plan about culture too?
      Bot: I'm passing it on to the team
    `);
  });
});

journeys('plain speech', { stories: 16 }, (at) => {
  const doubtful = (who = 'Claire', text = 'une recherche sur les emplois') => `
    ${who}: oui
    Bot: 1/6 :
    ${who}: ${text}
    Bot: J'hésite pour {a} : plutôt A) … ou B) emploi ?
  `;
  const proposals = async () =>
    (await at.stage.read((tx) => tx.proposals.of(at.stage.consultation.id))).filter(
      ({ state }) => state === 'submitted',
    ).length;

  test('in place of A or B, a reason is a word on that idea, never one more', async () => {
    for (const [said, heard] of [
      ["c'est surtout pour que les jeunes trouvent un emploi", '{a} : axe 5, c’est noté.'],
      ['plutôt pour les quartiers', "{a} : axe 2, c'est noté."],
      [
        'je pensais aux petites associations',
        "Merci, je transmets cette précision à l'équipe avec votre proposition.",
      ],
      [
        "c'est pour que les gens se parlent",
        "Merci, je transmets cette précision à l'équipe avec votre proposition.",
      ],
    ]) {
      await at.untaught();
      await at.story(`${doubtful()}
        Claire: ${said}
        Bot: ${heard!.replace('’', "'")} … 2/6 :
      `);
      expect(await proposals()).toBe(1);
    }
    await at.story(`
      Rachida: doutes
      Bot: « je pensais aux petites associations »
    `);
  });

  test('words that may be either are asked for; another idea is one', async () => {
    await at.untaught();
    await at.story(`${doubtful()}
      Claire: les emplois des jeunes surtout
      Bot: Est-ce une correction de {a}, ou une nouvelle idée ? [Corriger {a}] [Nouvelle idée]
      Claire: nouvelle idée
      Bot: Noté, {b}
    `);
    await at.untaught();
    await at.story(`${doubtful('Omar')}
      Omar: on manque de locaux à Tourcoing
      Bot: Noté, {b} (locaux et foncier, Tourcoing). … 2/6 :
    `);
    expect(await proposals()).toBe(2);
  });

  test('« je réponds pour Paul » is no idea; « je parle pour les jeunes » may be one', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: je réponds pour Paul
      Bot: Ici, je note ce qui vient de vous. Les idées d'un·e collègue sont bienvenues : écrivez-les, elles compteront à votre nom.
      Omar: je réponds pour ma directrice
      Bot: Ici, je note ce qui vient de vous.
      Omar: des prêts de matériel entre associations
      Bot: Noté, {a} … 2/6 :
      Omar: je parle pour les jeunes du quartier
      Bot: Noté, {b}
      Kate: yes
      Bot: 1/6:
      Kate: I'm answering for Paul Duval
      Bot: Here I note what comes from you. A colleague's ideas are welcome
      Rachida: doutes
      Bot: « je réponds pour Paul »
    `));

  test('a link alone, question marks alone', () =>
    at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: https://exemple.org/notre-projet
      Bot: Merci pour le lien : je ne sais pas l'ouvrir, l'équipe le lira. Dites-m'en l'essentiel en deux mots. … Qu'est-ce qui vous manque
      Lucie: ???
      Bot: Pas de souci : répondez comme cela vient, même en deux mots, ou « passe ». … Qu'est-ce qui vous manque
      Rachida: doutes
      Bot: https://exemple.org/notre-projet
      Kate: yes
      Bot: 1/6:
      Kate: https://example.org/our-project
      Bot: Thank you for the link: I can't open it, the team will read it. Tell me the gist of it in two words. … What do you most need
      Kate: ???
      Bot: No problem: answer as it comes
    `));

  test('of two ideas in one message, one is taken back by its button', async () => {
    const told = await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: - des locaux moins chers à Roubaix↵- un fonds d'amorçage
      Bot: {a}, … {b}, … C'est bien ça ? [C'est ça] [Corriger] [Retirer]
      Lucie [press]: Retirer
      Bot: Laquelle retirer : {a} ou {b} ? [{a}] [{b}]
    `);
    await at.story(
      `
      Lucie [press]: ${told.refs.b}
      Bot: {b} est retirée. … 2/6 :
      Tom: yes
      Bot: 1/6:
      Tom: - cheaper premises in Roubaix↵- a seed fund
      Bot: {c}, … {d}, … Is that right? [That's right] [Correct it] [Withdraw]
      Tom: withdraw
      Bot: Which one should I withdraw: {c} or {d}? [{c}] [{d}]
    `,
      told,
    );
  });

  test('a word on what was noted is the team’s as soon as it was asked about, whatever comes next', async () => {
    const corrections = () =>
      at.stage.read(
        async (tx) =>
          (await tx.doubts.open(at.stage.consultation.id)).filter(({ kind }) => kind === 'correction').length,
      );
    const before = await corrections();
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie
      Bot: Noté, {a} … 2/6 :
      Claire: oui mais seulement la première année
      Bot: Est-ce une précision sur {a}, ou votre réponse à la question que je viens de poser ?
      Rachida: doutes
      Bot: « oui mais seulement la première année »
    `);
    expect(await corrections()).toBe(before + 1);
    await at.story(
      `
      Claire: ma réponse
      Bot: Noté, {b} … 3/6 :
    `,
      told,
    );
    expect(await corrections()).toBe(before);
  });

  test('a decision on a range leaves aside what was taken back since, and says so', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: - une halle de produits locaux à Halluin↵- un vélo cargo partagé à Lambersart↵- un compost collectif à Wattrelos
      Bot: {a}, … {b}, … {c}, … C'est bien ça ?
      Omar: retirer {b}
      Bot: {b} est retirée.
    `);
    await at.story(
      `
      Solène: décider {a} à {c} à étudier : un chiffrage est demandé
      Bot: {a}, {c} : à étudier, c'est noté … {b} n'attend plus de réponse : je la laisse de côté.
      Solène: décider {b} à étudier : un chiffrage est demandé
      Bot: {b} …
    `,
      told,
    );
  });
});

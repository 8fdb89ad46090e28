/** Messages sent in a row, and second thoughts: what was written before a question was read does not answer it. */
import { expect, test } from 'vitest';
import { numberOf, ref } from '../../src/core/ids.ts';
import { type Journey, journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

/** So long that a slow machine does not pass for somebody who took their time. */
const READING = 10 * 60_000;
const aWhile = (at: Journey) => at.stage.clock.leap(at.stage.clock.now() + READING + 1_000);

const promptOf = (at: Journey, reference: string) =>
  at.stage.read(async (tx) => {
    const row = await tx.proposals.byNumber(at.stage.consultation.id, numberOf(reference)!);
    return row!.promptKey;
  });

journeys('in a row', { stories: 4, reading: READING }, (at) => {
  test('three messages in a row answer one question; the one that came between is asked again', async () => {
    let told = await at.story(`
      Claire: oui
      Bot: 1/6 :
    `);
    aWhile(at);
    told = await at.story(
      `
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Claire: et quelqu'un pour monter les dossiers
      Bot: Vous l'avez écrit avant ma question : je l'ajoute à votre réponse précédente. … {b} … 2/6 :
      Claire: un local moins cher à Tourcoing
      Bot: je l'ajoute à votre réponse précédente. … {c} … 2/6 :
    `,
      told,
    );
    aWhile(at);
    told = await at.story(
      `
      Claire: un poste de comptable partagé
      Bot: Noté, {d} … 3/6 :
    `,
      told,
    );
    const { a, b, c, d } = told.refs as Record<'a' | 'b' | 'c' | 'd', string>;
    const first = await promptOf(at, a);
    expect([await promptOf(at, b), await promptOf(at, c)]).toEqual([first, first]);
    expect(await promptOf(at, d)).not.toBe(first);
  });

  test('« passe » and a reply to the question itself are for what is asked now', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
    `);
    aWhile(at);
    await at.story(
      `
      Omar: un fonds d'amorçage pour les associations
      Bot: 2/6 :
      Omar: passe
      Bot: 3/6 :
      Omar [reply 3/6]: des locaux partagés à Roubaix
      Bot: Noté, … 4/6 :
    `,
      told,
    );
  });

  test('on a page, what was on the screen when it was begun says it, however long it took', async () => {
    let told = await at.story(`
      Lucie: oui
      Bot: 1/6 :
    `);
    aWhile(at);
    const { platform } = at.stage;
    const user = told.users.Lucie!;
    const seen = platform.inbox(user).at(-1)!.ref;
    told = await at.story(
      `
      Lucie: un annuaire des structures du quartier
      Bot: Noté, {a} … 2/6 :
    `,
      told,
    );
    aWhile(at);
    platform.say(user, 'et une fête des structures chaque année', { onScreen: seen });
    await platform.waitFor(user, () => platform.texts(user).at(-1)!.includes('réponse précédente'));
    expect(platform.texts(user).at(-1)).toContain('Noté');
    const [last] = await at.stage.read(async (tx) =>
      (await tx.proposals.of(at.stage.consultation.id)).toSorted((one, other) => other.number - one.number),
    );
    expect(await promptOf(at, ref(last!.number))).toBe(await promptOf(at, told.refs.a!));
  });
});

journeys('a second thought', { stories: 4 }, (at) => {
  test('« oui mais pas que roubaix » corrects what was just noted, and is no proposal', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {a} … 2/6 :
      Claire: oui mais pas que roubaix, aussi Tourcoing et Wattrelos
      Bot: C'est corrigé. … 2/6 :
      Claire: oui mais pas que roubaix
      Bot: {a}
      Claire: des locaux moins chers à Roubaix et à Croix
      Bot: {a} est à jour. … 2/6 :
      Claire: mes propositions
      Bot: {a}, « des locaux moins chers à Roubaix et à Croix »
    `);
    expect(at.stage.platform.texts(told.users.Claire!).at(-1)).not.toContain('pas que');
  });

  test('without a place it is asked: a word on what was noted, or the answer', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Omar: oui mais surtout pour les petites associations
      Bot: Est-ce une précision sur {a}, ou votre réponse à la question que je viens de poser ? [Une précision sur {a}] [Ma réponse]
      Omar [press]: Une précision sur {a}
      Bot: je transmets cette précision à l'équipe … 2/6 :
      Omar: non mais il faut des bus le soir vers Roubaix
      Bot: ou votre réponse
      Omar: ma réponse
      Bot: Noté, {b} … 3/6 :
      Rachida: doutes
      Bot: Précision à reprendre : « oui mais surtout pour les petites associations »
    `));

  test('« en fait non, c’est plutôt… » replaces what was just noted, whatever is asked meanwhile; « annule » brings it back', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {a} … 2/6 :
      Claire: en fait non, c'est plutôt des bureaux partagés
      Bot: C'est corrigé, {a} : « des bureaux partagés ». « annule » remet vos mots d'avant. … 2/6 :
      Claire: annule
      Bot: {a} retrouve ses mots d'avant. … 2/6 :
      Claire: je voulais dire des bureaux partagés à Tourcoing
      Bot: C'est corrigé, {a} : « des bureaux partagés à Tourcoing ». … 2/6 :
      Claire: pardon, plutôt à Wattrelos
      Bot: C'est corrigé. … 2/6 :
      Claire: une recherche sur les emplois
      Bot: J'hésite pour {b} : plutôt A) … ou B) … ?
      Claire: correction : une recherche sur les métiers
      Bot: C'est corrigé, {b} : « une recherche sur les métiers ». … 3/6 :
      Claire: je me suis trompée
      Bot: Comment écririez-vous {b} ?
      Claire: non
      Bot: 3/6 :
      Claire: mes propositions
      Bot: {a}, « des bureaux partagés à Tourcoing » (locaux et foncier, Wattrelos) … {b}, « une recherche sur les métiers »
    `));

  test('where it may be either, one short question; unanswered, the team has the words', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Omar: non, des prêts d'honneur
      Bot: Est-ce une correction de {a}, ou une nouvelle idée ? [Corriger {a}] [Nouvelle idée]
      Omar [press]: Nouvelle idée
      Bot: Noté, {b} … 3/6 :
      Omar: plutôt un prêt sans intérêt
      Bot: Est-ce une correction de {b}, ou une nouvelle idée ?
      Omar: une correction
      Bot: C'est corrigé, {b} : « un prêt sans intérêt ». … 3/6 :
      Omar: passe
      Bot: 4/6 :
      Omar: je voulais dire un fonds commun
      Bot: Est-ce une correction de {b}, ou une nouvelle idée ?
      Omar: un atelier de recherche avec l'université
      Bot: Noté, {c} … 5/6 :
      Rachida: doutes
      Bot: Précision à reprendre : « je voulais dire un fonds commun »
    `));

  test('in English too', () =>
    at.story(`
      Kate: yes
      Bot: 1/6:
      Kate: cheaper premises in Roubaix
      Bot: Noted, {a} … 2/6:
      Kate: actually, I meant shared offices
      Bot: {a} now reads “shared offices”. “undo” brings your earlier words back. … 2/6:
      Kate: no wait, a nursery
      Bot: Does this correct {a}, or is it a new idea? [Correct {a}] [A new idea]
      Kate: new
      Bot: Noted, {b} … 3/6:
    `));
});

journeys('in a row, in English', { world: WINDHAVEN, stories: 2, reading: READING }, (at) => {
  test('the second message is added to the answer; a second thought is asked about', async () => {
    const told = await at.story(`
      Joy: yes
      Bot: 1/4:
    `);
    aWhile(at);
    const next = await at.story(
      `
      Joy: solar panels on every school roof
      Bot: {a} … 2/4:
      Joy: and shutters against the heat
      Bot: You wrote this before my question came: I'm adding it to your previous answer. … {b} … 2/4:
    `,
      told,
    );
    aWhile(at);
    await at.story(
      `
      Joy: yes but only for the older schools
      Bot: Does this correct {b}, or is it your answer to the question I have just asked?
      Joy: my answer
      Bot: Noted, {c}
    `,
      next,
    );
  });
});

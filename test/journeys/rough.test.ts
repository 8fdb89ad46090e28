/** People write in a hurry: no apostrophe, an answer to another question, words beside the point. None becomes a proposal. */
import { afterEach, expect, test } from 'vitest';
import { journeys } from './harness.ts';

journeys('rough', { stories: 12 }, (at) => {
  afterEach(() => at.untaught());
  const numbers = () => at.stage.read(async (tx) => (await tx.proposals.of(at.stage.consultation.id)).length);

  const notUnderstood = () =>
    at.stage.read(async (tx) => {
      const open = await tx.doubts.open(at.stage.consultation.id);
      return open.filter(({ kind }) => kind === 'not-understood').length;
    });

  test('a yes said at length, and a yes without its apostrophe', async () => {
    const before = await numbers();
    await at.story(`
      Kate: yes go on
      Bot: 1/6:
      Kate: a shared van for three co-ops, and a website for all the calls for projects
      Bot: I read two ideas in this: … Is that right?
      Kate: thats right
      Bot: Thank you! … 2/6:
    `);
    await at.story(`
      Omar: ok allez, on y va
      Bot: 1/6 :
      Omar: - une maison de l'ESS par quartier↵- un annuaire des structures
      Bot: C'est bien ça ?
      Omar: c est ça
      Bot: Merci ! … 2/6 :
      Omar: j ai déjà dit
      Bot: 3/6 :
    `);
    expect(await numbers()).toBe(before + 4);
  });

  test('an answer to an earlier question goes with that question', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: de la trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Claire: au fait pour la 1ere question : il manque aussi des locaux pas chers
      Bot: Je reviens à la question 1. … Noté, {b} … 2/6 :
      Claire: q4 : un atelier de recherche avec l'université
      Bot: Je reviens à la question 4. … Noté, {c} … 2/6 :
      Claire: passe
      Bot: 3/6 :
      Claire: passe
      Bot: 5/6 :
      Claire: passe
      Bot: 6/6 :
      Claire: passe
      Bot: C'est fini, merci !
      Claire: à la première question, un local partagé à Croix
      Bot: Je reviens à la question 1. … Noté, {d} … C'est fini, merci !
      Claire: {b}
      Bot: « il manque aussi des locaux pas chers »
    `);
    const prompts = await at.stage.read(async (tx) => {
      const rows = await tx.proposals.of(at.stage.consultation.id);
      return [told.refs.a, told.refs.b, told.refs.c, told.refs.d].map(
        (ref) => rows.find(({ number }) => Number(ref!.slice(2)) === number)!.promptKey,
      );
    });
    expect(prompts[1]).toBe(prompts[0]);
    expect(prompts[3]).toBe(prompts[0]);
    expect(prompts[2]).not.toBe(prompts[0]);
  });

  test('neither of two axes, or another one in words', async () => {
    for (const [said, heard] of [
      ['non', "Je laisse l'équipe trancher pour l'axe."],
      ["plutôt de l'emploi", "axe 5, c'est noté."],
      ["non, c'est bien plus vaste que ça", "Je laisse l'équipe trancher pour l'axe."],
    ]) {
      await at.story(`
        Omar: oui
        Bot: 1/6 :
        Omar: une recherche sur les emplois
        Bot: J'hésite pour {a} : plutôt A) … ou B) … ?
        Omar: ${said}
        Bot: ${heard} … 2/6 :
      `);
      await at.untaught();
    }
  });

  test('words about a proposal, without its command, are passed on; a polite order is obeyed', async () => {
    const before = await numbers();
    await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: un fonds d'amorçage pour les associations
      Bot: Noté, {a} … 2/6 :
      Lucie: finalement {a} c'est plutôt pour les toutes petites
      Bot: Je transmets votre mot sur {a} à l'équipe. … Et vous, avec vos mots
      Lucie: supprime la {a} stp
      Bot: {a} est retirée.
      Lucie: pouvez-vous enlever ma proposition {a} svp ?
      Bot: {a} est déjà retirée.
    `);
    expect(await numbers()).toBe(before + 1);
  });

  test('somebody else is to be asked, in the middle of a round', async () => {
    const before = await numbers();
    await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: pas moi, demandez à mon adjointe
      Bot: Merci, je transmets
      Kate: ok
      Bot: 1/6:
      Kate: not me, ask my colleague
      Bot: Thank you, I
    `);
    expect(await numbers()).toBe(before);
  });

  test('words that only announce a file are no answer', async () => {
    const before = await numbers();
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire [file paperboard.jpg]: voila une photo du paperboard de notre CA
      Bot: Je garde « paperboard.jpg » … Et vous, avec vos mots
      Claire [file note.pdf]: ci-joint notre note : il faudrait des locaux moins chers à Roubaix
      Bot: Je garde « note.pdf » … Noté, {a}
    `);
    expect(await numbers()).toBe(before + 1);
  });

  test('where an idea is to happen, said after its receipt', async () => {
    await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: un café associatif pour les habitants
      Bot: Noté, {a} … 2/6 :
      Omar: le café c'est plutôt à Wattrelos
      Bot: {a} : Wattrelos, c'est noté. … Et vous, avec vos mots
      Omar: {a}
      Bot: Wattrelos
    `);
  });

  test('what was not understood waits for the team, whatever is said next', async () => {
    const before = await notUnderstood();
    const lucie = await at.story(`
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
    `);
    at.stage.clock.leap(at.stage.clock.now() + 2 * 3_600_000);
    await at.story(
      `
      Lucie: des jardins partagés au pied des immeubles
      Bot: Est-ce une proposition à ajouter ?
      Lucie: mes propositions
      Bot: Vous n'avez pas encore fait de proposition.
      Rachida: doutes
      Bot: Pas compris : « des jardins partagés au pied des immeubles »
      Lucie [late Est-ce_une_proposition]: L’ajouter
      Bot: Noté, {a}
    `,
      lucie,
    );
    expect(await notUnderstood()).toBe(before);
  });
});

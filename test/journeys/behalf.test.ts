/** What comes on paper or by phone is entered as the person's own; they confirm, correct or take it back. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import type { Told } from './story.ts';

journeys('on behalf', { stories: 6 }, (at) => {
  const acts = (verb: string) =>
    at.stage.read(async (tx) =>
      (await tx.acts.of(at.stage.consultation.id)).filter((act) => act.verb === verb),
    );
  const person = (told: Told, name: string) =>
    at.stage.read(async (tx) => {
      const [found] = await tx.people.byAddress({
        platform: 'memory',
        workspace: 'main',
        userId: told.users[name]!,
      });
      return found!;
    });

  test('by phone: it is hers, she is told and says yes; the question she was at comes after', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Rachida: pour Claire 1 (téléphone) : une avance de trésorerie en attendant les subventions
      Bot: Noté pour Claire 1 : … {a}, « une avance de trésorerie … » … Je lui demande de confirmer.
      Bot → Claire: Bonjour Claire. Rachida, de l'équipe d'animation, a noté pour vous, d'après votre appel : … {a}, « une avance de trésorerie … » … C'est bien ça ? [Oui] [Corriger] [Retirer]
      Claire: oui
      Bot: Merci de l'avoir relu, c'est confirmé.
      Claire: mes propositions
      Bot: {a}, « une avance de trésorerie
      Claire: un poste de comptable partagé entre quatre associations
      Bot: Noté, {b}
    `);
    const [recorded] = await acts('answer.record');
    const [confirmed] = await acts('reading.confirm');
    const [claire, rachida] = [await person(told, 'Claire'), await person(told, 'Rachida')];
    expect(recorded).toMatchObject({ actorId: rachida.id, role: 'facilitator', refs: { source: 'phone' } });
    expect(confirmed).toMatchObject({ actorId: claire.id, role: 'partner' });
    const owners = await at.stage.read(async (tx) => {
      const row = await tx.proposals.byNumber(at.stage.consultation.id, Number(told.refs.a!.slice(2)));
      return (await tx.personal.of(claire.id)).words.some(({ id }) => id === row!.versions[0]!.words);
    });
    expect(owners).toBe(true);
  });

  test('on paper, before she agreed to anything: corrected', () =>
    at.story(`
      Solène: pour Lucie 1, Organisation Lucie 1 (papier) : des locaux moins chers à Tourcoing
      Bot: Noté pour Lucie 1 : … {a}
      Bot → Lucie: Bonjour Lucie
      Bot → Lucie: a noté pour vous, d'après votre réponse sur papier : … C'est bien ça ?
      Lucie [press]: Corriger
      Bot: Comment écririez-vous {a} ? Votre prochain message la remplacera
      Lucie: des locaux moins chers à Tourcoing et à Wattrelos
      Bot: …
      Lucie: {a}
      Bot: {a} : « des locaux moins chers à Tourcoing et à Wattrelos » … version 2
    `));

  test('taken back; and she counts as having answered all the same', () =>
    at.story(`
      Rachida: pour Omar 1 :↵- un annuaire des structures↵- une monnaie locale pour la métropole
      Bot: Noté pour Omar 1 : … {a} … {b}
      Bot → Omar: Bonjour Omar
      Bot → Omar: Rachida, de l'équipe d'animation, a noté pour vous : … C'est bien ça ?
      Omar: retirer
      Bot: {a} et {b} sont retirées. Pour revenir en arrière : « rétablir {a} ».
      Rachida: silence partenaires
      Bot: ont répondu … silencieuses
    `));

  test('in her language; what she adds to her yes goes to the team', () =>
    at.story(`
      Rachida: pour Kate 1 : a shared accountant for four associations
      Bot: Noté pour Kate 1 :
      Bot → Kate: Hello Kate
      Bot → Kate: Hello Kate. Rachida from the facilitation team noted this for you: … Is that right? [Yes] [Correct] [Take back]
      Kate: yes but only for the small ones
      Bot: …
      Rachida: doutes
      Bot: « yes but only for the small ones »
    `));

  test('the facilitator’s message is no handle on her words', () =>
    at.story(`
      Rachida [as note]: pour Lucie 2 : une foncière solidaire
      Bot: Noté pour Lucie 2 : … {a}
      Rachida [edit note]: pour Lucie 2 : une banque
      Bot: Ce que vous aviez noté pour quelqu'un ne change plus avec votre message
      Rachida [delete note]: …
      Bot: Ce que vous aviez noté pour quelqu'un ne change plus avec votre message
      Rachida: propositions
      Bot: {a}, « une foncière solidaire »
    `));

  test('nobody of that name, and nothing a partner can do', () =>
    at.story(`
      Rachida: pour Jeanne Inconnue : une idée
      Bot: Je ne connais personne de ce nom ici
      Tom: yes
      Bot: 1/6:
      Tom: for Kate 2: a bank in each town
      Bot: Noted, {a}
      Tom: my proposals
      Bot: {a}, “for Kate 2: a bank in each town”
    `));

  test('one who asked for no more messages is not written to', () =>
    at.story(`
      Omar: stop
      Bot: C'est entendu
      Rachida: pour Omar 2 (courrier) : des repas solidaires dans les cantines
      Bot: Noté pour Omar 2 : … Je ne peux pas lui écrire : faites-lui relire autrement.
    `));

  test('after the close it is late, as anything else', () =>
    at.story(`
      Rachida: clore plan-actions : le calendrier du Conseil a changé
      Bot: « plan-actions » est clos.
      Rachida: pour Claire 2 (papier) : un fonds pour les tiers-lieux
      Bot: Noté pour Claire 2, hors délai (« accepter » ou « écarter ») : … {a}
      Rachida: accepter {a}
      Bot: {a} est acceptée et compte.
    `));
});

journeys('on behalf, on an island', { world: WINDHAVEN, stories: 2 }, (at) => {
  test('in English', () =>
    at.story(`
      Rosa: on behalf of Joy 1 (phone): solar panels on every school roof
      Bot: Noted for Joy 1: … {a} … I'm asking them to confirm it.
      Bot → Joy: Hello Joy
      Bot → Joy: Hello Joy. Rosa from the facilitation team noted this for you, from your call: … Is that right?
      Joy: 3
      Bot: {a} is withdrawn.
    `));
});

/** A proposal that says two things becomes two, in its author's own words and with their agreement; and back. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { compiledSnapshot } from './moderated.ts';
import { WINDHAVEN } from './stage.ts';
import type { Told } from './story.ts';

journeys('splitting', { stories: 6 }, (at) => {
  const row = (told: Told, name: string) =>
    at.stage.read(
      async (tx) =>
        (await tx.proposals.byNumber(at.stage.consultation.id, Number(told.refs[name]!.slice(2))))!,
    );
  const snapshot = () => at.stage.read((tx) => compiledSnapshot(tx, at.stage.consultation));

  test('a facilitator quotes two parts, the author agrees; those who stood behind it stand behind both; and back', async () => {
    const begun = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: Un fonds d'avance de trésorerie avec un guichet unique pour les petites associations
      Bot: Noté, {a} … 2/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: des avances de trésorerie pour les associations
      Bot: Noté, {b} … 2/6 :
    `);
    const [one, same] = [await row(begun, 'a'), await row(begun, 'b')];
    await at.stage.read(async (tx) => {
      const { revision } = await tx.consultations.advance(at.stage.consultation.id, 0);
      await tx.proposals.setState(same.id, 'merged', one.id, revision);
    });
    const told = await at.story(
      `
      Rachida: scinder {a} : une monnaie locale / un guichet unique
      Bot: Je ne retrouve pas chaque partie dans {a}
      Rachida: scinder {a} : un fonds d'avance
      Bot: Donnez de deux à 6 parties
      Rachida: scinder {a} : un fonds d’avance de trésorerie / « un guichet unique pour les petites associations »
      Bot: La question est posée à qui a écrit {a} : 2 parties, rien ne change avant sa réponse.
      Bot → Omar: Dans {a}, l'équipe lit deux idées, avec vos mots : … « Un fonds d'avance de trésorerie » … « un guichet unique pour les petites associations » … On les sépare, pour que chacune ait sa réponse ? [Séparer] [Laisser ensemble]
      Omar [press]: Séparer
      Bot: {a} devient plusieurs propositions, chacune aura sa réponse : … {c}, « Un fonds … {d}, « un guichet … « recoller {a} » revient en arrière.
      Omar: {a}
      Bot: séparée en plusieurs
      Omar: {a} : autre chose
      Bot: {a} est séparée en plusieurs. « recoller {a} »
    `,
      begun,
    );
    const [whole, first, second, merged] = await Promise.all(
      ['a', 'c', 'd', 'b'].map((name) => row(told, name)),
    );
    expect(whole).toMatchObject({ state: 'split' });
    for (const part of [first!, second!]) {
      expect(part).toMatchObject({ state: 'submitted', splitFrom: whole!.id, partnerId: whole!.partnerId });
      expect(part.endorsers).toEqual([merged!.partnerId]);
      // Their author's own words, in the message they were written in.
      expect(part.versions[0]!.words).toBe(whole!.versions[0]!.words);
    }
    const { a, b, c, d } = told.refs;
    expect((await snapshot()).refs).toEqual(expect.arrayContaining([c, d]));
    expect((await snapshot()).refs).not.toEqual(expect.arrayContaining([a]));
    const { people } = await snapshot();

    await at.story(
      `
      Rachida: recoller {a}
      Bot: {a} est de nouveau d'un seul tenant ({c} et {d} y reviennent).
      Bot → Omar: {a} est de nouveau d'un seul tenant
      Rachida: recoller {a}
      Bot: n'est pas séparée
    `,
      told,
    );
    const after = await snapshot();
    expect(after.refs).toContain(a);
    for (const gone of [b, c, d]) expect(after.refs).not.toContain(gone);
    expect(after.people).toBeLessThanOrEqual(people);
    expect((await row(told, 'a')).state).toBe('submitted');
  });

  test('the author refuses, or says so themselves in new words', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: Des locaux moins chers à Roubaix avec des formations pour les bénévoles
      Bot: Noté, {a}
      Rachida: scinder {a} : des locaux moins chers / des formations
      Bot: La question est posée
      Bot → Claire: On les sépare
      Claire: non
      Bot: Entendu, {a} reste d'un seul tenant.
      Claire: {a}, ce sont deux idées : des loyers plafonnés à Roubaix / une école des bénévoles
      Bot: {a} devient plusieurs propositions … {b}, « des loyers plafonnés à Roubaix » … {c}, « une école des bénévoles »
      Claire: recoller {a}
      Bot: {a} est de nouveau d'un seul tenant
      Claire: scinder {a} : des locaux moins chers à Roubaix / des formations pour les bénévoles
      Bot: {d} … {e}
    `));

  test('its author erased with all its parts, what had joined it stands on its own again', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: Un marché de producteurs avec une cuisine partagée
      Bot: Noté, {a} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: un marché le samedi avec les producteurs
      Bot: Noté, {b} … 2/6 :
      Claire: scinder {a} : un marché de producteurs / une cuisine partagée
      Bot: {a} devient plusieurs propositions … {c} … {d}
    `);
    const [whole, joined] = [await row(told, 'a'), await row(told, 'b')];
    await at.stage.read(async (tx) => {
      const { revision } = await tx.consultations.advance(at.stage.consultation.id, 0);
      await tx.proposals.setState(joined.id, 'merged', whole.id, revision);
    });
    await at.story(
      `
      Claire: effacer
      Bot: J'efface tout ?
      Claire: oui
      Bot: C'est fait
      Rachida: doutes
      Bot: De nouveau seule, celle qu'elle avait rejointe ayant été retirée : {b}
    `,
      told,
    );
    expect(await row(told, 'b')).toMatchObject({ state: 'submitted', mergedInto: null });
  });

  test('rewritten since, nothing is split; nobody splits another’s', () =>
    at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: Un annuaire des structures avec une carte des lieux
      Bot: Noté, {a}
      Lucie: oui
      Bot: 1/6 :
      Lucie: scinder {a} : un annuaire / une carte
      Bot: Je ne trouve pas cette proposition parmi les vôtres.
      Rachida: scinder {a} : un annuaire des structures / une carte des lieux
      Bot: La question est posée
      Bot → Omar: On les sépare
      Omar: {a} : un annuaire en ligne
      Bot: {a} est à jour.
      Omar: oui
      Bot: {a} a été réécrite depuis : rien n'est séparé.
    `));
});

journeys('splitting, on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes
      Bot: …
      Joy: solar panels on every school roof and a shared boat for the islands
      Bot: {a}
      Rosa: split {a}: solar panels on every school roof / a shared boat
      Bot: The author of {a} has been asked
      Bot → Joy: In {a} the team reads two ideas, in your words: … Shall we take them apart
      Joy: yes
      Bot: {a} becomes several proposals
      Rosa: rejoin {a}
      Bot: {a} is in one piece again
      Bot → Joy: in one piece again
    `));
});

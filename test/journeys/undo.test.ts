/** "annule", "c'est deux idées", "it's one idea": what was done last is undone, and ideas are counted as their author counts them. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { LILLE_SHOWN, WINDHAVEN } from './stage.ts';

journeys('undoing', { stories: 8 }, (at) => {
  const standing = async (refs: Readonly<Record<string, string>>) => {
    const rows = await at.stage.read((tx) => tx.proposals.of(at.stage.consultation.id));
    const state = new Map(rows.map(({ number, state }) => [number, state]));
    return Object.values(refs).map((name) => state.get(Number(name.slice(2))));
  };

  test('an answer is taken back and its question asked again; then the pass before it; then nothing is left', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: passe
      Bot: 2/6 :
      Claire: un annuaire des structures du quartier
      Bot: Noté, {a} … 3/6 :
      Claire: oups, annule
      Bot: C'est annulé : {a} est retirée. « rétablir {a} » la remet. … 2/6 :
      Claire: annule
      Bot: C'est annulé, revenons à cette question. … 1/6 :
      Claire: annuler
      Bot: Il n'y a rien à annuler pour l'instant. … 1/6 :
      Claire: rétablir {a}
      Bot: {a} est rétablie.
      Claire: annule ça svp
      Bot: C'est annulé : {a} est retirée. … 1/6 :
    `);
    expect(await standing(told.refs)).toEqual(['withdrawn']);
  });

  test('a list, a withdrawal, new words, a correction: each goes back to what it was', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: - un fonds d'amorçage pour les associations↵- des locaux moins chers à Roubaix
      Bot: {a}, … {b}, … C'est bien ça ?
      Omar: oui mais aussi à Tourcoing
      Bot: 2/6 :
      Omar: retirer {a}
      Bot: {a} est retirée.
      Omar: annule
      Bot: {a} est rétablie.
      Omar: corriger {b} : des locaux moins chers à Croix
      Bot: {b} est à jour.
      Omar: annule
      Bot: C'est annulé : {b} retrouve ses mots d'avant.
      Omar: {b}
      Bot: « des locaux moins chers à Roubaix »
      Omar: {b} axe 4
      Bot: {b} : axe 4, c'est noté.
      Omar: annule
      Bot: C'est annulé : {b} est de nouveau lue comme avant.
      Omar: corriger {b}
      Bot: Comment écririez-vous {b} ?
      Omar: annuler
      Bot: Pas de souci. … 2/6 :
      Omar: {b}
      Bot: « des locaux moins chers à Roubaix » … locaux et foncier
    `);
    expect(await standing(told.refs)).toEqual(['submitted', 'submitted']);
  });

  test('« pas moi » said by mistake, « stop », how one is quoted, what is erased', () =>
    at.story(`
      Lucie: pas moi
      Bot: À qui devrions-nous nous adresser ?
      Lucie: annule
      Bot: C'est annulé : vous restez invité·e. On commence ?
      Lucie: oui
      Bot: 1/6 :
      Lucie: citation jamais
      Bot: vos mots ne seront pas publiés.
      Lucie: annule
      Bot: C'est annulé : vous êtes cité·e par votre type de structure, sans la nommer, comme avant. … 1/6 :
      Lucie: portée provisoire
      Bot: C'est noté, provisoires.
      Lucie: annule
      Bot: C'est annulé : vos propositions engagent votre structure comme avant
      Lucie: stop
      Bot: je ne vous écris plus
      Lucie: annule
      Bot: C'est annulé : je vous écris de nouveau. … 1/6 :
      Lucie: un fonds d'amorçage
      Bot: Noté, {a} … 2/6 :
      Lucie: effacer {a}
      Bot: Effacer
      Lucie: annule
      Bot: Rien n'est effacé.
      Lucie: effacer {a}
      Bot: Effacer
      Lucie: oui
      Bot: C'est fait
      Lucie: annule
      Bot: Ce qui est effacé ne revient pas
    `));

  test('two ideas where one was read: cut where it falls, or as they write it; and back', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: un annuaire des structures du quartier et de leurs besoins de locaux
      Bot: Noté, {a} … 2/6 :
      Claire: c'est deux idées
      Bot: {a}, séparée ainsi ? … « un annuaire des structures du quartier » … « de leurs besoins de locaux » [Séparer] [Autrement]
      Claire: oui
      Bot: {a} devient plusieurs propositions … {b}, « un annuaire des structures du quartier » … {c}, « de leurs besoins de locaux » … « recoller {a} » … 2/6 :
      Claire: annule
      Bot: {a} est de nouveau d'un seul tenant ({b} et {c} y reviennent). … 2/6 :
      Claire: non, en fait ce sont deux choses différentes : une avance remboursable / quelqu'un pour nos comptes
      Bot: {a} devient plusieurs propositions … « une avance remboursable » … « quelqu'un pour nos comptes » … 2/6 :
    `);
    expect(await standing({ a: told.refs.a! })).toEqual(['split']);
  });

  test('before the receipt is confirmed: which one, in whose words, or rather one idea only', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
      Omar: - un fonds d'amorçage, des prêts d'honneur pour les associations↵- des locaux moins chers à Roubaix
      Bot: {a}, … {b}, … C'est bien ça ?
      Omar: c'est trois idées
      Bot: Laquelle en contient plusieurs : {a} ou {b} ? Par exemple « {a}, c'est deux idées ».
      Omar: {a}
      Bot: Quelles sont les idées de {a} ? Écrivez-les à la suite
      Omar: un fonds d'amorçage et des prêts d'honneur
      Bot: {a} devient plusieurs propositions … {c}, « un fonds d'amorçage » … {d}, « des prêts d'honneur » … 2/6 :
      Omar: - un poste de comptable partagé entre quatre associations↵- une aide au montage de dossiers de subvention
      Bot: {e}, … {f}, … C'est bien ça ?
      Omar: non c'est une seule idée
      Bot: C'est noté, une seule idée : {e} ({f} y est réunie). … 3/6 :
      Omar: deux idées en fait
      Bot: {e}
    `);
    expect(await standing({ a: told.refs.a!, f: told.refs.f! })).toEqual(['split', 'merged']);
  });

  test('what is no such thing stays an idea', async () => {
    const told = await at.story(`
      Lucie: oui
      Bot: 1/6 :
      Lucie: c'est une idée qui circule depuis longtemps : annuler les loyers des tiers-lieux la première année
      Bot: {a}
    `);
    expect(await standing(told.refs)).toEqual(['submitted']);
  });
});

journeys('undoing, among ideas of others', { world: LILLE_SHOWN, stories: 2 }, (at) => {
  test('a support, and one taken back', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a} … 2/6 :
      Claire: montrer mes idées
      Bot: C'est noté
      Omar: oui
      Bot: 1/6 :
      Omar: rejoindre {a}
      Bot: Vous soutenez {a}, c'est noté.
      Omar: annule
      Bot: Vous ne soutenez plus {a}, c'est noté. … 1/6 :
      Omar: annule
      Bot: Il n'y a rien à annuler
    `));
});

journeys('undoing, on an island', { world: WINDHAVEN, stories: 3 }, (at) => {
  test('in English', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: cheaper ferry tickets for residents and a night bus to the harbour
      Bot: Noted, {a} … 2/4:
      Joy: actually it's two ideas
      Bot: Shall I split {a} like this? … “cheaper ferry tickets for residents” … “a night bus to the harbour” [Split it] [Another way]
      Joy: another way
      Bot: 2/4:
    `));

  test('back and forth', () =>
    at.story(`
      Ravi: yes
      Bot: 1/4:
      Ravi: cheaper ferry tickets for residents
      Bot: {a} … 2/4:
      Ravi: undo that
      Bot: Undone: {a} is withdrawn. “restore {a}” puts it back. … 1/4:
      Ravi: skip
      Bot: 2/4:
      Ravi: go back
      Bot: Undone; back to that question. … 1/4:
    `));
});

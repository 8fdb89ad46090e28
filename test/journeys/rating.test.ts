/** Those who were given back what became of their words rate the process, if they like; nobody reads who said what. */
import { expect, test } from 'vitest';
import { ratedForAll } from '../../src/core/rating/rating.ts';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('rating the process', { stories: 1 }, (at) => {
  test('too early before anything was given back', () =>
    at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: évaluer
      Bot: Il est encore tôt : je vous le demanderai avec la réponse à vos propositions.
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
      Solène: sans désaccord partout
      Bot: C'est fait.
      Solène: signer
      Bot: signée
      Solène: décider {cash} hors de nos compétences : Cela relève de la Région.
      Bot: hors de nos compétences
      Solène: entériner comite 02/03/2015
      Bot: enregistrée
      Solène: restitution
      Bot: On envoie ?
      Solène: oui
      Bot: C'est
      Bot → Claire: hors de nos compétences … « évaluer » vous pose trois courtes questions sur cette consultation. C'est facultatif, et seuls des totaux en seront publiés. [Contester une réponse] [Évaluer la consultation]
    `));

  test('three questions, by button or by words; one is passed', async () => {
    await at.go(`
      Claire [press]: Évaluer la consultation
      Bot: Merci. « passe » saute une question. Avez-vous pu dire ce que vous aviez à dire ? [Tout à fait] [Plutôt] [Plutôt pas] [Pas du tout]
      Claire [press]: Plutôt
      Bot: C'est noté. La réponse que vous avez reçue est-elle claire ? [Tout à fait]
      Claire: passe
      Bot: D'accord. Referiez-vous une consultation comme celle-ci ?
      Claire: tout à fait
      Bot: Merci, c'est tout. Le bilan annuel publiera les totaux, sans aucun nom.
      Claire: évaluer
      Bot: La réponse que vous avez reçue est-elle claire ?
      Claire: 4
      Bot: Merci, c'est tout.
    `);
    const { id } = at.stage.consultation;
    const rows = await at.stage.read((tx) => tx.ratings.of(id));
    expect(rows.map(({ question, grade }) => [question, grade])).toEqual([
      ['said', 'rather'],
      ['again', 'entirely'],
      ['answered', 'not-at-all'],
    ]);
    expect(ratedForAll(rows, 5).every(({ answered }) => answered === null)).toBe(true);
  });

  test('a dispute is still one word away, and the rating doesn’t stand in the way of what comes next', () =>
    at.go(`
      Claire: évaluer
      Bot: Avez-vous pu dire ce que vous aviez à dire ?
      Claire: contester {cash} : la Région ne répond pas
      Bot: Quelqu'un qui n'a pas pris part à la décision sur {cash} va la relire
    `));

  test('erased, the person is gone and the count stays', async () => {
    const { bot, consultation, clock } = at.stage;
    const person = (await at.stage.read((tx) => tx.people.find(consultation.id, 'Claire 1')))!;
    await bot.store.transaction((tx) => tx.personal.erase(person.id, clock.now(), []));
    const rows = await at.stage.read((tx) => tx.ratings.of(consultation.id));
    expect(rows.map(({ person }) => person)).toEqual([null, null, null]);
  });
});

journeys('rating the process, in English', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('too early', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: rate the consultation
      Bot: It is too early: I'll ask you along with the reply to your proposals.
    `));
});

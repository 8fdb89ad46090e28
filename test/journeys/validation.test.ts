/** Objectives put to partners: agree, with reservations, object; a reason asked once, and minds changed until the close. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';

journeys('a validation', { open: false, stories: 2 }, (at) => {
  test('drafted from the objectives, looked at, tried, changed and sent', () =>
    at.go(`
      Rachida: convergence
      Bot: Aucune validation n'a été ouverte.
      Claire: préparer la validation
      Bot: 
      Rachida: préparer la validation des objectifs
      Bot: J'ai préparé la validation : 5 affirmations … Rien n'est envoyé. … « Validation des objectifs » : 5 questions, 10 personnes invitées … 1/5 : Aider les activités … On envoie ?
      Rachida: préparer la validation
      Bot: La validation est déjà en préparation, la voici.
      Rachida: test
      Bot: TEST
      Rachida: oui
      Bot: TEST … 1/5 : … [D'accord] [Avec des réserves] [Je m'oppose]
      Rachida [press]: Avec des réserves
      Bot: TEST … avec des réserves … 2/5
      Rachida: fin
      Bot: Fin du test
      Rachida: retirer question 5
      Bot: La question est retirée. … 4 questions … 4/4 : 
      Rachida: jeter le brouillon
      Bot: Le brouillon est jeté.
      Rachida: ouvrir objectifs
      Bot: « Validation des objectifs stratégiques » : 5 questions … On envoie ?
      Rachida: envoyer
      Bot: C'est ouvert : 10 invitations
      Bot → Claire: On commence ?
    `));

  test('answered by a number, a word, a button; a reservation says why, and its words are answered as any', () =>
    at.go(`
      Claire: oui
      Bot: 1/5 : Aider … [D'accord] [Avec des réserves] [Je m'oppose]
      Claire: 1
      Bot: C'est noté : d'accord. … 2/5
      Claire [press]: Avec des réserves
      Bot: C'est noté : avec des réserves. … Laquelle, en quelques mots ?
      Claire: Il manque les habitants qui n'habitent aucune commune engagée.
      Bot: C'est noté : avec des réserves, et votre raison est {why} : elle recevra une réponse. … 3/5
      Claire: pas d'accord : la recherche n'est pas l'affaire du plan
      Bot: C'est noté : contre, et votre raison est {research} : elle recevra une réponse. … 4/5
      Claire: je m'oppose
      Bot: C'est noté : contre. … Pour quelle raison
      Claire: passe
      Bot: 5/5
      Claire: d'accord, mais les emplois doivent rester ici
      Bot: C'est noté : avec des réserves, et votre raison est {jobs} … « mes avis » les montre … C'est fini
      Claire: mes avis
      Bot: Vos avis : … d'accord … avec des réserves ({why}) … contre ({research}) … contre … avec des réserves ({jobs}) … « avis 2 : d'accord » en change un
      Claire: avis 3 : d'accord
      Bot: C'est noté : d'accord. {research}, votre raison d'avant, est retirée.
      Claire: avis 9 : contre
      Bot: Il y a 5 affirmations
      Claire: {research}
      Bot: retirée
      Bot → Kate: Shall we start?
      Kate: yes
      Bot: 1/5: … [I agree] [With reservations] [I object]
      Kate: The word durable is missing
      Bot: I'll keep your words. … “agree”, “with reservations” or “I object”? … [I agree] [With reservations] [I object]
      Kate: with reservations
      Bot: Noted: with reservations, and your reason is {durable}: it will get an answer. … 2/5
      Kate: pass
      Bot: 3/5
    `));

  test('who runs it sees it live, by type of actor, with the reasons', () =>
    at.go(`
      Rachida: convergence
      Bot: « Validation des objectifs stratégiques » : 2 personnes sur 10 se sont prononcées. … Aider … 1 d'accord, 1 avec des réserves, 0 contre … : 1 d'accord … Raisons : {durable}. … Raisons : {why}. … chiffres sont exacts, pour l'équipe seule
    `));

  test('closed, it changes no more, and late words are kept', () =>
    at.go(`
      Rachida: clore objectifs : la réunion a lieu demain
      Bot: est clos
      Claire: avis 1 : contre
      Bot: C'est clos : les avis ne changent plus.
      Claire: mes avis
      Bot: Vos avis : … C'est clos
    `));

  test('rows are added, the last one counts, and reasons are proposals on what they are about', async () => {
    const stored = await at.stage.read(async (tx) => {
      const round = (await tx.rounds.byKey(at.stage.consultation.id, 'objectifs'))!;
      return {
        reactions: await tx.reactions.of(round.id),
        proposals: await tx.proposals.of(at.stage.consultation.id),
      };
    });
    expect(stored.reactions.map(({ statement, view }) => [statement, view])).toEqual([
      ['objectif-1', 'agree'],
      ['objectif-2', 'reserve'],
      ['objectif-2', 'reserve'],
      ['objectif-3', 'object'],
      ['objectif-4', 'object'],
      ['objectif-5', 'reserve'],
      ['objectif-3', 'agree'],
      ['objectif-1', 'reserve'],
    ]);
    expect(
      stored.proposals.map(({ promptKey, state, tags }) => [
        promptKey,
        state,
        tags.some(({ value, source }) => value === 'objection' && source === 'partner'),
      ]),
    ).toEqual([
      ['objectif-2', 'submitted', false],
      ['objectif-3', 'withdrawn', true],
      ['objectif-5', 'submitted', false],
      ['objectif-1', 'submitted', false],
    ]);
  });
});

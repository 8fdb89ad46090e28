/** A phase closes over nothing owed, or for a reason that stays on record. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';

journeys('closing a phase', { stories: 2 }, (at) => {
  test('which phases there are, and what can’t be closed', () =>
    at.go(`
      Rachida: phases
      Bot: Les phases de la consultation : … Premières rencontres (premieres-rencontres), du 5 janvier 2015 au 30 janvier 2015, à clore … Écriture du plan d'actions (plan-actions), du 2 mars 2015 au 17 avril 2015, en cours … « clore phase premieres-rencontres » la clôt
      Rachida: clore phase plan-actions
      Bot: Cette action est réservée à l'équipe.
      Solène: clore la phase Décision du Conseil
      Bot: La phase « conseil » n'a pas encore commencé.
      Solène: clore phase printemps
      Bot: Je ne connais pas cette phase. Les phases : premieres-rencontres, objectifs
      Solène: clore phase plan-actions
      Bot: « plan-actions » est encore ouvert : il faut d'abord le clore.
      Solène: clore phase premieres-rencontres
      Bot: La phase « Premières rencontres » est close, et rien n'y reste dû.
      Solène: clore phase premieres-rencontres
      Bot: La phase « premieres-rencontres » est close. « rouvrir phase premieres-rencontres » revient dessus.
      Solène: rouvrir phase premieres-rencontres
      Bot: La phase « Premières rencontres » est rouverte.
      Solène: passer outre : pour voir
      Bot: Il n'y a rien à outrepasser ici
    `));

  test('over an answer that is owed, it says who owes it, and waits', () =>
    at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Claire: Un poste de comptable partagé entre nos associations.
      Bot: Noté, {post} … 3/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: décider {cash} retenue : Demandé par tous les réseaux.
      Bot: {cash} : retenue
      Solène: clore phase plan-actions
      Bot: Cette phase ne se clôt pas encore : il reste 2 contributions sans réponse. Qui doit quoi : … l'équipe du plan ESS, 1 : {post} … le Comité métropolitain de l'ESS, 1 : {cash} … Le mieux est d'y répondre d'abord. … « passer outre : raison » … bilan annuel. [Passer outre…] [Attendre]
      Solène: non
      Bot: Entendu, rien ne change.
      Solène: phases
      Bot: Écriture du plan d'actions (plan-actions), du 2 mars 2015 au 17 avril 2015, en cours
    `));

  test('a reason, asked for, passes over it; it is read by the team, and the phase’s rounds stay shut', async () => {
    await at.go(`
      Solène: clore phase plan-actions
      Bot: 2 contributions sans réponse … [Passer outre…] [Attendre]
      Solène: passer outre
      Bot: Pour quelle raison ? Elle se lira dans le bilan annuel.
      Solène: Le Comité se réunit le 13 mai, on avance sans attendre.
      Bot: La phase « Écriture du plan d'actions » est close avec 2 contributions sans réponse. Votre raison est notée : « Le Comité se réunit le 13 mai, on avance sans attendre. » … « dette » continue de montrer ce qui est dû
      Rachida: phases
      Bot: close le 2 mars 2015 par Solène, avec 2 contributions sans réponse : « Le Comité se réunit le 13 mai, on avance sans attendre. »
      Rachida: ouvrir atelier-4
      Bot: La phase « plan-actions » est close.
      Solène: dette
      Bot: 2 contributions attendent
    `);
    const [, passed] = await at.stage.read((tx) => tx.gates.of(at.stage.consultation.id));
    expect(passed?.override?.debt).toEqual({
      answers: { equipe: [at.told.refs.post], comite: [at.told.refs.cash] },
      adjustments: {},
      disputes: [],
    });
  });

  test('in one message too, after it was opened again', () =>
    at.go(`
      Solène: rouvrir phase plan-actions
      Bot: La phase « Écriture du plan d'actions » est rouverte.
      Étienne: clore phase plan-actions
      Bot: il reste 2 contributions sans réponse
      Étienne: passer outre : décidé en réunion d'équipe
      Bot: « décidé en réunion d'équipe »
    `));

  test('who gave the reason leaves: the reason stays, for the report', async () => {
    const { bot, consultation, clock } = at.stage;
    const person = (await at.stage.read((tx) => tx.people.find(consultation.id, 'Étienne')))!;
    await bot.store.transaction((tx) => tx.personal.erase(person.id, clock.now(), []));
    const reason = (await at.stage.read((tx) => tx.gates.of(consultation.id))).at(-1)!.override!.reason;
    expect((await at.stage.read((tx) => tx.words.texts([reason]))).get(reason)).toBe(
      "décidé en réunion d'équipe",
    );
    await at.go(`
      Rachida: phases
      Bot: close le 2 mars 2015, avec 2 contributions sans réponse
    `);
  });
});

journeys('closing a phase, in English', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('held, then passed over for a reason', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: a loan for solar panels
      Bot: {loan}
      Rosa: close maatregelen: everybody answered
      Bot: closed
      Simon: close phase Choosing measures
      Bot: This phase can't close yet: 1 contribution without a reply. Who owes what: … the Island Council, 1: {loan} … Replying first is best. … [Go on anyway…] [Wait]
      Simon: override: the Council meets in June
      Bot: The phase “Choosing measures” is closed with 1 contribution without a reply. Your reason is on record: “the Council meets in June”
      Simon: phases
      Bot: Choosing measures (kiezen), 6 April 2026 to 15 May 2026, closed on … by Simon, with 1 contribution without a reply: “the Council meets in June” … Decision (besluit)
      Simon: reopen phase kiezen
      Bot: is open again.
    `));
});

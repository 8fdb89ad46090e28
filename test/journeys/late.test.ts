/** After the close: words are kept, nothing counts or changes by itself, and the figures stand still. */
import { expect, test } from 'vitest';
import { baseOf } from '../../src/core/participation/base.ts';
import { journeys } from './harness.ts';
import type { Told } from './story.ts';

journeys('after the close', {}, (at) => {
  let claire: Told;
  let omar: Told;

  const figures = () =>
    at.stage.read(async (tx) => {
      const { consultation, world, content } = at.stage;
      const round = (await tx.rounds.byKey(consultation.id, world.round))!;
      const partners = await tx.people.partners(consultation.id);
      return baseOf(
        await tx.participations.of(round.id),
        new Map(partners.map((partner) => [partner.id, partner.college])),
        content.colleges,
      );
    });

  test('an answer in time, another one half way', async () => {
    claire = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire [as m]: des locaux moins chers à Roubaix
      Bot: Noté, {a} … 2/6 :
    `);
    omar = await at.story(`
      Omar: oui
      Bot: 1/6 :
    `);
  });

  test('closing before the day needs a reason', () =>
    at.story(`
      Rachida: clore plan-actions
      Bot: « plan-actions » n'est pas encore à son terme : pourquoi le clore maintenant ?
      Rachida: annuler
      Bot: Rien ne change : « plan-actions » reste ouvert.
      Rachida: clore plan-actions
      Bot: pourquoi le clore maintenant ?
      Rachida: tous les partenaires ont répondu
      Bot: « plan-actions » est clos. Les réponses tardives seront gardées à part. Par erreur ? Jusqu'à ce soir, « rouvrir plan-actions ».
      Rachida: clore plan-actions
      Bot: « plan-actions » n'est pas ouvert.
    `));

  test('an answer after the close is kept, marked late, and says so', async () => {
    const before = await figures();
    claire = await at.story(
      `
      Claire: un annuaire des structures du quartier
      Bot: Le tour est clos depuis le 2 mars 2015. Je garde {late}, hors délai ; l'équipe dira si l'on peut en tenir compte
      Claire: merci
      Bot: Merci à vous.
    `,
      claire,
    );
    expect(await figures()).toEqual(before);
  });

  test('a pass after the close changes no figure', async () => {
    const before = await figures();
    omar = await at.story(
      `
      Omar: passe
      Bot: Le tour est clos depuis le 2 mars 2015.
    `,
      omar,
    );
    expect(await figures()).toEqual(before);
  });

  test('the facilitator accepts it, or sets it aside, and its author is told, once', () =>
    at.story(
      `
      Omar: un prêt sans intérêt pour démarrer
      Bot: Je garde {other}, hors délai
      Rachida: doutes
      Bot: Hors délai, à accepter ou à écarter : {late}, « un annuaire des structures du quartier »
      Rachida: accepter {late}
      Bot: {late} est acceptée et compte. Je préviens qui l'a écrite.
      Bot → Claire: Bonjour Claire. {late} est arrivée hors délai : l'équipe l'accepte, elle compte comme les autres et aura sa réponse.
      Rachida: accepter {late}
      Bot: {late} est acceptée et compte.
      Rachida: écarter {other}
      Bot: {other} est écartée ; elle recevra une réponse. Je préviens qui l'a écrite.
      Bot → Omar: Bonjour Omar. {other} est arrivée hors délai : elle n'entre pas dans la synthèse de ce tour. Elle est gardée et aura, elle aussi, une réponse.
      Rachida: accepter {a}
      Bot: {a} est arrivée dans les temps : rien à trancher.
      Rachida: doutes
      Bot: Rien n'attend votre avis.
    `,
      { refs: claire.refs, users: { ...claire.users, ...omar.users } },
    ));

  test('what was said in time no longer changes by itself: the wish goes to the team', async () => {
    claire = await at.story(
      `
      Claire: {a} : des locaux gratuits
      Bot: Le tour est clos depuis le 2 mars 2015 : {a} ne se modifie plus ici. Je transmets votre changement à l'équipe.
      Claire: corriger {a}
      Bot: {a} ne se modifie plus ici.
      Claire: {a}
      Bot: {a} : « des locaux moins chers à Roubaix » … version 1
      Rachida: doutes
      Bot: Précision à reprendre : « {a} : des locaux gratuits »
    `,
      claire,
    );
  });

  test('it can still be withdrawn', () =>
    at.story(
      `
      Claire: retirer {a}
      Bot: {a} est retirée.
    `,
      claire,
    ));

  test('somebody who agrees only now is told how late it is, and may still be heard', () =>
    at.story(`
      Lucie: oui
      Bot: Merci ! Le tour est clos depuis le 2 mars 2015. Une idée de plus ? Écrivez-la : je la garde hors délai
      Lucie: Il faudrait une monnaie locale à l'échelle de la métropole.
      Bot: Je garde {c}, hors délai
    `));

  test('in English', () =>
    at.story(`
      Kate: yes
      Bot: Thank you! This round closed on 2 March 2015. One more idea? Write it
      Kate: A loan without interest to begin with.
      Bot: I'm keeping {c}, marked late
      Rachida: accepter {c}
      Bot: {c} est acceptée et compte
      Bot → Kate: Hello Kate. {c} came in late: the team accepts it, so it counts like the others and will get its reply.
      Rachida: écarter {c}
      Bot: {c} est écartée
      Bot → Kate: {c} came in late: it doesn't go into the synthesis of this round. It is kept, and will get a reply all the same.
    `));
});

journeys('the closing hour', {}, (at) => {
  test('from that hour on answers are late, even before anybody has closed the round', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
    `);
    at.stage.clock.leap(
      at.stage.content.rounds.find(({ key }) => key === at.stage.world.round)!.closesAt + 1,
    );
    await at.story(
      `
      Claire: des locaux moins chers à Roubaix
      Bot: Le tour est clos depuis le 17 avril 2015. Je garde {a}, hors délai
      Claire: passe
      Bot: Le tour est clos depuis le 17 avril 2015.
      Rachida: clore plan-actions
      Bot: « plan-actions » est clos.
    `,
      told,
    );
  });
});

/** "Did we understand you?": each contributor reads again how they were understood, at their hour, before the replies. */
import { expect, test } from 'vitest';
import { reviewProgress } from '../../src/app/participation/review.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { journeys } from './harness.ts';
import { quiet, type Told } from './story.ts';

journeys('reading again', { stories: 3 }, (at) => {
  let told: Told;
  const counts = () =>
    at.stage.read(async (tx) => {
      const { consultation, bot, clock } = at.stage;
      const person = (await tx.people.find(consultation.id, 'Rachida'))!;
      const scene = { tx, consultation, actor: { person, partners: [] }, now: clock.now(), ids: bot.ids };
      const found = await reviewProgress(scene, null);
      if (isRefusal(found)) throw new Error(found.code);
      const { asked, reached, confirmed, corrected, withdrawn, silent } = found;
      return { asked, reached, confirmed, corrected, withdrawn, silent };
    });
  const last = (name: string) =>
    at.stage.platform
      .texts(told.users[name]!)
      .at(-1)!
      .replace(/[\u00a0\u202f]/gu, ' ')
      .replaceAll('’', "'");

  test('asked by the team, after a preview; each message waits for a working hour', async () => {
    told = await at.story(`
      Rachida: vérifier
      Bot: « plan-actions » : personne n'a de proposition à relire.
      Claire: oui
      Bot: 1/6 :
      Claire: des locaux moins chers à Roubaix
      Bot: Noté, {a} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: - un fonds d'amorçage pour les associations↵- des locaux moins chers à Tourcoing
      Bot: {b}, … {c}, … C'est bien ça ?
      Omar: oui
      Bot: 2/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: un annuaire des structures du quartier
      Bot: Noté, {d} … 2/6 :
      Kate: yes
      Bot: 1/6:
      Kate: cheaper premises in Croix
      Bot: Noted, {e} … 2/6:
      Kate: stop
      Bot: I won't write to you any more.
      Rachida: vérifier
      Bot: « plan-actions » : 3 personnes à qui demander si elles ont été bien comprises, chacune à une heure ouvrée. … On demande ? [Envoyer] [Annuler]
      Rachida: non
      Bot: Rien n'est parti.
      Rachida: vérifier
      Bot: On demande ?
      Rachida: oui
      Bot: C'est lancé : 3 messages, chacun à son heure. « vérifier » pour suivre.
    `);
    at.stage.clock.leap(Date.UTC(2015, 2, 7, 12));
    await at.stage.bot.tick();
    await quiet(at.stage);
    expect(last('Claire')).toContain('2/6');
    at.stage.clock.leap(Date.UTC(2015, 2, 9, 10));
    await at.stage.bot.tick();
    await at.stage.bot.tick();
    await quiet(at.stage);
    expect(last('Claire')).toBe(
      `Bonjour Claire. Avant que l'équipe ne réponde, un coup d'œil : voici comment j'ai lu vos réponses (Écrire le plan d'actions).\n\n- ${told.refs.a}, « des locaux moins chers à Roubaix » (locaux et foncier, Roubaix)\n\nVous ai-je bien compris·e ?`,
    );
    expect(await counts()).toMatchObject({ asked: 3, reached: 3, silent: 3 });
  });

  test('right, to be corrected, taken back; the thread goes on, and the team sees how many', async () => {
    await at.story(
      `
      Claire [press]: C'est juste
      Bot: Merci de l'avoir relu : c'est noté.
      Claire: un annuaire partagé entre associations du textile
      Bot: {f} … 3/6 :
      Omar [press]: Corriger
      Bot: Laquelle corriger : {b} et {c} ? [{b}] [{c}]
      Omar: la deuxième
      Bot: Dites-moi ce qui ne va pas dans ma lecture de {c} : l'axe (« axe 3 »), ou ce que vous vouliez dire.
      Omar: plutôt l'axe 2
      Bot: {c} : axe 2, c'est noté.
      Lucie: retirer
      Bot: {d} est retirée. Pour revenir en arrière : « rétablir {d} ».
      Rachida: vérifier
      Bot: « plan-actions », a-t-on bien compris ? 3 personnes sur 3 ont reçu la question ; 1 « c'est juste », 1 correction, 1 retrait, 0 sans réponse.
      Claire [late Vous_ai-je_bien]: Corriger
      Bot: Laquelle corriger : {a} et {f} ?
      Claire: {a}
      Bot: Dites-moi ce qui ne va pas dans ma lecture de {a}
      Claire: je parlais surtout d'ateliers, pas de bureaux
      Bot: Merci. Votre précision sur {a} va à l'équipe, avant toute réponse.
      Rachida: doutes
      Bot: Précision à reprendre : « je parlais surtout d'ateliers, pas de bureaux »
      Claire: passe
      Bot: 4/6 :
    `,
      told,
    );
    expect(await counts()).toEqual({
      asked: 3,
      reached: 3,
      confirmed: 0,
      corrected: 2,
      withdrawn: 1,
      silent: 0,
    });
  });
});

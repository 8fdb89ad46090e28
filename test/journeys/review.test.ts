/** "Did we understand you?": each contributor reads again how they were understood, at their hour, before the replies. */
import { expect, test } from 'vitest';
import { reviewProgress } from '../../src/app/participation/review.ts';
import { showSynthesis } from '../../src/app/synthesis/show-synthesis.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { synthesisMarkdown } from '../../src/report/synthesis-markdown.ts';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet, type Told } from './story.ts';

journeys('reading again', { stories: 3, everyDatabase: true }, (at) => {
  let told: Told;
  const counts = () =>
    at.stage.read(async (tx) => {
      const { consultation, bot, clock } = at.stage;
      const person = (await tx.people.find(consultation.id, 'Rachida'))!;
      const scene = { tx, consultation, actor: { person, partners: [] }, now: clock.now(), ids: bot.ids };
      const found = await reviewProgress(scene, null);
      if (isRefusal(found)) throw new Error(found.code);
      const { round, ...people } = found.people;
      expect(round).toBe('plan-actions');
      return people;
    });
  const written = (audience: 'public' | 'internal') =>
    at.stage.read(async (tx) => {
      const { consultation, bot, clock } = at.stage;
      const person = (await tx.people.find(consultation.id, 'Rachida'))!;
      const scene = { tx, consultation, actor: { person, partners: [] }, now: clock.now(), ids: bot.ids };
      const found = await showSynthesis(scene, audience);
      return isRefusal(found) ? found.code : synthesisMarkdown(found).replace(/[\u00a0\u202f]/gu, ' ');
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
      Bot: « plan-actions » : 3 personnes à qui demander si elles ont été bien comprises, chacune à une heure ouvrée. … On demande ? [Envoyer maintenant] [Annuler]
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
      Bot: Laquelle corriger : {b} ou {c} ? [{b}] [{c}]
      Omar: la deuxième
      Bot: Dites-moi ce qui ne va pas dans ma lecture de {c} : l'axe (« axe 3 »), ou ce que vous vouliez dire.
      Omar: plutôt l'axe 2
      Bot: {c} : axe 2, c'est noté.
      Lucie: retirer
      Bot: {d} est retirée. Pour revenir en arrière : « rétablir {d} ».
      Rachida: vérifier
      Bot: « plan-actions », a-t-on bien compris ? 3 personnes sur 3 ont reçu la question ; 1 « c'est juste », 1 correction, 1 retrait, 0 sans réponse.
      Claire [late Vous_ai-je_bien]: Corriger
      Bot: Laquelle corriger : {a} ou {f} ?
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
      mended: 0,
      corrected: 2,
      withdrawn: 1,
      silent: 0,
    });
  });

  test('a correction undone at once counts no more; taken up by the team, it stands', async () => {
    const before = await counts();
    at.stage.clock.leap(at.stage.clock.now() + 60_000);
    await at.story(
      `
      Claire [late Vous_ai-je_bien]: Corriger
      Bot: Laquelle corriger : {a} ou {f} ?
      Claire: {a}
      Bot: Dites-moi ce qui ne va pas dans ma lecture de {a}
      Claire: je pensais à des ateliers partagés
      Bot: Merci. Votre précision sur {a} va à l'équipe, avant toute réponse.
      Claire: annule
      Bot: C'est annulé : votre précision sur {a} ne compte plus.
      Omar [late Vous_ai-je_bien]: Corriger
      Bot: Laquelle corriger
      Omar: {b}
      Bot: Dites-moi ce qui ne va pas
      Omar: plutôt l'axe 4
      Bot: {b} : axe 4, c'est noté.
      Omar: annule
      Bot: C'est annulé : {b} est de nouveau lue comme avant.
      Lucie: annule
      Bot: {d} est rétablie.
      Lucie: annule
      Bot: Il n'y a rien à annuler
      Lucie [late Vous_ai-je_bien]: Retirer
      Bot: {d} est retirée.
      Rachida: doutes
      Bot: Précision à reprendre : « je parlais surtout d'ateliers
    `,
      told,
    );
    expect(at.stage.platform.texts('rachida').at(-1)).not.toContain('ateliers partagés');
    expect(await counts()).toEqual(before);
  });

  test('« c’est juste » said too fast is undone by a word, and asked again; said again, it counts again', async () => {
    const before = await counts();
    at.stage.clock.leap(at.stage.clock.now() + 60_000);
    const again = `C'est annulé : votre « c'est juste » ne compte plus. Vous ai-je bien compris·e ? [C'est juste] [Corriger] [Retirer]`;
    await at.story(
      `
      Claire [late Vous_ai-je_bien]: C’est juste
      Bot: Merci de l'avoir relu : c'est noté.
      Claire: oups, annule
      Bot: ${again}
    `,
      told,
    );
    expect(await counts()).toEqual(before);
    at.stage.clock.leap(at.stage.clock.now() + 60_000);
    await at.story(
      `
      Claire: c'est juste
      Bot: Merci de l'avoir relu : c'est noté.
    `,
      told,
    );
    expect(await counts()).toMatchObject({ corrected: before.corrected - 1, mended: before.mended + 1 });
    at.stage.clock.leap(at.stage.clock.now() + 60_000);
    await at.story(
      `
      Claire: annule
      Bot: ${again}
    `,
      told,
    );
    expect(await counts()).toEqual(before);
  });

  test('the last word counts, a correction before it is still told, and what was put back is no withdrawal', async () => {
    await at.story(
      `
      Claire [late Vous_ai-je_bien]: C’est juste
      Bot: Merci de l'avoir relu : c'est noté.
      Lucie: rétablir {d}
      Bot: {d}
      Rachida: vérifier
      Bot: 3 personnes sur 3 ont reçu la question ; 1 « c'est juste » (dont 1 après correction), 1 correction, 0 retrait, 1 sans réponse.
    `,
      told,
    );
    expect(await counts()).toMatchObject({ confirmed: 0, mended: 1, corrected: 1, withdrawn: 0, silent: 1 });
  });

  test('what they answered stands in the synthesis, frozen when it is signed; few people are told to nobody outside', async () => {
    await at.story(
      `
      Solène: synthèse
      Bot: Je prépare la synthèse, un instant.
      Bot → Solène: Brouillon n° 1.
      Solène: sans désaccord 1, 2, 3, 4, 5
      Bot: C'est fait.
    `,
      told,
    );
    const exact =
      'personnes interrogées : 3 ; question reçue : 3 ; « c’est juste » : 0, et 1 après correction ; corrections demandées : 1 ; retraits : 0 ; sans réponse : 1.';
    expect(await written('internal')).toContain(`Écrire le plan d’actions : ${exact}`);
    expect(await written('public')).toBe('synthesis-unsigned');
    await at.story(
      `
      Solène: signer quand même
      Bot: Synthèse n° 1 signée.
      Omar [late Vous_ai-je_bien]: C’est juste
      Bot: Merci de l'avoir relu : c'est noté.
    `,
      told,
    );
    expect(await counts()).toMatchObject({ mended: 2, corrected: 0 });
    expect(await written('internal')).toContain(exact);
    const open = await written('public');
    expect(open).toContain(
      'personnes interrogées : moins de 5 ; « c’est juste » : moins de 5, et moins de 5 après correction ; corrections demandées : moins de 5 ; retraits : moins de 5 ; sans réponse : moins de 5.',
    );
    expect(open).not.toContain(exact);
  });
});

journeys('reading again, in English', { world: WINDHAVEN, stories: 3 }, (at) => {
  test('asked, corrected, confirmed: the team reads the last word', async () => {
    const told = await at.story(`
      Joy: yes
      Bot: 1/
      Joy: more trees along the canal
      Bot: {a}
      Rosa: review
      Bot: Shall I ask them?
      Rosa: yes
      Bot: On its way: 1 message
    `);
    // One message a week, in working hours: the invitation was this week's.
    const invited = at.stage.clock.now();
    for (let hour = 7 * 24; hour < 9 * 24; hour++) {
      at.stage.clock.leap(invited + hour * 3_600_000);
      await at.stage.bot.tick();
    }
    await quiet(at.stage);
    await at.story(
      `
      Joy [late Did_I_understand]: Correct it
      Bot: Tell me what is wrong with how I read {a}
      Joy: I meant the whole district
      Bot: Thank you. What you say about {a} goes to the team before anybody replies.
      Rosa: review
      Bot: 1 of 1 person got the question; 0 “that's right”, 1 correction, 0 withdrawals, 0 without an answer.
      Joy [late Did_I_understand]: That’s right
      Bot: Thank you for reading it again: noted.
      Rosa: review
      Bot: 1 “that's right” (1 of them after a correction), 0 corrections, 0 withdrawals, 0 without an answer.
    `,
      told,
    );
  });
});

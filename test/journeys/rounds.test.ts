/** A facilitator opens a round, looks at it, cancels it; what was not sent yet stays here. */
import { expect, test } from 'vitest';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

journeys('opening', { open: false, stories: 2 }, (at) => {
  test('the preview says whom and until when; no is no', () =>
    at.story(`
      Rachida: statut
      Bot: Aucun tour n'a encore été ouvert.
      Rachida: ouvrir plan-actions
      Bot: « Écrire le plan d'actions » : 6 questions, 10 personnes invitées, clôture le 17 avril 2015. … On envoie ? [Envoyer maintenant] [Destinataires] [Test] [Annuler]
      Rachida: non
      Bot: Rien n'est parti.
    `));

  test('what can’t be opened', () =>
    at.story(`
      Rachida: ouvrir printemps
      Bot: Je ne trouve pas ce tour. « tours » montre les clés.
      Rachida: ouvrir atelier-1
      Bot: « atelier-1 » est un atelier : il se tient en direct. « atelier atelier-1 » l'ouvre
      Rachida: ouvrir plan-actions jusqu'au 31/02/2015
      Bot: Je ne comprends pas cette date.
      Rachida: ouvrir plan-actions jusqu'au 2014-12-20
      Bot: La date de clôture est déjà passée
      Rachida: tours
      Bot: plan-actions : Écrire le plan d'actions – pas encore ouvert
    `));

  test('a short round is said to be short', () =>
    at.story(`
      Rachida: ouvrir plan-actions jusqu'au 12/03/2015
      Bot: clôture le 12 mars 2015 … Attention, 10 jours seulement … On envoie ?
      Rachida [press]: Annuler
      Bot: Rien n'est parti.
    `));

  test('opened once, whoever says yes twice', async () => {
    await at.story(`
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: C'est ouvert : 10 invitations en route.
      Rachida: oui
      Bot: Je n'ai pas compris.
      Rachida: ouvrir plan-actions
      Bot: « plan-actions » a déjà été ouvert.
    `);
    await quiet(at.stage);
    expect(at.stage.platform.texts('claire-1')).toHaveLength(1);
    await at.story(`
      Rachida: statut
      Bot: « plan-actions » : ouvert jusqu'au 17 avril 2015. … invitées ; aucune réponse
    `);
  });

  test('two facilitators at the same instant: one round', async () => {
    await at.story(`
      Rachida: annuler plan-actions
      Bot: « plan-actions » est annulé. Rien n'attendait de partir.
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Solène: ouvrir plan-actions
      Bot: On envoie ?
    `);
    const { platform } = at.stage;
    const before = platform.texts('claire-1').length;
    platform.say('rachida', 'oui');
    platform.say('solene', 'oui');
    await quiet(at.stage);
    const last = [platform.texts('rachida').at(-1)!, platform.texts('solene').at(-1)!].sort();
    expect(last[0]).toContain('C’est ouvert');
    expect(last[1]).toContain('a déjà été ouvert');
    expect(platform.texts('claire-1')).toHaveLength(before + 1);
  });
});

journeys('late joiners', { stories: 2 }, (at) => {
  test('somebody enrolled after the opening is told that nothing waits for them, and the team hears of it', async () => {
    const { platform, content } = at.stage;
    await at.stage.enrol([
      {
        name: 'Nadège',
        lang: 'fr',
        addresses: [{ platform: platform.name, workspace: 'main', userId: 'nadege' }],
        roles: [],
        partner: { organisation: 'Nouvelle', college: content.colleges[0]!.key },
      },
    ]);
    await at.story(
      `
      Nadège: Bonjour, je voudrais répondre moi aussi
      Bot: Aucun tour n'attend votre réponse pour l'instant.
      Rachida: doutes
      Bot: Pas compris : « Bonjour, je voudrais répondre moi aussi »
    `,
      { refs: {}, users: { Nadège: 'nadege' } },
    );
  });
});

journeys('somebody whose chat refuses the bot', { open: false, stories: 1 }, (at) => {
  test('is named with the status, with what can be done; no more once a message arrives', async () => {
    const { platform } = at.stage;
    platform.faults.failPosts({
      transient: false,
      scope: 'place',
      place: platform.direct('main', 'claire-1'),
    });
    await at.story(`
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: C'est ouvert : 5 invitations en route.
    `);
    await at.story(`
      Rachida: statut
      Bot: « plan-actions » : ouvert … 5 personnes invitées, 4 jointes … Une personne n'a pas pu être jointe : sa messagerie a refusé le message. … Claire 1, Organisation Claire 1 (discussion) … « remplacer Claire 1 par … « pour Claire 1 (téléphone) … Clôture
      Rachida: prolonger plan-actions jusqu'au 15 mai
      Bot: jusqu'au 15 mai 2015
      Bot → Claire: Bonjour Claire
    `);
    expect(platform.texts('claire-1')).toHaveLength(1);
    await at.story(`
      Rachida: statut
      Bot: « plan-actions »
    `);
    expect(platform.texts('rachida').at(-1)).not.toContain('refusé');
  });
});

journeys('cancelling', { open: false, stories: 4 }, (at) => {
  test('invitations that wait are dropped; those who had theirs are told', async () => {
    const { platform } = at.stage;
    platform.faults.failPosts({
      transient: true,
      retryAfter: 60_000,
      scope: 'place',
      place: platform.direct('main', 'claire-1'),
      times: Number.POSITIVE_INFINITY,
    });
    await at.story(`
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: C'est ouvert : 20 invitations en route.
    `);
    await at.story(`
      Rachida: annuler plan-actions
      Bot: « plan-actions » est annulé. 1 envoi en attente ne partira pas.
      Bot → Omar: Bonjour Omar, je suis le robot
      Bot → Omar: Le tour « Écrire le plan d'actions » est annulé. Vos messages restent gardés
    `);
    platform.faults.heal();
    at.stage.clock.leap(at.stage.clock.now() + 3_600_000);
    await quiet(at.stage);
    expect(platform.texts('claire-1')).toEqual([]);
  });

  test('a cancelled round takes no answers, and may be opened anew', async () => {
    const told = await at.story(`
      Lucie: oui
      Bot: Aucun tour n'attend votre réponse pour l'instant.
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: C'est ouvert
      Bot → Lucie: Bonjour Lucie, je suis le robot
    `);
    await at.story('Lucie: oui\n Bot: 1/6 :', told);
  });
});

journeys('cancelling on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('who had an invitation is told, and what they said is kept', () =>
    at.story(`
      Rosa: cancel maatregelen
      Bot: “maatregelen” is cancelled. Nothing was waiting to be sent.
      Bot → Joy: Hello Joy
      Bot → Joy: The round “Measures” is cancelled. Your messages are kept
    `));
});

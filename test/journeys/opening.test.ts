/** A round put together in chat, question by question, looked at, tried, and sent. */
import { expect, test } from 'vitest';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

journeys('writing a round', { open: false, stories: 2 }, (at) => {
  test('question by question, in two languages, then sent: partners are asked what was typed', async () => {
    const told = await at.story(`
      Rachida: ouvrir un tour
      Bot: Quel tour voulez-vous ouvrir ? … [Premières idées] [Validation des objectifs stratégiques] [Écrire le plan d'actions] … [Un nouveau tour]
      Rachida: nouveau
      Bot: Comment s'appelle ce tour, en quelques mots ? … « oui » garde ce qui est proposé
      Rachida: Des locaux pour l'ESS
      Bot: Et en anglais ? 4 personnes le lisent. « passe » : elles liront l'autre langue
      Rachida: Premises for the ESS
      Bot: Sur quels axes ? 1 : créer et financer · 2 : … Proposé : 1, 2, 3, 4, 5.
      Rachida: 1 et 2
      Bot: Qu'est-ce qui reste ouvert
      Rachida: Où, à quel loyer, et qui gère.
      Bot: Et en anglais ?
      Rachida: passe
      Bot: Et qu'est-ce qui est déjà décidé
      Rachida: oui
      Bot: Que faut-il avoir lu avant de répondre ?
      Rachida: La carte des friches : https://example.org/friches↵L'étude de 2014 : neuf bureaux sur dix sont pris.
      Bot: Axe 1, créer et financer : quelle question poser ?
      Rachida: - Quel local vous manque ?↵- Qu'avez-vous déjà essayé ?
      Bot: Et en anglais, dans le même ordre, une par ligne ?
      Rachida: Which premises do you lack?
      Bot: Il en faut 2, une par ligne, dans le même ordre. Pouvez-vous reprendre ?
      Rachida: Which premises do you lack?↵What have you tried so far?
      Bot: Axe 2, animer les territoires : quelle question poser ? … Garder … Retour
      Rachida: oui
      Bot: Qui inviter ? « tous », des collèges (
      Rachida: tous
      Bot: Jusqu'à quand ? … Proposé : le
      Rachida: dans 5 semaines
      Bot: Combien de jours après l'invitation relancer les personnes silencieuses ?
      Rachida: 10 et 20
      Bot: Combien de minutes
      Rachida: 4
      Bot: « Des locaux pour l'ESS » : … questions, 10 personnes invitées, clôture le 6 avril 2015. … Relances 10 et 20 jours après l'invitation … 4 personnes lisent en anglais … Ce que chaque personne recevra : … Ce qui reste ouvert : Où, à quel loyer, et qui gère. … La carte des friches : https://example.org/friches … Puis, une à une : … Quel local vous manque ? … On envoie ? [Envoyer maintenant] [Destinataires] [Test] [Annuler]
      Rachida: envoyer
      Bot: C'est ouvert : 10 invitations en route.
      Bot → Claire: Ce qui reste ouvert : Où, à quel loyer, et qui gère.
      Claire: oui
      Bot: Quel local vous manque ?
      Bot → Kate: Still open: Où, à quel loyer, et qui gère.
      Kate: yes
      Bot: Which premises do you lack?
      Rachida: tours
      Bot: des-locaux-pour-l-ess : Des locaux pour l'ESS – ouvert jusqu'au 6 avril 2015
    `);
    expect(told.users.Claire).toBeDefined();
  });
});

journeys('one’s way through it', { open: false, stories: 3 }, (at) => {
  test('back, put aside, other commands meanwhile, taken up again; each of the team has a draft of their own', () =>
    at.story(`
      Rachida: ouvrir
      Bot: Quel tour voulez-vous ouvrir ?
      Rachida: nouveau
      Bot: Comment s'appelle ce tour
      Rachida: retour
      Bot: Quel tour voulez-vous ouvrir ?
      Rachida: nouveau
      Bot: Comment s'appelle ce tour
      Rachida: Locaux
      Bot: Et en anglais ?
      Rachida: passe tout
      Bot: Sur quels axes ?
      Rachida: 12
      Bot: Sur quels axes ? 1, 2, 3, 4, 5.
      Rachida: tours
      Bot: Les tours :
      Rachida: aucun
      Bot: Qu'est-ce qui reste ouvert
      Solène: ouvrir
      Bot: Quel tour voulez-vous ouvrir ?
      Solène: nouveau
      Bot: Comment s'appelle ce tour
      Rachida: retour
      Bot: Sur quels axes ?
      Rachida: aucun
      Bot: Qu'est-ce qui reste ouvert
      Rachida: annuler
      Bot: C'est mis de côté. « reprendre le brouillon » quand vous voudrez
      Solène: oui
      Bot: Sur quels axes ?
      Rachida: ouvrir
      Bot: Vous avez un brouillon, « Locaux ». On le reprend ? [Le reprendre] [Repartir de zéro]
      Rachida [press]: Le reprendre
      Bot: Qu'est-ce qui reste ouvert
      Rachida: pour les associations : tout
      Bot: Et qu'est-ce qui est déjà décidé
      Rachida: jeter le brouillon
      Bot: Le brouillon est jeté.
      Rachida: reprendre le brouillon
      Bot: Vous n'avez pas de brouillon.
      Solène: jeter le brouillon
      Bot: Le brouillon est jeté.
    `));

  test('a round of the content, adjusted, looked at, tried and cancelled', async () => {
    const told = await at.story(`
      Rachida: ouvrir
      Bot: Quel tour voulez-vous ouvrir ?
      Rachida: Écrire le plan d'actions
      Bot: « Écrire le plan d'actions » : 6 questions … Relances 14 et 35 jours … Ce que chaque personne recevra : … Bonjour Rachida … Puis, une à une : … 1/6 : … On envoie ?
      Rachida: changer relances
      Bot: Combien de jours après l'invitation relancer … Proposé : 14 et 35 jours après.
      Rachida: 10, 20 et 30
      Bot: Je n'ai pas compris les jours. Deux nombres au plus
      Rachida: 90
      Bot: Ce serait après la clôture
      Rachida: aucune
      Bot: C'est changé : les relances. … Aucune relance automatique. … « aperçu » remontre tout le message
      Rachida: changer public
      Bot: Qui inviter ?
      Rachida: les martiens
      Bot: Je ne connais pas : les martiens. Qui inviter ?
      Rachida: Organisation Claire 1, Organisation Kate 2
      Bot: C'est changé : le public. … 2 personnes invitées … Seulement 2 structures choisies. … On envoie ?
      Rachida: aperçu
      Bot: 2 personnes invitées … Ce que chaque personne recevra : … Bonjour Rachida … On envoie ?
      Rachida: destinataires
      Bot: 2 personnes : … Claire 1, Organisation Claire 1 … On envoie ? [Envoyer maintenant]
      Rachida: test
      Bot: TEST · Jouez le tour comme une personne invitée : rien n'est compté. … Bonjour Rachida … On commence ? [Commencer] [Plus tard] [Pas moi]
      Rachida: oui
      Bot: TEST · Merci ! … 1/6 :
      Rachida: des locaux moins chers à Roubaix
      Bot: TEST · lu ainsi : … Roubaix. … 2/6 :
      Rachida: passe
      Bot: TEST · Pas de souci. … 3/6 :
      Rachida: fin
      Bot: TEST … Fin du test, rien n'a été compté. … On envoie ?
      Rachida: je ne sais plus quoi faire
      Bot: Rien n'est parti. Dites « envoyer »
      Rachida: et qui va le recevoir ?
      Bot: 2 personnes : … Claire 1, Organisation Claire 1
      Rachida: non
      Bot: Rien n'est parti. C'est mis de côté.
    `);
    const { rows, round } = await at.stage.read(async (tx) => ({
      rows: await tx.proposals.of(at.stage.consultation.id),
      round: await tx.rounds.byKey(at.stage.consultation.id, 'plan-actions'),
    }));
    const changes = at.stage.platform.texts('rachida').filter((text) => text.startsWith('C’est changé'));
    expect(changes.map((text) => text.includes('Bonjour Rachida'))).toEqual([false, false]);
    expect(rows).toEqual([]);
    expect(round).toBeNull();
    await at.story(
      `
      Rachida: reprendre
      Bot: 2 personnes invitées … On envoie ?
      Rachida: changer date
      Bot: Jusqu'à quand ?
      Rachida: hier
      Bot: Ce jour est passé.
      Rachida: 31/02
      Bot: Je ne comprends pas cette date.
      Rachida: le 10 mars
      Bot: clôture le 10 mars 2015. … Attention, 8 jours seulement
      Rachida [press]: Envoyer maintenant
      Bot: C'est ouvert : 2 invitations en route.
      Rachida [press]: Envoyer maintenant
      Bot: Cette question n'est plus ouverte : rien n'a changé.
      Rachida: envoyer plan-actions
      Bot: « plan-actions » a déjà été ouvert.
      Bot → Claire: Bonjour Claire
    `,
      told,
    );
    expect(at.stage.platform.texts('omar-1')).toEqual([]);
  });

  test('what was opened from chat stays when the folder is loaded again, also without its author', async () => {
    const { consultation, content, bot } = at.stage;
    const version = `${content.version}-again`;
    const again = await at.stage.read((tx) =>
      loadConsultation(tx, { ...content, version }, { ids: bot.ids, now: at.stage.clock.now(), salt: '' }),
    );
    const kept = again.content.rounds.find(({ key }) => key === 'plan-actions')!;
    expect(kept.reminders).toEqual({ afterDays: [] });
    expect(kept.organisations).toHaveLength(2);
    expect(again.content.rounds).toHaveLength(content.rounds.length);
    const acts = await at.stage.read((tx) => tx.acts.done(consultation.id, ['round.open']));
    expect(acts.at(-1)!.refs.draft).toBeDefined();
  });
});

journeys('hostile rounds', { open: false, stories: 2 }, (at) => {
  test('markup stays text, what is too long is said so, and links are https', async () => {
    await at.story(
      `
      Rachida: ouvrir
      Bot: Quel tour
      Rachida: nouveau
      Bot: Comment s'appelle ce tour
      Rachida: ${'très '.repeat(100)}long
      Bot: C'est un peu long : 504 signes, et sur un téléphone 120 suffisent. Plus court ?
      Rachida: <!channel> *Locaux* @room ‮esrever
      Bot: Et en anglais ?
      Rachida: passe tout
      Bot: Sur quels axes ?
      Rachida: aucun
      Bot: Qu'est-ce qui reste ouvert
      Rachida: oui
      Bot: Et qu'est-ce qui est déjà décidé
      Rachida: oui
      Bot: Que faut-il avoir lu
      Rachida: Interne : http://169.254.169.254/latest
      Bot: Je ne prends que des adresses en https://.
      Rachida: aucun
      Bot: quelle question poser ?
    `.replace('quelle question', 'Quelle question'),
    );
    const { platform } = at.stage;
    platform.say('rachida', 'x'.repeat(10_000));
    await quiet(at.stage);
    expect(platform.texts('rachida').at(-1)).toMatch(/C’est un peu long.: 10000 signes/u);
    await at.story(`
      Rachida: 1↵2↵3↵4↵5↵6↵7
      Bot: 6 au plus, pour que les personnes aillent au bout.
      Rachida: Quel local vous manque ?
      Bot: Qui inviter ?
      Rachida: territoires
      Bot: Jusqu'à quand ?
      Rachida: oui
      Bot: relancer
      Rachida: oui
      Bot: Combien de minutes
      Rachida: beaucoup
      Bot: Un nombre de minutes
      Rachida: 2 minutes
      Bot: <!channel> *Locaux* @room … Attention, aucun document … On envoie ?
      Rachida: oui
      Bot: C'est ouvert
    `);
    const rounds = await at.stage.read(async (tx) =>
      (await tx.rounds.of(at.stage.consultation.id)).map(({ key }) => key),
    );
    expect(rounds).toEqual(['channel-locaux-room-esrever']);
  });

  test('a partner who types these opens nothing', async () => {
    const told = await at.story('Omar: ouvrir un tour\n Bot:');
    for (const said of ['nouveau', 'envoyer plan-actions', 'destinataires', 'reprendre le brouillon'])
      await at.story(`Omar: ${said}\n Bot:`, told);
    const acts = await at.stage.read((tx) =>
      tx.acts.done(at.stage.consultation.id, ['round.draft', 'round.open']),
    );
    expect(acts.filter(({ role }) => role === 'partner')).toEqual([]);
  });
});

journeys('a round on an island', { world: WINDHAVEN, open: false, stories: 1 }, (at) => {
  test('in English for Dutch readers, without axes', () =>
    at.story(`
      Rosa: open a round
      Bot: Which round would you like to open?
      Rosa: new
      Bot: What is this round called
      Rosa: Storms
      Bot: And in Dutch? 2 people read it.
      Rosa: Stormen
      Bot: On which axes? energie: … For instance “1 and 3”, “all”, or “none”
      Rosa: none
      Bot: What is still open
      Rosa: yes
      Bot: And what is already decided
      Rosa: yes
      Bot: What should people have read
      Rosa: yes
      Bot: Which question should I ask?
      Rosa: What did the last storm break?
      Bot: And in Dutch
      Rosa: pass
      Bot: Who should be invited?
      Rosa: yes
      Bot: Until when?
      Rosa: in 3 weeks
      Bot: How many days after the invitation
      Rosa: none
      Bot: How many minutes
      Rosa: yes
      Bot: “Storms”: 1 question, 4 people invited … No automatic reminder. … 2 people read Dutch: part of this will reach them in the other language. … What each person will get: … Shall I send it? [Send now] [Recipients] [Test] [Cancel]
      Rosa: test
      Bot: TEST · Play the round as somebody invited
      Rosa: later
      Bot: TEST · I would answer: … Of course. … End of the test
      Rosa: send
      Bot: It's open: 4 invitations on the way.
      Bot → Anouk: Hello Anouk
      Anouk: ja
      Bot: What did the last storm break?
    `));
});

journeys('a round whose author is erased', { open: false, stories: 1 }, (at) => {
  test('its questions stay and go on being asked; their name is nowhere', async () => {
    const { platform, read } = at.stage;
    await at.stage.enrol([
      {
        name: 'Zéphyrine Quetsche',
        lang: 'fr',
        addresses: [{ platform: platform.name, workspace: 'main', userId: 'zephyrine' }],
        roles: ['facilitator'],
        partner: null,
      },
    ]);
    await at.story(
      `
      Zéphyrine: ouvrir
      Bot: Quel tour voulez-vous ouvrir ?
      Zéphyrine: nouveau
      Bot: Comment s'appelle ce tour
      Zéphyrine: Des locaux
      Bot: Et en anglais ?
      Zéphyrine: passe tout
      Bot: Sur quels axes ?
      Zéphyrine: 1
      Bot: Qu'est-ce qui reste ouvert
      Zéphyrine: Où, et à quel loyer.
      Bot: Et qu'est-ce qui est déjà décidé
      Zéphyrine: oui
      Bot: Que faut-il avoir lu avant de répondre ?
      Zéphyrine: passe
      Bot: Axe 1, créer et financer : quelle question poser ?
      Zéphyrine: - Quel local vous manque ?↵- Qu'avez-vous déjà essayé ?
      Bot: Qui inviter ?
      Zéphyrine: tous
      Bot: Jusqu'à quand ?
      Zéphyrine: dans 5 semaines
      Bot: Combien de jours après l'invitation relancer
      Zéphyrine: 10
      Bot: Combien de minutes
      Zéphyrine: 4
      Bot: On envoie ?
      Zéphyrine: envoyer
      Bot: C'est ouvert
    `,
      { refs: {}, users: { Zéphyrine: 'zephyrine' } },
    );
    await at.story(
      `
      Claire: oui
      Bot: 1/2 : Quel local vous manque ?
      Zéphyrine: effacer
      Bot: J'efface tout ?
      Zéphyrine: oui
      Bot: C'est fait : vos mots, votre nom et votre adresse sont effacés.
      Claire: un atelier de couture à Tourcoing
      Bot: Noté, {a} … 2/2 : Qu'avez-vous déjà essayé ?
      Rachida: tours
      Bot: Des locaux – ouvert
      Rachida: statut
      Bot: « des-locaux » : ouvert
    `,
      { refs: {}, users: { Zéphyrine: 'zephyrine' } },
    );
    const kept = await read(async (tx) =>
      JSON.stringify([
        await tx.people.directory(at.stage.consultation.id),
        await tx.rounds.of(at.stage.consultation.id),
        await tx.outbox.of(
          at.stage.consultation.id,
          ['queued', 'sending', 'sent', 'dropped', 'failed'],
          1000,
        ),
        (await tx.consultations.byKey(at.stage.content.key))!.content,
      ]),
    );
    expect(kept).toContain('Quel local vous manque');
    expect(kept).not.toMatch(/Quetsche|zephyrine/iu);
  });
});

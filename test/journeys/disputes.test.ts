/** An answer disputed: kept in the person's words, read by somebody who did not decide, answered in time. */
import { expect, test } from 'vitest';
import { dossierOf } from '../../src/app/person/export-person.ts';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet, type Told } from './story.ts';

const axes = (keys: readonly string[], who: string, words: string, done: string) =>
  keys.map((axis) => `${who}: ${words} ${axis}\n Bot: ${done}`).join('\n');

journeys('disputing', { stories: 2 }, (at) => {
  let told: Told;
  const go = async (script: string) => {
    told = await at.story(script, told);
  };

  test('before any reply there is nothing to dispute', () =>
    go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Claire: contester {cash} : trop tôt ?
      Bot: Je ne trouve pas de réponse à contester
      Omar: oui
      Bot: 1/6 :
      Omar: Un poste de secrétaire partagé entre les associations de Roubaix.
      Bot: Noté, {desk} … 2/6 :
      Omar: Un poste de comptable partagé entre quatre associations.
      Bot: Noté, {job} … 3/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: Je m'oppose à un guichet de plus.
      Bot: {against}
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
    `));

  test('decided for a whole axis, shown before it is recorded, with exceptions', async () => {
    const draft = at.stage.platform.texts('solene').findLast((text) => text.includes('sans désaccord'))!;
    const open = [...draft.matchAll(/«\s?sans désaccord (\S+)\s»/gu)].map(([, axis]) => axis!);
    await go(axes(open, 'Étienne', 'sans désaccord', "C'est fait."));
    await go(`
      Étienne: signer
      Bot: Synthèse n° 1 signée.
      Solène: dette
      Bot: 4 contributions attendent encore une réponse, depuis aujourd'hui : … l'équipe du plan ESS, 4 : {cash} à {against} … Restitution attendue le 2 mai 2015 (dans 61 jours). … Décisions attendues le 2 août 2015
    `);
    const { body } = (await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id)))!;
    const [theme] = body.axes.flatMap(({ lines, themes }) =>
      lines.flatMap((line) => (line.theme === null ? [] : [{ line, title: themes[line.theme]!.label }])),
    );
    await go(`
      Solène: décider thème ${theme!.title} à étudier : Un chiffrage est demandé.
      Bot: à étudier (l'équipe du plan ESS, 2 mars 2015). … ${theme!.line.cites[0]}, « … On enregistre ? [Enregistrer] [Annuler]
      Solène: annuler
      Bot: Rien n'est enregistré.
      Solène: décider thème tapis volants non retenue : rien
      Bot: Je ne trouve pas de thème de ce nom.
      Solène: décider le reste hors de nos compétences
      Bot: Une réponse a besoin d'un motif
      Solène: décider le reste hors de nos compétences sauf {against}, P-9999 : Cela relève de la Région.
      Bot: P-9999 n'est pas parmi elles
      Solène: décider le reste hors de nos compétences sauf {against} : Cela relève de la Région.
      Bot: 3 propositions sans réponse, de 2 personnes : hors de nos compétences (l'équipe du plan ESS, 2 mars 2015). … {cash}, « Une avance … Sauf {against}. … Chaque personne lira d'abord ses propres mots … ({cash}) : hors de nos compétences. Motif : Cela relève de la Région. … On enregistre ? [Enregistrer] [Annuler]
      Solène: dette
      Bot: 4 contributions attendent
      Solène: non
      Bot: Rien n'est enregistré.
      Solène: décider le reste hors de nos compétences sauf {against} : Cela relève de la Région.
      Bot: On enregistre ?
      Solène: oui
      Bot: C'est noté : 3 réponses, hors de nos compétences.
      Solène: décider {against} déjà engagée : Le guichet existe.
      Bot: {against} : déjà engagée
      Solène: décider le reste retenue : rien
      Bot: Rien à décider là
    `);
  });

  test('a reply that was not told yet is corrected; one person’s message is read before it leaves', () =>
    go(`
      Solène: corriger décision {cash}
      Bot: « corriger décision {cash} retenue en partie : motif »
      Solène: corriger décision {cash} déjà engagée : Un fonds régional existe, nous y orientons.
      Bot: {cash} : déjà engagée au lieu de hors de nos compétences. … Reste à confirmer : le Comité métropolitain de l'ESS.
      Solène: entériner comite 2015-03-02
      Bot: 4 réponses enregistrées
      Étienne: restitution pour Claire 1
      Bot: Claire 1, Organisation Claire 1 : 1 réponse. … ({cash}) : déjà engagée. Motif : Un fonds régional existe
      Étienne: restitution pour Personne
      Bot: Je ne connais personne de ce nom
      Étienne: restitution
      Bot: 3 messages prêts, 4 réponses en tout.
      Étienne: oui
      Bot: C'est parti : 3 restitutions.
      Bot → Claire: ({cash}) : déjà engagée. … « contester {cash} », et quelqu'un d'autre la relira. … « évaluer » vous pose trois courtes questions … [Contester une réponse] [Évaluer la consultation]
      Bot → Omar: ({desk}) : hors de nos compétences. … ({job}) : hors de nos compétences.
      Bot → Lucie: ({against})
    `));

  test('in their own words: asked once, kept, and given to somebody who did not decide', () =>
    go(`
      Claire: merci, mais ce n'est pas ce que j'avais demandé
      Bot: Voulez-vous contester la réponse à {cash} ? Quelqu'un qui n'a pas pris cette décision la relira. [La contester] [Non]
      Claire [press]: La contester
      Bot: Quelqu'un qui n'a pas pris part à la décision sur {cash} va la relire ; vous aurez une réponse motivée au plus tard le 23 mars 2015.
      Bot → Étienne: Contestation n° 1 à relire par vous, réponse promise au plus tard le 23 mars 2015. Sur {cash} : « merci, mais ce n'est pas ce que j'avais demandé »
      Claire: contester {cash} : je parlais d'une avance, pas d'un fonds
      Bot: J'ajoute cela à votre contestation de {cash}
    `));

  test('by the button, which one, then what is wrong', () =>
    go(`
      Omar [press]: Contester une réponse
      Bot: De quelle réponse parlez-vous : {desk} ou {job} ? [{desk}] [{job}]
      Omar: la deuxième
      Bot: Qu'est-ce qui ne va pas dans la réponse à {job} ?
      Omar: La Région nous renvoie vers vous.
      Bot: va la relire
      Bot → Étienne: Contestation n° 2 à relire par vous
      Omar: contester
      Bot: De quelle réponse parlez-vous
      Omar: non
      Bot: Entendu, rien n'est contesté.
      Lucie: Je ne suis pas d'accord du tout
      Bot: Voulez-vous contester
      Lucie: non
      Bot: Entendu. L'équipe lira votre message.
      Rachida: doutes
      Bot: Pas compris : « Je ne suis pas d'accord du tout »
    `));

  test('whoever decided does not reply; the other one does, with a reason, once', () =>
    go(`
      Rachida: contestations
      Bot: Cette action est réservée à l'équipe.
      Solène: contestations
      Bot: 2 contestations en cours : … n° 1, {cash} : « merci, mais … » « je parlais d'une avance, pas d'un fonds » (relue par Étienne, réponse au plus tard le 23 mars 2015)
      Solène: contestation 1
      Bot: Contestation n° 1, {cash}, Claire 1 (Organisation Claire 1) … Réponse donnée : déjà engagée (le Comité métropolitain de l'ESS, 2 mars 2015). « Un fonds régional existe … Vous avez pris part à cette décision
      Solène: prendre contestation 1
      Bot: Vous avez pris part à cette décision
      Solène: répondre contestation 1 : maintenue : C'est ainsi.
      Bot: Vous avez pris part à cette décision
      Étienne: contestation 1
      Bot: « répondre contestation 1 : maintenue : motif »
      Étienne: répondre contestation 2 : maintenue
      Bot: La personne attend un motif
      Étienne: répondre contestation 2 : maintenue : La Région finance ce poste depuis janvier, voici le contact.
      Bot: Contestation n° 2 : la réponse part.
      Bot → Omar: Bonjour Omar. Vous aviez contesté la réponse à {job}. Quelqu'un qui n'avait pas pris part à la décision l'a relue : elle est maintenue (hors de nos compétences). « La Région finance ce poste
      Étienne: répondre contestation 2 : modifiée, retenue : non
      Bot: La contestation 2 a déjà sa réponse.
      Omar: contester {job} : toujours pas d'accord
      Bot: Votre contestation (n° 2) a eu sa réponse
    `));

  test('a reader who is late is reminded, once before and once after, in working hours', async () => {
    const tick = (day: string) => {
      at.stage.clock.leap(Date.parse(day));
      return at.stage.bot.tick();
    };
    await tick('2015-03-19T10:00:00Z');
    await go('Étienne: contestation 9\n Bot: Je ne trouve pas de contestation 9.');
    await tick('2015-03-22T10:00:00Z');
    await tick('2015-03-23T10:00:00Z');
    await tick('2015-03-23T11:00:00Z');
    await tick('2015-03-24T10:00:00Z');
    await tick('2015-03-25T10:00:00Z');
    await quiet(at.stage);
    const said = at.stage.platform.texts('etienne').filter((text) => /^Contestation n°\s1 \(/u.test(text));
    expect(said).toHaveLength(2);
    expect(said[1]).toMatch(/elle n’est pas partie/u);
  });

  test('overdue, it shows in what is owed; changed, it starts anew on its path and only that is sent again', async () => {
    const restart = await at.story(
      `
      Solène: dette
      Bot: Chaque contribution a sa réponse. … contestation 1, Étienne : réponse promise le 23 mars 2015, en retard de 2 jours
      Étienne: répondre contestation 1 : modifiée, retenue en partie : Une avance sera testée en 2016.
      Bot: Contestation n° 1 : la réponse part. … Reste à confirmer : le Comité métropolitain de l'ESS.
      Bot → Claire: Vous aviez contesté la réponse à {cash}. … elle change (retenue en partie). « Une avance sera testée en 2016. » … Il reste à la confirmer : le Comité métropolitain de l'ESS.
      Solène: restitution
      Bot: La restitution a déjà été envoyée
      Solène: entériner comite 2015-03-25
      Bot: 1 réponse enregistrée
      Solène: entériner conseil 2015-03-25
      Bot: 1 réponse enregistrée
      Solène: restitution
      Bot: 1 message prêt, 1 réponse en tout. … 1 personne a déjà reçu la sienne : seul ce qui a changé part.
      Solène: oui
      Bot: C'est parti : 1 restitution.
      Bot → Claire: Bonjour Claire. Du nouveau sur vos propositions depuis notre dernier message … ({cash}) : retenue en partie. Motif : Une avance sera testée en 2016. (le Conseil métropolitain, 25 mars 2015)
      Solène: oui
      Bot: Je n'ai pas compris.
      Solène: restitution
      Bot: La restitution a déjà été envoyée
      Solène: contestations
      Bot: Aucune contestation en cours.
    `,
      { ...told, users: { Claire: told.users.Claire!, Omar: told.users.Omar! } },
    );
    told = restart;
  });

  test('it is in the person’s data, and goes with them', async () => {
    await go(`
      Claire: mes données
      Bot: Je vous écris tout ici ?
      Claire: oui
      Bot: - Langue : français … hors de nos compétences (l'équipe du plan ESS, 2 mars 2015). … Les réponses que vous avez contestées … {cash} … demandé » « je parlais d'une avance, pas d'un fonds » … Réponse modifiée après relecture : « Une avance sera testée en 2016. »
      Omar: effacer
      Bot: J'efface tout ?
      Omar: oui
      Bot: C'est fait
    `);
    const left = await at.stage.read(async (tx) => {
      const disputes = await tx.disputes.of(at.stage.consultation.id);
      const words = disputes.flatMap(({ said }) => said.map((one) => one.words));
      return {
        outcomes: disputes.map(({ outcome }) => outcome),
        texts: [...(await tx.words.texts(words)).values()],
      };
    });
    expect(left.outcomes).toEqual(['changed', 'upheld']);
    expect(left.texts.filter((text) => text === null)).toHaveLength(1);
  });

  test('whoever takes over is not given what was disputed before them, nor the reply', async () => {
    await go(`
      Rachida: remplacer Claire 1 par Paul Martin, memory:paul-1
      Bot: Paul Martin parle désormais pour Organisation Claire 1
      Bot → Claire: Paul Martin prend votre suite
      Bot → Paul: Vous prenez la suite de Claire 1
    `);
    const disputed = (userId: string) =>
      at.stage.read(async (tx) => {
        const [person] = await tx.people.byAddress({ platform: 'memory', workspace: 'main', userId });
        const { consultation, clock, bot } = at.stage;
        const actor = { person: person!, partners: [] };
        const scene = { tx, consultation, actor, now: clock.now(), ids: bot.ids };
        return (await dossierOf(scene, person!, () => '')).disputes.map(({ number }) => number);
      });
    expect(await disputed('claire-1')).toEqual([1]);
    expect(await disputed('paul-1')).toEqual([]);
  });
});

journeys('disputing on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', async () => {
    const told = await at.story(`
      Joy: yes
      Bot: 1/
      Joy: solar panels on every school roof
      Bot: … {a}
      Rosa: close maatregelen: everybody answered
      Bot: is closed.
      Simon: synthesis
      Bot: preparing
      Bot → Simon: Draft no. 1.
    `);
    const draft = at.stage.platform.texts('simon').findLast((text) => text.includes('no disagreement'))!;
    const open = [...draft.matchAll(/“no disagreement (\S+)”/gu)].map(([, axis]) => axis!);
    const { bodies, path } = at.stage.content.rules.decisions;
    expect(bodies.length).toBeGreaterThan(0);
    const later = path.slice(1);
    await at.story(
      `
      ${axes(
        [...new Set(open)].filter((axis) => axis !== '3'),
        'Simon',
        'no disagreement',
        'Done.',
      )}
      Simon: sign
      Bot: Synthesis no. 1 is signed.
      Simon: debt
      Bot: 1 contribution still waits for a reply
      Simon: decide the rest not adopted: The roofs can't bear them.
      Bot: 1 proposal without a reply, from 1 person: not adopted … Shall I record it? [Record] [Cancel]
      Simon: yes
      Bot: Noted: 1 reply, not adopted.
      ${later.map((body) => `Simon: ratify ${body} ${new Date(at.stage.clock.now()).toISOString().slice(0, 10)}\n Bot: 1 reply recorded`).join('\n')}
      Simon: give back
      Bot: Shall I send it?
      Simon: yes
      Bot: 1 message
      Bot → Joy: ({a}): not adopted. … “dispute {a}”, and somebody else will read it again. … “rate” asks you three short questions … [Dispute a reply] [Rate the consultation]
      Joy: dispute {a}: the new school's roof can
      Bot: Noted. Somebody who had no part in the decision on {a} will read it again
      Bot → Elena: Dispute no. 1 is yours to read
      Elena: disputes
      Bot: 1 dispute under way: … no. 1, {a}: “the new school's roof can” (read by Elena
      Elena: answer dispute 1: upheld: That roof is rented.
      Bot: Dispute no. 1: the reply is on its way.
      Bot → Joy: You disputed the reply to {a}. … it stands (not adopted). “That roof is rented.”
    `,
      told,
    );
  });
});

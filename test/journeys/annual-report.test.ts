/** A year after the adoption: the report is drafted, made the staff's own, signed, and told to those it cites. */
import { expect, test } from 'vitest';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { journeys } from './harness.ts';

journeys('the annual report', { stories: 1 }, (at) => {
  test('a plan adjusted by what somebody said, and measured', async () => {
    const { bot, content, clock } = at.stage;
    const actions = content.plan.actions.map((action) =>
      action.key === 'emplois-partages'
        ? {
            ...action,
            calendar: { fr: '2013-2016', en: '2013-2016' },
            state: 'under-way' as const,
            indicators: action.indicators.map((one) => ({ ...one, target: 40 })),
          }
        : action,
    );
    const next = { ...content, version: 'with-targets', plan: { ...content.plan, actions } };
    const edge = { ids: bot.ids, now: clock.now(), salt: 'salt' };
    await bot.store.transaction((tx) => loadConsultation(tx, next, edge));
    await at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Un poste de comptable partagé entre nos petites associations.
      Bot: Noté, {post} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: Des locaux moins chers à Roubaix pour les associations.
      Bot: Noté, {rooms} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: bilan
      Bot: Il n'y a pas encore de bilan : « préparer le bilan 2016 » en rédige un.
      Solène: publier le bilan
      Bot: Il n'y a pas encore de bilan
      Solène: ajuster action emplois-partages
      Bot: Que devient
      Solène: renforcer 1
      Bot: Écrivez le nouveau texte.
      Solène: Deux groupements au lieu d'un.
      Bot: A-1
      Solène: citer A-1 : {post}
      Bot: D'après {post}.
      Solène: décider A-1 retenue : Demandé.
      Bot: A-1 : retenue
      Solène: entériner ajustements comite 01/03/2015
      Bot: C'est noté
      Solène: adopter le plan par conseil le 02/03/2015
      Bot: Version 3 du plan
    `);
  });

  test('drafted by the machine, from what is on record', () =>
    at.go(`
      Solène: mesure emplois-partages 9 le 1 mars 2015
      Bot: 9 postes
      Rachida: préparer le bilan
      Bot: Cette action est réservée à l'équipe.
      Solène: préparer le bilan 2019
      Bot: L'année 2019 n'a pas commencé.
      Solène: préparer le bilan 2015
      Bot: Bilan 2015 (n° 1), Plan métropolitain … 5. … action renforcée (A-1), le Conseil métropolitain, le 2 mars 2015. « Un poste de comptable partagé entre nos petites associations. » ({post}) … Postes partagés : 9 postes le 1er mars 2015, pour une cible de 40 postes (22 %), en retard. … Un indicateur demande l'attention … Reste dû, et le bilan le dit : l'équipe du plan ESS ({post}, {rooms}). … C'est un brouillon de la machine.
    `));

  test('edited in the words of a synthesis, taken back, read by a colleague, signed', async () => {
    const { body } = (await at.stage.read((tx) => tx.reports.latest(at.stage.consultation.id)))!;
    const [line] = body.axes.flatMap(({ lines }) => lines.filter(({ cites }) => cites.length > 0));
    await at.go(`
      Solène: bilan introduire : Une première année de mise en route.
      Bot: C'est fait.
      Solène: bilan reformuler ${line!.id} : Le groupement passe de un à deux, comme demandé.
      Bot: C'est fait.
      Étienne: bilan enlever 9.9
      Bot: Je ne trouve pas cette ligne. « bilan » donne les numéros.
      Solène: bilan relire Étienne
      Bot: Je demande une relecture à Étienne.
      Bot → Étienne: Solène vous demande de relire le brouillon n° 1 du bilan. … « bilan relu »
      Étienne: bilan relu sauf 5.1 : dire à qui il profite
      Bot: Merci, je transmets.
      Bot → Solène: Étienne a relu le brouillon n° 1 du bilan, avec une remarque : « 5.1 : dire à qui il profite »
      Étienne: bilan danser
      Bot: Pour le bilan : « bilan introduire : texte »
      Étienne: bilan montrer modifications
      Bot: Les modifications, la dernière d'abord : … Le groupement passe de un à deux … « bilan annuler modification » reprend la dernière.
      Étienne: bilan annuler modification
      Bot: La dernière modification est annulée
      Solène: publier le bilan
      Bot: Le bilan n° 1 n'est pas signé : « bilan signer » d'abord.
      Solène: bilan signer
      Bot: Bilan n° 1 signé. Empreinte … Relu par Étienne. … « publier le bilan » l'annonce à celles et ceux qu'il cite.
      Solène: bilan introduire : Trop tard.
      Bot: Ce bilan est signé : il ne change plus.
      Rachida: bilan
      Bot: Bilan 2015 (n° 1) … Une première année de mise en route. … « document bilan en pdf » l'envoie ici
    `);
    const synthesis = await at.stage.read((tx) => tx.syntheses.latest(at.stage.consultation.id));
    expect(synthesis).toBeNull();
  });

  test('not published over a debt, but for a reason that it shows; those it cites are told, with the document', async () => {
    await at.go(`
      Solène: publier le bilan
      Bot: Ce bilan ne se publie pas encore : il reste 2 contributions sans réponse. Qui doit quoi : … l'équipe du plan ESS, 2 : {post}, {rooms} … [Passer outre…] [Attendre]
      Solène: passer outre : Le Conseil veut le lire avant l'été.
      Bot: Le bilan 2015 est publié, et annoncé à 1 personne dont il cite les mots.
      Bot → Claire: Bonjour Claire. Le plan que vous avez nourri a son bilan : « Bilan 2015 – … ». Le voici. … Il cite votre proposition {post}.
      Solène: publier le bilan
      Bot: Le bilan n° 1 est déjà publié.
      Rachida: bilan
      Bot: Publié le 2 mars 2015.
    `);
    const file = at.stage.platform
      .inbox('claire-1')
      .flatMap((one) => one.file ?? [])
      .at(-1)!;
    expect(file.name).toBe('bilan-2015.html');
    const page = Buffer.from(file.content, 'base64').toString();
    expect(page).toContain('Une première année de mise en route.');
    expect(page).toMatch(/9\spostes le 1er mars 2015/u);
    expect(page).toContain('Le Conseil veut le lire avant l');
    expect(page).toMatch(/Signé par Solène le 2 mars 2015, relu par Étienne/u);
  });

  test('whoever it quotes is erased: the words and the name are gone from it and from the annex, all it counts and cites stays', async () => {
    const shown = async () => {
      await at.go(`
        Solène: document bilan en html
        Bot: Voici le document demandé
        Solène: document annexe en html
        Bot: Voici le document demandé
      `);
      const files = at.stage.platform.inbox('solene').flatMap((one) => one.file ?? []);
      return files.slice(-2).map(({ content }) => Buffer.from(content, 'base64').toString());
    };
    const said = 'comptable partagé entre nos petites associations';
    const [before, annexBefore] = await shown();
    expect(before).toContain(said);
    await at.go(`
      Claire: effacer
      Bot: J'efface tout ?
      Claire: oui
      Bot: C'est fait
    `);
    const [after, annexAfter] = await shown();
    for (const page of [after!, annexAfter!]) expect(page).not.toMatch(/comptable partagé|Claire/u);
    expect(after).toContain('[effacé]');
    const figures = (page: string) =>
      page.replaceAll(/<blockquote>.*?<\/blockquote>/gsu, '').match(/[PA]-\d+|\d+/gu);
    expect(figures(after!)).toEqual(figures(before!));
    // The plan itself holds no word of hers.
    expect(annexAfter).toBe(annexBefore);
    expect(annexAfter).toContain(at.told.refs.post);
  });
});

/** The committee decides: convened in chat, papers sent, objections met or set aside, a voice given, and what it decided. */
import { expect, test } from 'vitest';
import { minutesOf } from '../../src/app/committee/minutes.ts';
import { isRefusal } from '../../src/core/refusal.ts';
import { journeys } from './harness.ts';
import { quiet } from './story.ts';

const HOUR = 3_600_000;

journeys('a session of the committee', { stories: 1 }, (at) => {
  const steps = () =>
    at.stage.read(async (tx) => ({
      adjustments: await tx.adjustments.steps(at.stage.consultation.id),
      answers: await tx.decisions.of(at.stage.consultation.id),
    }));

  test('nothing to decide, nobody who sits: convening says what is missing', async () => {
    await at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: Un garage à vélos devant chaque mairie.
      Bot: Noté, {bikes} … 2/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: Des locaux moins chers à Roubaix pour les associations.
      Bot: Noté, {rooms} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: convoquer comite
      Bot: Jusqu'à quand ? « convoquer comite jusqu'au 13 mai ».
      Solène: convoquer comite jusqu'au 13 mai
      Bot: Personne ne siège encore
    `);
    const { stage } = at;
    const seat = (name: string, group: string, lang = 'fr') => ({
      name,
      lang,
      addresses: [
        {
          platform: stage.platform.name,
          workspace: 'main',
          userId: `${name.split(' ')[0]!.toLowerCase()}-1`,
        },
      ],
      roles: ['committee' as const],
      group,
      partner: null,
    });
    const [actors, elected] = stage.content.committee.groups.map(({ key }) => key);
    await stage.enrol([
      seat('Bruno Lemaire', actors!),
      seat('Nadia Amrani', elected!),
      seat('Karim Osman', elected!),
      seat('Helen Ward', actors!, 'en'),
    ]);
    await at.go(`
      Solène: convoquer comite jusqu'au 13 mai
      Bot: Rien n'attend « comite » : l'équipe se prononce d'abord
      Solène: convoquer conseil jusqu'au 13 mai
      Bot: « conseil » ne tient pas de séance ici
      Rachida: convoquer comite jusqu'au 13 mai
      Bot: Cette action est réservée à l'équipe.
      Solène: séance
      Bot: Aucune séance en cours.
      Bruno: séance
      Bot: Aucune séance en cours : je vous écrirai à la prochaine.
    `);
  });

  test('the team proposes, and convenes: a preview, then the papers in their exact texts', () =>
    at.go(`
      Solène: ajuster {cash}
      Bot: Qu'est-ce que cela change
      Solène: renforcer 1
      Bot: Écrivez le nouveau texte.
      Solène: Une avance versée sous 30 jours.↵budget : 110 k€
      Bot: A-1
      Solène: ajuster {rooms}
      Bot: Qu'est-ce que cela change
      Solène: ajouter
      Bot: Écrivez l'action
      Solène: Locaux partagés à Roubaix↵Ouvrir dix lieux gratuits.
      Bot: A-2
      Solène: décider A-1, A-2 retenue : Demandé par plusieurs partenaires.
      Bot: Reste à confirmer : le Comité métropolitain de l'ESS.
      Solène: décider {cash}, {rooms} retenue : Inscrite au projet de plan.
      Bot: retenue
      Solène: décider {bikes} hors de nos compétences : Le stationnement relève des communes.
      Bot: {bikes}
      Rachida: dette
      Bot: 3 contributions attendent encore une réponse … le Comité métropolitain de l'ESS, 3 : … 2 ajustements du plan attendent encore une instance : … le Comité métropolitain de l'ESS, 2 : A-1, A-2
      Solène: convoquer comite jusqu'au 13 mai
      Bot: Une séance : le Comité métropolitain de l'ESS, jusqu'au 13 mai 2015. … Par consentement … Quorum : 2 membres sur 4 ; 1 pouvoir par personne au plus. … Convoqué·es : … , 2 ; … , 2. … À décider : A-1 et A-2, et les réponses à 3 propositions. … On envoie ? … [Envoyer maintenant] [Annuler]
      Solène: non
      Bot: Entendu, personne n'est convoqué.
      Solène: convoquer comite jusqu'au 13 mai
      Bot: On envoie ?
      Solène: oui
      Bot: Séance n° 1 convoquée : 4 membres reçoivent les documents.
      Bot → Bruno: Bonjour Bruno. Le Comité métropolitain de l'ESS se prononce ici, jusqu'au 13 mai 2015 : 3 points, à votre rythme. … A-1, renforcer « Avance de trésorerie … budget : « 110 k€ » … D'après {cash}. … A-2, ajouter « Locaux partagés à Roubaix » … Les réponses proposées à 3 propositions : « retenue » pour 2, « hors de nos compétences » pour 1. … « D'accord » si vous pouvez vivre avec … « séance » … [Un par un] [D'accord sur tout]
      Bot → Nadia: Bonjour Nadia.
      Bot → Karim: Bonjour Karim.
      Bot → Helen: Hello Helen. The metropolitan ESS committee decides here, until 13 May 2015: 3 items, in your own time. … A-1, strengthen “ … The answers proposed to 3 proposals: … “Agree” if you can live with it … [One by one] [Agree to all]
      Étienne: convoquer comite jusqu'au 20 mai
      Bot: La séance n° 1 est en cours
      Étienne: modifier A-1 : budget : 90 k€
      Bot: A-1 est devant le Comité : « intégrer A-1 : texte »
    `));

  test('a member, point by point: an objection has its reason, and the team hears it without a name', () =>
    at.go(`
      Bruno [press]: Un par un
      Bot: 1/3 A-1, renforcer … [D'accord] [Objection] [Abstention]
      Bruno: euh, je ne sais pas trop
      Bot: 1/3 A-1
      Bruno [press]: D'accord
      Bot: C'est noté. A-1 : d'accord. … 2/3 A-2
      Bruno: objection
      Bot: Quelle est votre objection sur A-2 ?
      Bruno: Dix lieux gratuits, personne ne pourra les tenir.
      Bot: C'est noté. A-2 : objection. … 3/3 Les réponses proposées à 3 propositions … {cash}, {rooms} : retenue. Motif : Inscrite au projet de plan. … {bikes} : hors de nos compétences. Motif : Le stationnement relève des communes.
      Bot → Solène: Objection sur A-2 (Acteurs de l'ESS) : Dix lieux gratuits, personne ne pourra les tenir. … « intégrer A-2 : nouveau texte »
      Bruno: objection {bikes} : Certaines gares sont à la MEL.
      Bot: C'est noté. {bikes} : objection. … 3/3
      Bot → Solène: Objection sur {bikes} (Acteurs de l'ESS) : Certaines gares sont à la MEL. … « passer outre {bikes} : motif »
      Bruno: d'accord
      Bot: C'est noté. Les réponses : d'accord. … Vous avez répondu à tout, merci. Vous pouvez changer d'avis jusqu'au 13 mai 2015
      Bruno: séance
      Bot: Ce que vous avez dit : … A-1 : d'accord … A-2 : objection … les réponses : d'accord
      Claire: d'accord A-1
      Bot: …
    `));

  test('a voice given to another member, who may be one only, and carries it', () =>
    at.go(`
      Karim: pouvoir à Karim
      Bot: Votre voix est déjà la vôtre.
      Karim: pouvoir à personne-de-tel
      Bot: À qui ? Les membres de la séance : … Nadia Amrani
      Karim: pouvoir à Nadia
      Bot: C'est noté : Nadia Amrani parle pour vous là où vous ne dites rien.
      Bot → Nadia: Karim Osman vous confie sa voix
      Helen: proxy to Nadia Amrani
      Bot: That person already speaks for one member
      Helen: proxy to Karim
      Bot: That person has a proxy of their own
      Nadia: pouvoir à Bruno
      Bot: Vous portez la voix de quelqu'un
      Nadia [press]: D'accord sur tout
      Bot: C'est noté. Tous les points qui restaient : d'accord.
      Nadia: d'accord sur tout
      Bot: Vous avez déjà répondu à tout
    `));

  test('the team meets one objection with another text, and sets the other aside with a reason', () =>
    at.go(`
      Solène: séance
      Bot: Séance n° 1 : le Comité métropolitain de l'ESS, jusqu'au 13 mai 2015. … 3 membres sur 4 ont pris part (quorum : 2, atteint). … A-1 : 3 d'accord, 0 objection, 0 abstention, 1 sans réponse … A-2 : 2 d'accord, 1 objection … Objection sur A-2 (Acteurs de l'ESS) : Dix lieux … Objection sur {bikes} … « clore la séance »
      Solène: intégrer A-2 : Ouvrir deux lieux à loyer modéré.
      Bot: A-2 est reformulé, et la question reposée à 4 membres.
      Bot → Bruno: A-2 a été reformulé pour tenir compte d'une objection. D'accord avec ce texte ? … Ouvrir deux lieux à loyer modéré. … [D'accord] [Objection] [Abstention]
      Bot → Nadia: A-2 a été reformulé
      Bot → Karim: A-2 a été reformulé
      Bot → Helen: A-2 was reworded to meet an objection. Do you agree with this text?
      Bruno [press]: D'accord
      Bot: C'est noté. A-2 : d'accord. … Vous avez répondu à tout
      Nadia: séance
      Bot: 2/3 A-2
      Nadia: d'accord
      Bot: C'est noté. A-2 : d'accord.
      Helen: object A-1: It should be a loan.
      Bot: Noted. A-1: object. … 2/3
      Bot → Solène: Objection sur A-1 (Acteurs de l'ESS) : It should be a loan.
      Solène: passer outre A-1
      Bot: Dites pourquoi : « passer outre A-3 : motif »
      Solène: passer outre A-1 : C'est une avance remboursable, donc déjà un prêt.
      Bot: C'est noté : 1 objection écartée sur A-1, avec votre motif au procès-verbal.
      Solène: passer outre A-1 : encore
      Bot: Aucune objection n'y tient
      Solène: clore la séance
      Bot: 4 membres sur 4 ont pris part … A-1 : validation … A-2 : validation … les réponses : validation, sauf {bikes} … On clôt ? … [Clore]
      Solène: non
      Bot: Entendu, la séance continue.
    `));

  test('reminded the day before, it closes by itself: the body’s word is recorded, and each is told what was decided', async () => {
    const { stage } = at;
    const session = (await stage.read((tx) => tx.committee.current(stage.consultation.id)))!;
    expect((await steps()).adjustments.some(({ body }) => body === 'comite')).toBe(false);
    const after = async (at: number) => {
      stage.clock.leap(at);
      await stage.bot.tick();
      await stage.bot.tick();
      await quiet(stage);
    };
    const last = (user: string) => stage.platform.texts(user).at(-1)!.replaceAll('’', "'");
    await after(session.closesAt - 12 * HOUR);
    expect(last('helen-1')).toMatch(
      /^Hello Helen\. The session closes on 13 May 2015, and 2 items wait for you: “session”/u,
    );
    expect(last('bruno-1')).toContain('Vous avez répondu à tout');
    await at.go(`
      Helen: bonjour
      Bot: 2/3
    `);
    await after(session.closesAt + 1000);
    const bikes = at.told.refs.bikes!;
    const decided =
      /^Séance n° 1 close\.\s+Le Comité métropolitain de l'ESS valide A-1, A-2 et 2 réponses\.\s+Renvoyé à l'équipe : (P-\d+)\.\s/u;
    for (const user of ['bruno-1', 'nadia-1', 'karim-1', 'solene'])
      expect(decided.exec(last(user).replaceAll(/[\u00a0\u202f]/gu, ' '))?.[1], user).toBe(bikes);
    expect(last('bruno-1')).toContain("Merci d'y avoir pris part.");
    expect(last('solene')).toContain('Reste à confirmer');
    expect(last('helen-1')).toContain('agrees to A-1, A-2 and 2 answers.');
    await at.go(`
      Bruno: d'accord A-1
      Bot: Aucune séance n'est en cours.
      Nadia: procès-verbal
      Bot: Procès-verbal de la séance n° 1 : le Comité métropolitain de l'ESS, 14 mai 2015. … 4 membres sur 4 … A-1 : validation (3 pour, 1 contre, 0 abstention, 0 sans réponse) … A-2 : validation (3 pour, 0 contre … les réponses : validation … Objection sur A-1 (Acteurs de l'ESS) : It should be a loan. (écartée, motif noté)
      Solène: adopter le plan par conseil le 14/05/2015
      Bot: Version 2 du plan, adoptée par le Conseil métropolitain … avec A-1 et A-2.
    `);
    const { adjustments, answers } = await steps();
    const said = adjustments.filter(({ body }) => body === 'comite');
    expect(said.map(({ status, decidedOn, version }) => ({ status, decidedOn, version }))).toEqual([
      { status: 'adopted', decidedOn: '2015-05-13', version: 1 },
      { status: 'adopted', decidedOn: '2015-05-13', version: 2 },
    ]);
    expect(answers.filter(({ body }) => body === 'comite')).toHaveLength(2);
  });

  test('the team has the minutes as files, in the formats of offices too; members and facilitators are not given them', async () => {
    const names = () => at.stage.platform.inbox('solene').flatMap(({ file }) => file?.name ?? []);
    await at.go(`
      Solène: documents
      Bot: … « document procès-verbal » (PDF, Word, page web et Markdown)
      Solène: document procès-verbal
      Bot: Voici le document demandé : Procès-verbal de séance n° 1 (PDF).
      Solène: document annexe en word
      Bot: Voici le document demandé : Annexe de la délibération (Word).
      Rachida: document procès-verbal
      Bot: Cette action est réservée à l'équipe.
    `);
    expect(names().slice(-2)).toEqual(['proces-verbal-1.pdf', 'annexe.docx']);
  });

  test('a member is erased: their reasons are gone, what they said stays counted, and why it was set aside stays', async () => {
    const { stage } = at;
    const { consultation, bot } = stage;
    const member = (await stage.read((tx) => tx.people.find(consultation.id, 'Bruno Lemaire')))!;
    const [reason] = await stage.read(async (tx) => {
      const [session] = await tx.committee.of(consultation.id);
      return session!.positions.filter((one) => one.member === member.id).flatMap((one) => one.reason ?? []);
    });
    expect((await stage.read((tx) => tx.words.texts([reason!]))).get(reason!)).toContain('Dix lieux');
    await bot.store.transaction((tx) => tx.personal.erase(member.id, stage.clock.now(), []));
    expect((await stage.read((tx) => tx.words.texts([reason!]))).get(reason!)).toBeNull();
    await at.go(`
      Solène: procès-verbal
      Bot: 4 membres sur 4 … A-2 : validation (3 pour … Objection sur {bikes} (Acteurs de l'ESS) : [effacé]
    `);
    const minutes = await stage.read(async (tx) => {
      const person = (await tx.people.find(consultation.id, 'Solène'))!;
      const scene = {
        tx,
        consultation,
        actor: { person, partners: [] },
        now: stage.clock.now(),
        ids: bot.ids,
      };
      return minutesOf(scene, 1);
    });
    if (isRefusal(minutes)) throw new Error(minutes.code);
    expect(minutes.groups[0]!.members[0]).toEqual({ name: null, presence: 'present', proxy: null });
    expect(minutes.items.flatMap(({ objections }) => objections)).toMatchObject([
      { reason: 'It should be a loan.', became: 'overridden', override: expect.stringContaining('avance') },
      { reason: null, became: 'integrated' },
      { reason: null, became: 'standing', proposal: at.told.refs.bikes },
    ]);
    expect(minutes.items[1]!.reworded?.at(-1)?.after).toBe('Ouvrir dix lieux gratuits.');
  });
});

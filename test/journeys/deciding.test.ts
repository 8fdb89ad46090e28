/** A member of staff answers proposals one after the other, by words alone. */
import { expect, test } from 'vitest';
import { ref } from '../../src/core/ids.ts';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import { quiet } from './story.ts';

journeys('deciding', { stories: 5, everyDatabase: true }, (at) => {
  test('“décider” brings the first one; a number or a word, then a reason, and the next one comes', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a}
      Claire: un poste de comptable partagé entre quatre associations
      Bot: Noté, {b}
      Solène: décider
      Bot: 2 propositions attendent une réponse. La première : … {a} : « une avance de trésorerie … Que répond-on à {a} ? … 1. Retenue · 2. Retenue en partie · 3. Déjà engagée
      Solène: 3
      Bot: {a}, déjà engagée : pour quel motif ? … « annuler » pour ne rien noter.
      Solène: Le fonds de roulement existe depuis mars.
      Bot: {a} : déjà engagée, c'est noté … Dernière proposition sans réponse : … {b} : « un poste de comptable … Que répond-on à {b} ?
      Solène: plutôt oui
      Bot: …
      Solène: décider {b}
      Bot: Que répond-on à {b} ?
      Solène: retenue
      Bot: {b}, retenue : pour quel motif ?
      Solène: statut
      Bot: plan-actions
      Solène: décider {b} retenue
      Bot: {b}, retenue : pour quel motif ?
      Solène: annuler
      Bot: Rien n'est noté.
      Solène: décider {b} à étudier
      Bot: {b}, à étudier : pour quel motif ?
      Solène: Un chiffrage est demandé.
      Bot: {b} : à étudier, c'est noté … Toutes les propositions ont une réponse.
    `));

  test('the status and its reason in one go, proposals from one to another, and a day as people say it', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie en attendant les subventions
      Bot: Noté, {a}
      Claire: un poste de comptable partagé entre quatre associations
      Bot: Noté, {b}
      Claire: un marché des producteurs sur la place du quartier
      Bot: Noté, {c}
      Solène: décider
      Bot: Que répond-on à {a} ?
      Solène: Non retenue : le fonds existe déjà
      Bot: {a} : non retenue, c'est noté … Que répond-on à {b} ?
      Solène: décider {b} à {c} à étudier : un chiffrage est demandé
      Bot: {b}, {c} : à étudier, c'est noté
      Solène: entériner comite le 1er mars 2015
      Bot: 5 réponses enregistrées : le Comité métropolitain de l'ESS, 1er mars 2015.
      Solène: entériner conseil 2 mars sauf {c}
      Bot: 3 réponses enregistrées : le Conseil métropolitain, 2 mars 2015.
    `));

  test('what is known of a proposal is said before it is answered: the plan’s own action, where a project may go, one like it', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: une avance de trésorerie remboursée au versement de la subvention
      Bot: Noté, {cash}
      Claire: Nous portons un projet de conserverie solidaire à Hem.
      Bot: Noté, {project}
      Claire: une ligne de métro jusqu'à Wattrelos
      Bot: Noté, {metro}
      Claire: une ligne de métro jusqu'à Wattrelos et Roubaix
      Bot: Noté, {again}
      Solène: décider {cash}
      Bot: {cash} : « une avance … Le plan a déjà une action proche : « Avance de trésorerie sur subvention (exemple) ». … Que répond-on à {cash} ?
      Solène: annuler
      Bot: Rien n'est noté.
      Solène: décider {project}
      Bot: {project} : … C'est un projet : « Appel à projets Entreprendre autrement » peut l'accueillir. … Que répond-on à {project} ?
      Solène: annuler
      Bot: Rien n'est noté.
      Solène: décider {metro} hors de nos compétences : Cela relève de la Région.
      Bot: hors de nos compétences
      Solène: décider {again}
      Bot: {again} : … {metro}, qui lui ressemble, a été dite hors de nos compétences. … Que répond-on à {again} ?
    `));

  test('who facilitates without being staff records no decision', () =>
    at.story(`
      Rachida: décider
      Bot: …
    `));

  test('a form that comes back is taken once, and all of it goes with the person', async () => {
    const told = await at.story(`
      Omar: oui
      Bot: 1/6 :
    `);
    const { stage } = at;
    const userId = told.users.Omar!;
    const place = await stage.read(async (tx) => {
      const [person] = await tx.people.byAddress({ platform: 'memory', workspace: 'main', userId });
      const [partner] = await tx.people.partnersOf(person!.id);
      const [round] = await tx.rounds.of(stage.consultation.id);
      return `${round!.id}/${partner!.id}`;
    });
    const [first, second] = stage.content.rounds.find(({ key }) => key === 'plan-actions')!.prompts;
    const sent = {
      id: 'form-1',
      at: stage.clock.now(),
      platform: 'memory',
      workspace: 'main',
      from: { userId, automatic: false },
      place: { kind: 'direct', ref: stage.platform.direct('main', userId) },
      type: 'form',
      message: 'form-1',
      form: `answers/${stage.content.key}/${place}`,
      fields: [
        { key: first!.key, text: 'des ateliers de réparation de vélos à Hem' },
        { key: second!.key, text: 'une navette pour les zones d’activité' },
        { key: 'nothing-known', text: 'un champ que personne n’a demandé' },
      ],
    };
    await stage.bot.receive(sent);
    await stage.bot.receive(sent);
    const kept = () =>
      stage.read(async (tx) => {
        const [{ id } = { id: null }] = await tx.people.byAddress({
          platform: 'memory',
          workspace: 'main',
          userId,
        });
        return id === null ? [] : (await tx.personal.of(id)).words.map((row) => row.id);
      });
    const words = await kept();
    const texts = () => stage.read(async (tx) => [...(await tx.words.texts(words)).values()]);
    expect(await texts()).toEqual(expect.arrayContaining(sent.fields.map(({ text }) => text)));
    await quiet(stage);
    const receipts = stage.platform.texts(userId).filter((text) => text.includes('réparation de vélos'));
    expect(receipts).toHaveLength(1);
    expect(receipts[0]).toMatch(/J’y lis deux idées[\s\S]*une navette/u);
    await at.story(
      `
      Omar: effacer
      Bot: J'efface tout ?
      Omar [press]: Tout effacer
      Bot: …
    `,
      told,
    );
    expect((await texts()).filter((text) => text !== null)).toEqual([]);
  });
});

journeys('deciding the rest', { stories: 1 }, (at) => {
  test('many are said as ranges, and understood so', async () => {
    const ideas = [
      'une avance de trésorerie en attendant les subventions',
      'un poste de comptable partagé',
      'des locaux moins chers à Roubaix',
      'un annuaire des structures du quartier',
      'une monnaie locale',
      'un four à pain partagé',
      'une navette entre les zones d’activité',
      'un label pour les achats responsables',
      'une crèche d’entreprise',
      'un prêt sans intérêt pour démarrer',
      'une épicerie itinérante',
      'un guichet unique pour les dossiers',
    ];
    await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: ${ideas.map((idea) => `- ${idea}`).join('↵')}
      Bot: {first} … {last}
      Solène: décider le reste à étudier sauf P-0002 à P-0004, P-0007 : Un chiffrage est demandé.
      Bot: 8 propositions sans réponse … Sauf P-0002 à P-0004 et P-0007.
      Solène: annuler
      Bot: Rien n'est enregistré.
      Solène: décider le reste à étudier : Un chiffrage est demandé.
      Bot: 12 propositions sans réponse … Et aussi P-0009 à P-0012.
      Solène: aide
      Bot: « Écrire le plan d'actions » est ouvert. … « aide tours » … Vos 12 réponses préparées ne sont pas encore enregistrées : on enregistre ? [Enregistrer] [Annuler]
      Solène: décider P-0004
      Bot: Que répond-on à P-0004 ? … Vos 12 réponses préparées attendent : « enregistrer » y revient.
      Solène: annuler
      Bot: Rien n'est noté.
      Solène: enregistrer
      Bot: 12 propositions sans réponse … Et aussi P-0009 à P-0012. … Un chiffrage est demandé. … On enregistre ? [Enregistrer] [Annuler]
      Solène: décider P-0004
      Bot: Que répond-on à P-0004 ?
      Solène [late On_enregistre]: Enregistrer
      Bot: C'est noté : 12 réponses
      Solène: enregistrer
      Bot: Aucune réponse n'attend d'être enregistrée.
    `);
  });
});

journeys('deciding a theme', { stories: 1 }, (at) => {
  test('but for some of it: shown, then recorded for the others alone, and the exception is answered by itself', async () => {
    const told = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: Une avance de trésorerie tant que les subventions n'arrivent pas.
      Bot: Noté, {fund} … 2/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: Un prêt de trésorerie en attendant les subventions de la métropole.
      Bot: Noté, {loan} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
    `);
    await at.story(
      `
      Solène: titrer 1.1 : Avancer la trésorerie
      Bot: 1.1 a son titre.
      Solène: décider thème 1.1 à étudier sauf {loan} : Un chiffrage est demandé.
      Bot: 2 propositions sans réponse, de 2 personnes : à étudier (l'équipe du plan ESS, … {cash}, « Une avance … {fund}, « Une avance … Sauf {loan}. … On enregistre ? [Enregistrer] [Annuler]
      Solène [press]: Enregistrer
      Bot: C'est noté : 2 réponses, à étudier.
      Solène: dette
      Bot: 3 contributions attendent encore une réponse, depuis aujourd'hui : … l'équipe du plan ESS, 1 : {loan} … le Comité métropolitain de l'ESS, 2 : {cash}, {fund}
      Solène: décider thème Avancer la trésorerie déjà engagée : Un fonds régional existe.
      Bot: 1 proposition sans réponse, d'une seule personne : déjà engagée … {loan}, « Un prêt … Déjà répondu, rien n'y change : {cash} et {fund}. … On enregistre ?
      Solène: oui
      Bot: C'est noté : 1 réponse, déjà engagée.
    `,
      told,
    );
    const recorded = await at.stage.read(async (tx) => {
      const rows = await tx.proposals.of(at.stage.consultation.id);
      const decisions = await tx.decisions.of(at.stage.consultation.id);
      return decisions.map(({ proposalId, status }) => [
        ref(rows.find(({ id }) => id === proposalId)!.number),
        status,
      ]);
    });
    expect(recorded.sort()).toEqual([
      [told.refs.cash, 'to-be-studied'],
      [told.refs.fund, 'to-be-studied'],
      [told.refs.loan, 'under-way'],
    ]);
  });
});

journeys('deciding on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English: one after the other, a number or a word, then a reason', () =>
    at.story(`
      Joy: yes
      Bot: 1/4:
      Joy: solar panels on every school roof
      Bot: {a}
      Joy: a battery for the neighbourhood
      Bot: {b}
      Simon: decide
      Bot: 2 proposals await a reply. The first: … {a}: “solar panels … What is the reply to {a}? … 1. Adopted
      Simon: 3
      Bot: {a}, already under way: for what reason? … “cancel” to record nothing.
      Simon: Two roofs carry them since March.
      Bot: {a}: already under way, noted. … The last proposal without a reply: … {b}: “a battery … What is the reply to {b}?
      Simon: adopted
      Bot: {b}, adopted: for what reason?
      Simon: cancel
      Bot: Nothing is recorded.
      Simon: decide {b} to be studied
      Bot: {b}, to be studied: for what reason?
      Simon: Its price is being asked for.
      Bot: {b}: to be studied, noted. … Every proposal has a reply. “give back” shows what will be sent.
    `));
});

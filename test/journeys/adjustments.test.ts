/** From what people said to the adopted plan: adjustments drafted, decided body after body, and applied. */
import { expect, test } from 'vitest';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { journeys } from './harness.ts';

journeys('adjusting the plan', { stories: 1 }, (at) => {
  const versions = () => at.stage.read((tx) => tx.plans.of(at.stage.consultation.id));

  test('people speak, and a synthesis is drafted', () =>
    at.go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: Un fonds qui avance la trésorerie des associations tant que les subventions n'arrivent pas.
      Bot: Noté, {fund} … 2/6 :
      Lucie: oui
      Bot: 1/6 :
      Lucie: Des locaux moins chers à Roubaix pour les associations.
      Bot: Noté, {rooms} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: ajustements
      Bot: Aucun ajustement. « ajuster thème 2.1 »
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
    `));

  test('drafted in two steps from a theme: what changes, then the text', () =>
    at.go(`
      Rachida: ajuster thème 1.1
      Bot: Cette action est réservée à l'équipe.
      Solène: ajuster thème 9.9
      Bot: Je ne trouve pas cette ligne.
      Solène: ajuster thème 1.1
      Bot: propositions : … {cash}, « Une avance … Qu'est-ce que cela change au plan ? … 1. Avance de trésorerie sur subvention (exemple) (proche de … sûr à … 2. Soutien aux réseaux de l'ESS … « ajouter » pour une action nouvelle, ou « modifier 1 » … [Ajouter] [Annuler]
      Solène: renforcer 20
      Bot: Laquelle ? Par exemple « renforcer 1 », jusqu'à « renforcer 8 ».
      Solène: statut
      Bot: clos
      Solène: renforcer 1
      Bot: Aujourd'hui : « Exemple inventé. Une avance … Écrivez le nouveau texte. … « budget : 110 k€ »
      Solène: Une avance versée sous 30 jours, remboursée quand la subvention arrive.↵budget : 110 k€
      Bot: A-1, renforcer « Avance de trésorerie sur subvention (exemple) » (axe 1). … description : « Exemple inventé. Une avance remboursée au versement de la subvention. » devient « Une avance versée sous 30 jours, remboursée quand la subvention arrive. » … budget : « 110 k€ » … D'après {cash} … En préparation. … « modifier A-1 : texte »
    `));

  test('a new action from a proposal, one dropped, one given up', () =>
    at.go(`
      Solène: ajuster {rooms}
      Bot: 1 proposition : … Qu'est-ce que cela change au plan ? … Rien dans le plan ne semble en parler … 1. 
      Solène [press]: Ajouter
      Bot: Écrivez l'action : son titre
      Solène: Locaux partagés à Roubaix↵Ouvrir deux lieux à loyer modéré.↵opérateur : MEL et Ville de Roubaix
      Bot: A-2, ajouter « Locaux partagés à Roubaix » (axe … intitulé : « Locaux partagés à Roubaix » … description : « Ouvrir deux lieux … opérateur : « MEL et Ville de Roubaix » … D'après {rooms}.
      Solène: ajuster action faites-de-less
      Bot: Que devient « Faites de l'ESS » ? … [Modifier] [Renforcer] [Retirer] [Annuler]
      Solène [press]: Retirer
      Bot: A-3, retirer « Faites de l'ESS » (axe 4). … Aucune proposition citée : « citer A-3 : P-0042 »
      Solène: décider A-3 retenue : Les communes s'en chargent.
      Bot: A-3 ne cite aucune proposition
      Solène: retirer A-3
      Bot: A-3 est retiré.
      Solène: A-3
      Bot: Retiré.
      Solène: retirer A-3
      Bot: A-3 a été retiré.
      Solène: ajuster action chaire-ess
      Bot: Que devient
      Solène: non
      Bot: Entendu, rien n'est préparé.
      Solène: ajuster action rien-de-tel
      Bot: Le plan n'a pas d'action « rien-de-tel ».
    `));

  test('edited, cited, and what is left untouched', () =>
    at.go(`
      Étienne: modifier A-2 : budget : 80 k€
      Bot: A-2, ajouter « Locaux partagés à Roubaix » … description : « Ouvrir deux lieux … budget : « 80 k€ »
      Étienne: citer A-2 : {cash}
      Bot: D'après {rooms} et {cash}.
      Étienne: ne plus citer A-2 : {cash}
      Bot: D'après {rooms}.
      Étienne: ne plus citer A-2 : {cash}
      Bot: A-2 ne cite pas {cash}.
      Étienne: citer A-2 : P-9999
      Bot: P-9999
      Rachida: couverture
      Bot: 2 ajustements, d'après 3 propositions sur 3. … Axes sans ajustement : … 4 (
      Rachida: ajustements
      Bot: 2 ajustements : … A-1, renforcer « Avance de trésorerie … En préparation. … A-2, ajouter « Locaux partagés à Roubaix » … « couverture »
    `));

  test('each body in its turn: nothing is adopted before', async () => {
    await at.go(`
      Solène: adopter le plan par conseil le 01/03/2015
      Bot: Aucun ajustement n'est prêt à être adopté
      Solène: entériner ajustements comite 01/03/2015
      Bot: Aucune réponse n'attend
      Solène: décider A-1, A-2 retenue : Demandé par plusieurs partenaires.
      Bot: A-1 et A-2 : retenue … Reste à confirmer : le Comité métropolitain de l'ESS.
      Solène: décider A-1 retenue par conseil le 01/03/2015 : trop vite
      Bot: A-1
      Solène: entériner ajustements comite 01/03/2015
      Bot: C'est noté : le Comité métropolitain de l'ESS confirme A-1 et A-2 (1er mars 2015).
      Étienne: modifier A-2 : budget : 90 k€
      Bot: En préparation.
      Solène: ajustements
      Bot: A-1 … Retenue (le Comité métropolitain de l'ESS, 1er mars 2015). Reste à confirmer : le Conseil métropolitain. … A-2 … En préparation.
      Solène: adopter le plan par comite le 02/03/2015
      Bot: Le plan est adopté par la dernière instance : « conseil ».
      Solène: adopter le plan par conseil le 02/03/2015
      Bot: Version 2 du plan, adoptée par le Conseil métropolitain le 2 mars 2015, avec A-1. … Restent en dehors : A-2. … « comparer plan 1 et 2 »
      Solène: modifier A-1 : autre chose
      Bot: A-1 est dans la version 2 du plan, adoptée : il ne change plus.
      Solène: retirer A-1
      Bot: A-1 est dans la version 2
      Solène: adopter le plan par conseil le 02/03/2015
      Bot: Aucun ajustement n'est prêt
    `);
    const [first, second] = await versions();
    expect(second).toMatchObject({
      origin: 'adoption',
      decision: { body: 'conseil', decidedOn: '2015-03-02' },
    });
    expect(second!.plan.actions).toHaveLength(first!.plan.actions.length);
    const adopted = second!.plan.actions.find(({ key }) => key === 'avance-tresorerie')!;
    expect(adopted.budget).toMatchObject({ amounts: [{ euros: 110_000 }] });
    expect(adopted.description).toHaveProperty('words');
  });

  test('the plan shows it, version by version, and loading the folder again changes nothing', async () => {
    await at.go(`
      Rachida: comparer plan 1 et 2
      Bot: De la version 1 à la version 2. 1 action modifiée. 9 inchangées. … « Avance de trésorerie sur subvention (exemple) » : description : « Exemple … devient « Une avance versée sous 30 jours, remboursée quand la subvention arrive. » ; budget ajouté, « 110 k€ ».
      Rachida: plan avance-tresorerie
      Bot: description : Une avance versée sous 30 jours … budget : 110 k€
      Rachida: plan versions
      Bot: version 2, adoptée par le Conseil métropolitain le 2 mars 2015
      Rachida: A-1
      Bot: Dans la version 2 du plan.
    `);
    const { bot, content, clock } = at.stage;
    const other = {
      ...content,
      version: 'other',
      plan: { ...content.plan, label: { fr: 'Autre', en: 'Other' } },
    };
    const edge = { ids: bot.ids, now: clock.now(), salt: 'salt' };
    await bot.store.transaction((tx) => loadConsultation(tx, other, edge));
    expect(await versions()).toHaveLength(2);
  });

  test('who wrote it is erased: what stands stays, what was withdrawn goes, and people’s words are theirs', async () => {
    const { bot, consultation } = at.stage;
    const words = await at.stage.read(async (tx) => {
      const all = await tx.adjustments.of(consultation.id);
      const of = (number: number) =>
        Object.values(all.find((one) => one.number === number)!.versions[0]!.fields);
      return { stands: of(1), adds: of(2) };
    });
    await at.go(`
      Solène: ajuster {rooms}
      Bot: Qu'est-ce que cela change
      Solène: ajouter
      Bot: Écrivez l'action
      Solène: Une action sans lendemain
      Bot: A-4
      Solène: retirer A-4
      Bot: A-4 est retiré.
    `);
    const gone = await at.stage.read(async (tx) =>
      Object.values((await tx.adjustments.of(consultation.id)).at(-1)!.versions[0]!.fields),
    );
    const person = (await at.stage.read((tx) => tx.people.find(consultation.id, 'Solène')))!;
    await bot.store.transaction((tx) => tx.personal.erase(person.id, at.stage.clock.now(), []));
    const texts = await at.stage.read((tx) => tx.words.texts([...words.stands, ...words.adds, ...gone]));
    expect(words.stands.concat(words.adds).map((id) => texts.get(id) === null)).not.toContain(true);
    expect(gone.map((id) => texts.get(id))).toEqual([null]);
  });
});

/** What a table of a workshop said is the table's: its attendees read it, count as heard, and are given the answers. */
import { expect, test } from 'vitest';
import { answersFor } from '../../src/app/decision/restitution.ts';
import { showSynthesis } from '../../src/app/synthesis/show-synthesis.ts';
import { takeSnapshot } from '../../src/app/synthesis/snapshot.ts';
import { journeys } from './harness.ts';
import { WINDHAVEN } from './stage.ts';
import type { Told } from './story.ts';

const TABLE = 'table « atelier du 12 mars, table 3 »';

journeys('a table', { stories: 4 }, (at) => {
  const answered = () =>
    at.stage.read(async (tx) => {
      const { base } = await takeSnapshot(tx, at.stage.consultation);
      return base.reduce((sum, { answered }) => sum + (answered ?? 0), 0);
    });
  let people: Told;
  const row = (ref: string) =>
    at.stage.read(
      async (tx) => (await tx.proposals.byNumber(at.stage.consultation.id, Number(ref.slice(2))))!,
    );

  test('entered with who was there; those known read it, count as heard, and one corrects', async () => {
    const before = await answered();
    people = await at.story(`
      Claire: oui
      Bot: 1/6 :
      Omar: plus tard
      Bot: Entendu
      Rachida: table
      Bot: Pour noter ce qu'une table a dit
      Rachida: ${TABLE} : Claire 1, Jeanne Inconnue↵une halle couverte
      Bot: Je ne connais ni personne, ni structure, ni collège de ce nom ; rien n'est noté : « Jeanne Inconnue »
      Rachida: ${TABLE} : Claire 1, Omar 1, Organisation Lucie 1, 4 territoires↵- une halle couverte pour les producteurs↵- un camion frigorifique partagé
      Bot: Noté pour cette table : … {a}, « une halle couverte pour les producteurs » … {b} … Je montre ce qui est noté à 2 personnes de cette table, qui recevront aussi les réponses. Dans la journée, « retirer {a} »
      Bot → Claire: Bonjour Claire. Rachida, de l'équipe d'animation, a noté ce qui s'est dit à votre table, « atelier du 12 mars, table 3 » : … {a} … {b} … Est-ce bien ce qui s'est dit ? [Oui] [Corriger]
      Bot → Omar: Est-ce bien ce qui s'est dit ?
      Claire: oui
      Bot: Merci de l'avoir relu.
      Claire: mes données
      Bot: Je vous écris tout ici ?
      Claire: oui
      Bot: Les tables d'atelier où vous étiez … « atelier du 12 mars, table 3 » … ({a}, {b}), relu par vous
      Omar [press]: Corriger
      Bot: Écrivez ce qu'il faut changer
      Omar: le camion était pour les maraîchers seulement
      Bot: c'est transmis à l'équipe
      Rachida: doutes
      Bot: « le camion était pour les maraîchers seulement »
      Rachida: doute 1
      Bot: C'est la table « atelier du 12 mars, table 3 » : … {a} … {b} … « corriger {a} : texte » réécrit ce qui est noté (ou {b}), et le montre à toute la table.
      Rachida: corriger {b} : un camion frigorifique partagé, pour les maraîchers seulement
      Bot: {b} est réécrite, sa version d'avant est gardée. Je la montre à 2 personnes de cette table. … Rien n'attend votre avis.
      Bot → Claire: Bonjour Claire. Rachida, de l'équipe d'animation, a corrigé ce qui est noté de votre table, « atelier du 12 mars, table 3 » : … {b}, « un camion frigorifique partagé, pour les maraîchers seulement » … Est-ce bien ce qui s'est dit ?
      Bot → Omar: {b}, « un camion frigorifique partagé, pour les maraîchers seulement »
      Claire: mes données
      Bot: Je vous écris tout ici ?
      Claire: non
      Bot: …
      Claire: oui
      Bot: Merci de l'avoir relu.
      Omar: oui
      Bot: Merci de l'avoir relu.
      Claire: un comptable partagé entre quatre associations
      Bot: Noté, {own}
    `);
    const told = people;
    // Claire was to answer anyway; Omar is heard by his table alone.
    expect(await answered()).toBe(before + 2);
    const proposal = await row(told.refs.a!);
    expect(proposal.partnerId).toBeNull();
    expect(proposal.endorsers).toHaveLength(2);

    await at.story(
      `
      Rachida: Table "Atelier du 12 mars, table 3" : Lucie 1↵un marché de nuit
      Bot: Ajouté à cette table : … {c}, « un marché de nuit »
      Bot → Claire: {c}
      Bot → Omar: {c}
      Bot → Lucie: Bonjour Lucie
      Bot → Lucie: {c}
      Claire: mes propositions
      Bot: {own}
      Rachida: retirer {c}
      Bot: {c} est retirée
    `,
      told,
    );
    expect((await row(told.refs.a!)).endorsers).toHaveLength(3);
    expect((await at.stage.read((tx) => tx.tables.of(at.stage.consultation.id))).length).toBe(1);
    const [table] = await at.stage.read((tx) => tx.tables.of(at.stage.consultation.id));
    const college = at.stage.content.colleges.find(({ key }) => key === 'territoires')!.key;
    expect(table!.attendees).toContainEqual({ college, people: 4 });
  });

  test('a day later it is not taken back any more; a partner enters none', async () => {
    const told = await at.story(`
      Rachida: table "table 9" : Kate 1↵a shared kitchen in each town
      Bot: {a}
      Bot → Kate: Hello Kate
      Bot → Kate: Is that what was said?
      Tom: yes
      Bot: 1/6:
      Tom: table "mine": Kate 1↵a bank
      Bot: {mine}
    `);
    at.stage.clock.leap(at.stage.clock.now() + 86_400_001);
    await at.story(
      `
      Rachida: retirer {a}
      Bot: {a} a été notée il y a plus d'une journée
    `,
      told,
    );
  });

  test('quoted in the synthesis as the table’s, and its attendees are given the answers', async () => {
    const { stage } = at;
    const before = await answered();
    await at.story(
      `
      Rachida: clore plan-actions : tout est dit
      Bot: est clos
      Rachida: ${TABLE} : Claire 1↵une crèche d'entreprise
      Bot: Ajouté à cette table, hors délai
      Bot → Claire: crèche
      Bot → Omar: crèche
      Rachida: table « table 20 » : Omar 4↵une épicerie itinérante
      Bot: Noté pour cette table, hors délai … {late}
      Rachida: accepter {late}
      Bot: {late} est acceptée et compte.
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
    `,
      people,
    );
    expect(await answered(), 'whoever sat at a late table is heard once it is accepted').toBe(before + 1);
    const { documents } = await stage.read(async (tx) => {
      const [person] = await tx.people.withRole(stage.consultation.id, 'staff');
      const scene = {
        tx,
        consultation: stage.consultation,
        actor: { person: person!, partners: [] },
        now: stage.clock.now(),
        ids: stage.bot.ids,
      };
      return { documents: JSON.stringify(await showSynthesis(scene, 'internal')) };
    });
    expect(documents).toContain('"by":"atelier du 12 mars, table 3"');
    const told = await stage.read(async (tx) => {
      const rows = await tx.proposals.of(stage.consultation.id);
      const omar = (await tx.people.partners(stage.consultation.id)).find(
        ({ person }) => person.name === 'Omar 1',
      )!;
      const decided = new Map(
        rows.map((one) => [one.id, { proposal: one, mergedInto: null, step: {} as never }]),
      );
      return answersFor(omar.id, rows, decided).map(({ proposal }) => proposal.table);
    });
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(told.every((table) => typeof table === 'string')).toBe(true);
  });

  test('somebody of a table is erased: their name leaves what the team entered, what was said stays', async () => {
    await at.stage.read(async (tx) => {
      const [table] = await tx.tables.of(at.stage.consultation.id);
      const omar = (await tx.people.partners(at.stage.consultation.id)).find(
        ({ person }) => person.name === 'Omar 1',
      )!;
      await tx.personal.erase(omar.person.id, at.stage.clock.now(), []);
      const ids = await tx.tables.proposals(table!.id);
      const first = (await tx.proposals.byId(ids[0]!))!;
      const { words, start, end } = first.versions[0]!;
      expect((await tx.words.texts([words])).get(words)!.slice(start, end)).toContain('halle couverte');
      expect(first).toMatchObject({ state: 'submitted' });
      expect(first.endorsers).toContain(omar.id);
    });
  });
});

journeys('a table, on an island', { world: WINDHAVEN, stories: 1 }, (at) => {
  test('in English', () =>
    at.story(`
      Rosa: table "workshop of 3 May, table 1": Joy 1, Organisation Ravi 1↵a ferry that runs at night
      Bot: Noted for this table: … {a} … 1 person at this table will be shown what was noted, and given the replies.
      Bot → Joy: …
      Bot → Joy: Hello Joy. Rosa from the facilitation team noted what was said at your table, “workshop of 3 May, table 1”: … {a} … Is that what was said? [Yes] [Correct]
      Joy: yes
      Bot: Thank you for reading it.
      Rosa: moderate {a}: It names somebody.
      Bot: {a} will be neither quoted
      Bot → Joy: Hello Joy. The team has decided not to publish {a}. The reason: … “It names somebody.” … It had been noted at your table. If you disagree, write to me why
      Rosa: publish {a}: It no longer does.
      Bot: {a} is published again
      Bot → Joy: {a} is published again
      Rosa: withdraw {a}
      Bot: {a}
    `));
});

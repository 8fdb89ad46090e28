/** Themes last: the team names, merges and moves; what comes later joins them; nothing of it is undone by the machine. */
import { expect, test } from 'vitest';
import { importProposals } from '../../src/app/proposal/import-proposals.ts';
import type { Ref } from '../../src/core/ids.ts';
import { membersOf } from '../../src/core/theme/model.ts';
import { journeys } from './harness.ts';
import type { Stage } from './stage.ts';

const CASH = [
  'une avance de trésorerie en attendant les subventions',
  'avancer la trésorerie des associations tant que la subvention n’est pas versée',
  'la trésorerie manque : une avance remboursable sur les subventions',
];
const ROOMS = [
  'des locaux moins chers à Roubaix pour les ateliers de réparation',
  'partager des locaux entre ateliers de réparation',
  'trouver des locaux pour les ateliers',
];
const LATER = [
  'une avance sur la trésorerie, remboursée avec la subvention',
  'des locaux partagés, des ateliers ouverts le soir',
];

/** Texts that people filed on the first axis. */
const filed = (stage: Stage, texts: readonly string[], from: number) =>
  stage.bot.store.transaction(async (tx) => {
    const address = { platform: stage.platform.name, workspace: 'main', userId: 'solene' };
    const [person] = await tx.people.byAddress(address);
    const { consultation, bot } = stage;
    const actor = { person: person!, partners: [] };
    const tag = { dimension: 'axis', value: '1', source: 'facilitator', confidence: 1, main: true } as const;
    const rows = texts.map((text, n) => ({
      ...{ lang: 'fr', start: 0, end: text.length, tags: [tag], axis: '1', label: null },
      ...{ line: n + 1, id: `text-${from + n}`, text, unread: [], because: [] },
    }));
    const scene = { tx, consultation, actor, now: bot.clock.now(), ids: bot.ids };
    return importProposals(scene, rows, 'college');
  });

/** The references in each theme, under its number. */
const content = (stage: Stage): Promise<Record<string, Ref[]>> =>
  stage.read(async (tx) => {
    const all = await tx.themes.of(stage.consultation.id);
    const names = new Map(
      (await tx.proposals.of(stage.consultation.id)).map((row) => [
        row.id,
        `P-${String(row.number).padStart(4, '0')}` as Ref,
      ]),
    );
    return Object.fromEntries(
      all.themes.map(({ id, number }) => [
        `T${number}`,
        membersOf(all, id)
          .map(({ proposal }) => names.get(proposal)!)
          .sort(),
      ]),
    );
  });

journeys('themes that last', { stories: 3 }, (at) => {
  const P = ['P-0001', 'P-0002', 'P-0003', 'P-0004', 'P-0005', 'P-0006', 'P-0007', 'P-0008'];

  test('they are looked for when somebody asks; then the team sees them, and who is in none', async () => {
    await filed(at.stage, [...CASH, ...ROOMS, 'une monnaie locale'], 1);
    await at.go(`
      Rachida: annuler thème
      Bot: rien à annuler
      Rachida: thèmes
      Bot: Je cherche ce qui se ressemble
      Bot: Axe 1 … T1 … (3 propositions : … T2 … (3 propositions : … Dans aucun thème : P-0007
      Rachida: chercher les thèmes
      Bot: Je cherche ce qui se ressemble
      Bot: Axe 1 … T1 … (3 propositions : … T2 … (3 propositions : …
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
      Rachida: les thèmes
      Bot: Axe 1 … T1 … (3 propositions : … T2 … (3 propositions : … Dans aucun thème : P-0007
    `);
    const themes = await content(at.stage);
    expect([themes.T1, themes.T2].toSorted()).toEqual([P.slice(0, 3), P.slice(3, 6)]);
  });

  test('renamed, moved, taken back: the next draft goes by it, and what comes joins its theme', async () => {
    const themes = await content(at.stage);
    const [cash, rooms] = themes.T1!.includes('P-0001' as Ref) ? ['T1', 'T2'] : ['T2', 'T1'];
    await at.go(`
      Rachida: renommer ${cash} : Avancer ce qui est promis
      Bot: C'est renommé … ${cash} · « Avancer ce qui est promis » (3 propositions
      Rachida: fusionner ${rooms} dans ${cash}
      Bot: C'est réuni … (6 propositions, placées par l'équipe
      Rachida: annuler thème
      Bot: Le dernier changement est annulé.
      Rachida: P-0006 dans ${cash}
      Bot: C'est déplacé … ${cash} … (4 propositions, dont 1 placée par l'équipe
      Rachida: P-0006 dans ${cash}
      Bot: déjà rangée dans ${cash}
      Rachida: P-0007 nouveau thème
      Bot: C'est déplacé … T3 … (1 proposition, placée par l'équipe : P-0007)
      Rachida: T9
      Bot: Je ne trouve pas T9
      Rachida: ${cash}
      Bot: P-0006, « trouver des locaux pour les ateliers » … (placée par l'équipe)
    `);
    await filed(at.stage, LATER, 8);
    await at.go(`
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Avancer ce qui est promis … Brouillon n° 1.
    `);
    expect(await content(at.stage)).toEqual({
      [cash!]: ['P-0001', 'P-0002', 'P-0003', 'P-0006', 'P-0008'],
      [rooms!]: ['P-0004', 'P-0005', 'P-0009'],
      T3: ['P-0007'],
    });
  });

  test('a title given to a draft is the theme’s own, until it is taken back there', async () => {
    const named = async () => {
      const { themes } = await at.stage.read((tx) => tx.themes.of(at.stage.consultation.id));
      return at.stage.read((tx) =>
        tx.words.texts(themes.flatMap(({ title }) => title ?? [])).then((texts) => [...texts.values()]),
      );
    };
    await at.go(`
      Solène: titre 1.2 : Des lieux pour réparer
      Bot: 1.2 a son titre
    `);
    expect(await named()).toContain('Des lieux pour réparer');
    await at.go(`
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Des lieux pour réparer … Brouillon n° 1.
      Solène: intituler 1.2 : Des lieux
      Bot: 1.2 a son titre
      Solène: annuler modification
      Bot: …
    `);
    expect(await named()).toEqual(['Avancer ce qui est promis', 'Des lieux pour réparer']);
  });

  test('why they are together, and what a line rests on, is told word for word', async () => {
    const themes = await content(at.stage);
    const cash = themes.T1!.includes('P-0001' as Ref) ? 'T1' : 'T2';
    await at.go(`
      Rachida: pourquoi ${cash} ?
      Bot: ${cash}, 5 propositions. Ce qui les rapproche … P-0001, « une avance … par « avance … P-0006, « … placée par l'équipe … « P-0042 dans T2 »
      Solène: pourquoi 1.1
      Bot: 1.1, 5 propositions. Ce qui les rapproche … trésorerie … Son titre est de l'équipe.
      Solène: reformuler 1.1 : Avancer l'argent promis.
      Bot: …
      Solène: pourquoi 1.1 ?
      Bot: Sa phrase est de l'équipe
      Solène: sans désaccord 2 et 3
      Bot: « sans désaccord 1, 4, 5 »
      Solène: sans désaccord partout
      Bot: …
      Solène: pourquoi 9.9
      Bot: Je ne trouve pas cette ligne
    `);
  });

  test('split and pinned, they stay as they were put when more is said', async () => {
    const before = await content(at.stage);
    const [cash, rooms] = before.T1!.includes('P-0001' as Ref) ? ['T1', 'T2'] : ['T2', 'T1'];
    await at.go(`
      Rachida: scinder ${cash} : P-0001, P-0008
      Bot: C'est séparé … T4 … (2 propositions, placées par l'équipe : P-0001, P-0008)
      Rachida: épingler ${rooms}
      Bot: C'est épinglé, la machine n'y touchera plus … ${rooms}
    `);
    await filed(
      at.stage,
      ['une avance de trésorerie sur la subvention, des locaux et des ateliers ouverts'],
      20,
    );
    await at.go(`
      Rachida: chercher thèmes
      Bot: Je cherche ce qui se ressemble
      Bot: Axe 1 …
    `);
    const after = await content(at.stage);
    expect(after.T4).toEqual(expect.arrayContaining(['P-0001', 'P-0008']));
    expect(after[cash!]).toEqual(expect.arrayContaining(['P-0002', 'P-0003', 'P-0006']));
    expect(after[rooms!]).toEqual(expect.arrayContaining(before[rooms!]!));
    expect(Object.values(after).flat()).toContain('P-0010');
  });

  test('each change is on record, under who made it', async () => {
    const acts = await at.stage.read((tx) => tx.acts.of(at.stage.consultation.id));
    const done = acts.filter(({ verb }) => verb.startsWith('theme.'));
    expect(done.map(({ verb, refs }) => refs.does ?? verb)).toEqual([
      'rename',
      'merge',
      'theme.undo',
      'move',
      'move',
      'split',
      'pin',
    ]);
    expect(new Set(done.map(({ role }) => role))).toEqual(new Set(['facilitator']));
  });
});

journeys('two proposals of one theme, without a word in common', { stories: 1 }, (at) => {
  test('are together for what the consultation calls that theme, and the reason says so', () =>
    at.story(`
      Claire: oui
      Bot: 1/6 :
      Claire: un local à Roubaix pour nos machines
      Bot: {a} … 2/6 :
      Omar: oui
      Bot: 1/6 :
      Omar: des loyers progressifs dans les hôtels d’activités
      Bot: {b} … 2/6 :
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos.
      Solène: synthèse
      Bot: Je prépare la synthèse
      Bot → Solène: Brouillon n° 1.
      Solène: pourquoi 1.1
      Bot: 1.1, 2 propositions. … {b}, « des loyers … (locaux et foncier) : rangée sous ce thème, comme d’autres ici (« pourquoi {b} ») … {a}, « un local … (« pourquoi {a} ») … Son titre est un thème de la consultation.
    `));
});

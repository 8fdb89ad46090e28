import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupProposals } from '../../src/analysis/themes.ts';
import type { PartnerId, ProposalId } from '../../src/core/ids.ts';
import type { GroupingInput } from '../../src/core/synthesis/model.ts';
import { ess } from './consultations.ts';

const themes = ess.axes[0]!.themes;
const input = (
  n: number,
  text: string,
  theme: string | null,
  author: Partial<Pick<GroupingInput, 'partnerId' | 'quotable'>> = {},
): GroupingInput => ({
  id: `id-${n}` as ProposalId,
  text,
  theme,
  partnerId: null,
  quotable: true,
  ...author,
});

const TEN = [
  input(1, 'avance de trésorerie en attendant les subventions', 'financement'),
  input(2, 'une avance remboursable pour les petites assos', 'financement'),
  input(3, 'un fonds de garantie avec les banques', 'financement'),
  input(4, 'aide au montage de dossiers européens', 'accompagnement'),
  input(5, 'quelqu’un pour monter les dossiers de subvention', 'accompagnement'),
  input(6, 'un accompagnement des porteurs de projet', 'accompagnement'),
  input(7, 'mutualiser un poste de comptable', 'reseau'),
  input(8, 'un poste de compta partagé entre 4 assos', 'reseau'),
  input(9, 'des locaux moins chers à Roubaix', 'locaux'),
  input(10, 'une carte interactive', null),
];

const groups = (inputs: readonly GroupingInput[]) => groupProposals(inputs, 'fr', themes).groups;

describe('the themes of an axis', () => {
  test('ten proposals: a few groups under the content’s words, and single voices', () => {
    const found = groups(TEN).map(({ label, members }) => [label, members.length]);
    expect(found).toEqual(
      expect.arrayContaining([
        ['Financement', 3],
        ['Accompagnement', 3],
        ['Mise en réseau et mutualisation', 2],
        ['Locaux et équipements', 1],
        ['', 1],
      ]),
    );
    expect(found).toHaveLength(5);
  });

  test('labels come in the language of the documents', () => {
    expect(groupProposals(TEN, 'en', themes).groups.map(({ label }) => label)).toContain('Funding');
  });

  test('without themes of the content, words that two members share name the group, capitals kept', () => {
    const found = groups([
      input(1, 'une TVA réduite sur la réparation des vélos', null),
      input(2, 'baisser la TVA pour la réparation', null),
      input(3, 'des potagers dans les écoles', null),
      input(4, 'un potager par école primaire', null),
    ]);
    expect(found.map(({ label, words }) => [label, [...words].sort()])).toEqual(
      expect.arrayContaining([
        ['', ['TVA', 'réparation']],
        ['', ['potager par école']],
      ]),
    );
  });

  test('words that name a group are nouns, or stand together with one: a word alone may mean another thing', () => {
    const [found] = groups([
      input(1, 'un garage solidaire pour réparer', null),
      input(2, 'les garages solidaires, réparer ensemble', null),
      input(3, 'garage solidaire : réparer', null),
    ]);
    expect(found).toMatchObject({ label: '', words: ['garage solidaire'] });
    const [apart] = groups([
      input(1, 'un garage, pour réparer à plusieurs', null),
      input(2, 'réparer : un garage', null),
    ]);
    expect(apart).toMatchObject({ label: '', words: ['garage'] });
    const [call] = groups([
      input(1, 'augmenter l’enveloppe de l’appel à projets', null),
      input(2, 'nous sommes contre l’appel à projets annuel', null),
    ]);
    expect(call).toMatchObject({ members: ['id-1', 'id-2'], words: ['appel à projets'] });
  });

  test('words of one person, or only of people who chose not to be quoted, name nothing', () => {
    const [claire, noe] = ['claire', 'noe'] as PartnerId[];
    const two = (one: Parameters<typeof input>[3], other: Parameters<typeof input>[3]) =>
      groups([input(1, 'une monnaie locale', null, one), input(2, 'la monnaie locale', null, other)]).map(
        ({ members, words }) => [members.length, words],
      );
    expect(two({ partnerId: claire! }, { partnerId: noe! })).toEqual([[2, ['monnaie locale']]]);
    expect(two({ partnerId: claire! }, { partnerId: claire! })).toEqual([[2, []]]);
    expect(two({ quotable: false }, { quotable: false })).toEqual([[2, []]]);
    expect(two({ quotable: false }, {})).toEqual([[2, ['monnaie locale']]]);
  });

  test('two groups of one theme differ by words that the other has not', () => {
    const found = groups([
      input(1, 'le vote blanc aux élections', 'financement'),
      input(2, 'compter le vote blanc', 'financement'),
      input(3, 'reconnaître le vote blanc', 'financement'),
      input(4, 'des pistes pour les vélos', null),
      input(5, 'une piste sûre à vélo', null),
      ...Array.from({ length: 60 }, (_, n) => input(n + 10, `la chose${n}`, null)),
      input(80, 'les impôts des banques', 'financement'),
      input(81, 'les banques et les impôts', 'financement'),
    ]).filter(({ label }) => label === 'Financement');
    expect(found.map(({ words }) => words.length > 0)).toEqual([true, true]);
    expect(new Set(found.flatMap(({ words }) => words)).size).toBe(
      found.flatMap(({ words }) => words).length,
    );
  });

  test('a theme that no more members carry than another one names no group', () => {
    const [found] = groups([
      input(1, 'un laboratoire de quartier avec les habitants', 'financement'),
      input(2, 'le laboratoire de quartier', 'reseau'),
    ]);
    expect(found).toMatchObject({ label: '', words: ['laboratoire de quartier'] });
  });

  test('words in passing bring no two themes together, and a theme of another axis counts for nothing', () => {
    const found = groups([
      input(1, 'un fonds de garantie pour les petites communes', 'financement'),
      input(2, 'une subvention versée à temps aux communes', 'financement'),
      input(3, 'un club des communes voisines', 'reseau'),
      input(4, 'que les communes se parlent entre voisines', 'reseau'),
      input(5, 'une halle pour deux communes', 'sport'),
    ]);
    expect(found.map(({ members }) => members.toSorted())).toEqual([
      ['id-3', 'id-4'],
      ['id-1', 'id-2'],
      ['id-5'],
    ]);
  });

  test('one word brings no two together, be it said in two senses or of the axis itself', () => {
    const members = (passing: readonly string[]) =>
      groupProposals(
        [
          input(1, 'se prêter le camion', null),
          input(2, 'une réserve derrière la place, pour le camion et les cageots', null),
          input(3, 'un panneau des associations à l’entrée de la commune', null),
          input(4, 'un hangar pour les bricoleurs de la commune', null),
          input(5, 'que les communes se parlent', null),
        ],
        'fr',
        [],
        false,
        passing,
      ).groups.map((group) => group.members.length);
    expect(members([])).toEqual([1, 1, 1, 1, 1]);
    const two = [input(1, 'un local pour la commune', null), input(2, 'la commune cherche un local', null)];
    const own = (passing: readonly string[]) => groupProposals(two, 'fr', [], false, passing).groups.length;
    expect([own([]), own(['commun'])]).toEqual([1, 2]);
  });

  test('says what an objection is near to, closest first, and what is said twice', () => {
    const { near } = groupProposals(
      [
        { ...input(1, 'nous refusons un label de plus, il exclura les petits', null), objects: true },
        input(2, 'un label pour reconnaître les structures solidaires', null),
        input(3, 'ouvrir les fermes et les ateliers aux petits et aux grands, un dimanche par an', null),
        input(4, 'une personne référente dans chaque mairie, qui décroche le téléphone', null),
        input(5, 'à la mairie, une personne référente qui décroche le téléphone', null),
        input(6, 'un référent en mairie', null),
      ],
      'fr',
      [],
    );
    // Small ones are in many texts: that word alone brings nobody near.
    expect(near?.get('id-1' as ProposalId)).toEqual(['id-2']);
    expect(near?.get('id-4' as ProposalId)).toEqual(['id-5']);
    expect(near?.get('id-2' as ProposalId)).toBeUndefined();
  });

  test('nothing, one, and twice the same words', () => {
    expect(groups([])).toEqual([]);
    expect(groups([TEN[8]!])).toEqual([{ label: 'Locaux et équipements', words: [], members: ['id-9'] }]);
    expect(groups([input(1, 'un vélo cargo', null), input(2, 'un vélo cargo', null)])).toHaveLength(1);
    expect(groups([input(1, '', null), input(2, '👍', null)])).toHaveLength(2);
  });

  test('the order they come in changes nothing', () => {
    const expected = groups(TEN);
    fc.assert(
      fc.property(fc.shuffledSubarray(TEN, { minLength: TEN.length }), (shuffled) => {
        expect(groups(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('every proposal is in exactly one group', () => {
    const word = fc.constantFrom(
      'vélo',
      'local',
      'prêt',
      'emploi',
      'constructor',
      '__proto__',
      'et',
      'réseau',
      '',
    );
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    const theme = fc.constantFrom('financement', 'reseau', 'unknown', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, theme), { maxLength: 80 }), (rows) => {
        const inputs = rows.map(([words, key], n) => input(n, words, key));
        const members = groups(inputs).flatMap((group) => group.members);
        expect([...members].sort()).toEqual(inputs.map(({ id }) => id).sort());
      }),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { loadFolder } from '../../src/content/load-folder.ts';
import { canonical } from '../../src/content/version.ts';
import { KINDS } from '../../src/core/consultation/model.ts';
import { consultationOf, type Files, FOLDERS, filesOf, rewrite } from './files.ts';

describe('given the three consultations', () => {
  test.each(Object.entries(FOLDERS))('%s loads with no problem and no warning', async (_, folder) => {
    expect(await loadFolder(folder)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe('given the consultation of the metropolis', () => {
  const mel = consultationOf(filesOf('mel'));
  const day = (iso: string): number => Date.parse(iso);

  test('it has five axes with keys 1 to 5, rich in words, and four types of actor apart from the committee', () => {
    expect(mel.axes.map((axis) => axis.key)).toEqual(['1', '2', '3', '4', '5']);
    for (const axis of mel.axes) {
      expect(axis.keywords.fr!.length).toBeGreaterThanOrEqual(20);
      expect(axis.keywords.en!.length).toBeGreaterThanOrEqual(20);
      expect(axis.themes.length).toBeGreaterThanOrEqual(3);
    }
    expect(mel.colleges).toHaveLength(4);
    expect(mel.committee.groups).toHaveLength(6);
    expect(mel.taxonomy.kinds.map((kind) => kind.key)).toEqual([...KINDS]);
  });

  test('it knows the 95 communes by their codes, and larger territories made of them', () => {
    const communes = mel.taxonomy.territories.filter((territory) => territory.code !== undefined);
    expect(new Set(communes.map((commune) => commune.code)).size).toBe(95);
    const slope = mel.taxonomy.territories.find((territory) => territory.key === 'versant-nord-est');
    expect(slope?.includes).toEqual(expect.arrayContaining(['roubaix', 'tourcoing', 'wattrelos', 'hem']));
    const ambiguous = mel.taxonomy.territories.filter((territory) => territory.ambiguous);
    expect(ambiguous.map((territory) => territory.label)).toEqual(
      expect.arrayContaining(['Hem', 'Don', 'Croix']),
    );
  });

  test('its written round opens when the working day starts and closes when its last day ends, in Paris', () => {
    const round = mel.rounds.find(({ key }) => key === 'plan-actions')!;
    // The clocks change on 29 March, between the two.
    expect(round.opensAt).toBe(day('2015-03-02T09:00:00+01:00'));
    expect(round.closesAt).toBe(day('2015-04-18T00:00:00+02:00') - 1);
    expect(round.minutes).toBe(5);
    for (const axis of mel.axes) {
      const prompts = round.prompts.filter((prompt) => prompt.axis === axis.key);
      expect(prompts.length).toBeGreaterThanOrEqual(1);
      expect(prompts.length).toBeLessThanOrEqual(2);
    }
  });

  test('rounds come in the order they open; a decision invites no college', () => {
    const opens = mel.rounds.map((round) => round.opensAt);
    expect(opens).toEqual(opens.toSorted((a, b) => a - b));
    expect(mel.rounds.filter((round) => round.form === 'decision').map((round) => round.audience)).toEqual([
      [],
      [],
    ]);
    const first = mel.rounds.find((round) => round.key === 'premieres-idees')!;
    expect([first.form, first.axes, first.prompts.map((prompt) => prompt.axis)]).toEqual([
      'written',
      [],
      [null, null, null],
    ]);
  });
});

test('given the island, its days are those of its own zone, its first language is Dutch, one body decides', () => {
  const island = consultationOf(filesOf('windhaven'));
  const round = island.rounds.find(({ key }) => key === 'maatregelen')!;
  expect(round.opensAt).toBe(Date.parse('2026-04-06T07:30:00-04:00'));
  expect(island.rules.workingHours).toEqual({ days: [1, 2, 3, 4], from: 450, to: 960 });
  expect(island.languages[0]).toBe('nl');
  expect(island.rules.decisions.path).toEqual(['eilandraad']);
  expect(island.axes.map((axis) => axis.key)).toEqual(['energie', 'water', 'verkeer', 'natuur']);
});

test('given the debate, its axes carry the labels of the texts it reads', () => {
  expect(consultationOf(filesOf('debate')).axes.map((axis) => axis.label.fr)).toEqual([
    'Démocratie et citoyenneté',
    'Impôts, dépenses, action publique',
    'Transition écologique',
    'Organisation de l’Etat et des collectivités publiques',
  ]);
});

test('given apostrophes as keyboards type them, what people read has those of print; keys and words to find do not', () => {
  const files = rewrite(
    filesOf('windhaven'),
    'plan.yaml',
    'Panels on three schools.',
    "The pupils' panels don't pay 'all'.",
  );
  const { plan } = consultationOf(files);
  expect(plan.actions.map((action) => action.description.en)).toContain(
    "The pupils’ panels don’t pay 'all'.",
  );

  const mel = consultationOf(filesOf('mel'));
  expect(mel.rounds.find(({ key }) => key === 'plan-actions')!.title.fr).toBe('Écrire le plan d’actions');
  expect(mel.axes[2]!.keywords.fr).toContain("droit à l'erreur");
  expect(mel.taxonomy.territories.find(({ key }) => key === 'villeneuve-d-ascq')).toMatchObject({
    label: "Villeneuve-d'Ascq",
    spellings: expect.arrayContaining(["V. d'Ascq"]),
  });
});

describe('given the version of a content', () => {
  const files = filesOf('windhaven');
  const { version } = consultationOf(files);

  test('it is a SHA-256 that any word changes', () => {
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    const other = rewrite(files, 'plan.yaml', 'Panels on three schools.', 'Panels on four schools.');
    expect(consultationOf(other).version).not.toBe(version);
  });

  test('it does not depend on the order of keys, on comments, or on the names of the round files', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1000)), (numbers) => {
        const shuffled = shuffleFiles(files, () => numbers.next().value ?? 0);
        expect(consultationOf(shuffled).version).toBe(version);
      }),
      { numRuns: 25 },
    );
  });

  test('canonical JSON tells apart what JSON tells apart', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonical(plain))).toEqual(plain);
      }),
    );
  });
});

function shuffleFiles(files: Files, next: () => number): Files {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => {
      const document = parseDocument(text);
      shuffleMaps(document.contents, next);
      const renamed = name.startsWith('rounds/') ? `rounds/${next()}-${name.slice(7)}` : name;
      return [renamed, withoutComments(document)];
    }),
  );
}

function shuffleMaps(node: unknown, next: () => number): void {
  if (isMap(node)) {
    const order = node.items.map((pair) => ({ pair, rank: next() }));
    node.items = order.sort((a, b) => a.rank - b.rank).map(({ pair }) => pair);
    for (const pair of node.items) shuffleMaps(pair.value, next);
  } else if (isSeq(node)) for (const item of node.items) shuffleMaps(item, next);
}

const withoutComments = (document: Document): string => JSON.stringify(document.toJS());

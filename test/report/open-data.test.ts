/** Open data: whole, computed again by `tour verify`, and silent about who asked for it. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyFiles } from '../../src/commands/open-data/verify-files.ts';
import { openTables } from '../../src/core/open-data/assemble.ts';
import type { Column } from '../../src/core/open-data/columns.ts';
import { saidIn } from '../../src/core/open-data/figures.ts';
import { csvOf, DATA, MANIFEST, RESTITUTION, SUMS, SYNTHESIS } from '../../src/core/open-data/manifest.ts';
import { TABLE_NAMES, TABLES } from '../../src/core/open-data/tables.ts';
import { openFiles, resealed, samplePlan, sourceOf } from './open-sample.ts';
import { sampleDocument } from './sample.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
const files = openFiles();
const wrongs = (given: Readonly<Record<string, string>>) => {
  const { faults, disagreements } = verifyFiles(given);
  return [...faults, ...disagreements];
};

/** Every place of a value in a JSON, as the keys that lead to it. */
function placesIn(value: Json, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (value === null || typeof value !== 'object') return [at];
  const inside = Array.isArray(value) ? value.map((one, k) => [k, one] as const) : Object.entries(value);
  return inside.flatMap(([key, one]) => placesIn(one, [...at, key]));
}
function changed(
  json: Json,
  [key, ...rest]: readonly (string | number)[],
  change: (value: Json) => Json,
): Json {
  if (key === undefined) return change(json);
  if (Array.isArray(json)) return json.map((one, k) => (k === key ? changed(one, rest, change) : one));
  return Object.fromEntries(
    Object.entries(json as object).map(([name, one]) => [
      name,
      name === key ? changed(one, rest, change) : one,
    ]),
  );
}

/** So many of them, drawn anew at each run of a seed. */
const some = <T>(all: readonly T[], most: number): readonly T[] =>
  all.length <= most
    ? all
    : fc.sample(fc.shuffledSubarray([...all], { minLength: most, maxLength: most }), {
        numRuns: 1,
        seed: 5,
      })[0]!;

describe('what is written', () => {
  test('is verified, figure by figure, from the files alone', () => {
    const { faults, disagreements, figures, about } = verifyFiles(files);
    expect([faults, disagreements]).toEqual([[], []]);
    expect(figures).toBeGreaterThan(100);
    expect(about).toMatchObject({ licence: { name: 'Licence Ouverte 2.0' }, synthesis: { number: 2 } });
  });

  test('is the same whenever it is written, and another reader finds the same rows in each CSV', () => {
    expect(openFiles()).toEqual(files);
    const tables = openTables(sourceOf());
    for (const name of TABLE_NAMES) {
      const [head, ...rows] = parse(files[csvOf(name)]!, { bom: true }) as string[][];
      expect(head, name).toEqual(Object.keys(TABLES[name].columns));
      expect(rows.length, name).toBe(tables[name].length);
    }
    expect(files['plan_actions.csv']).toContain("'=SOMME(A1:A9)");
    expect(tables.plan_actions[0]!.operator).toBe('=SOMME(A1:A9)');
  });

  test('is a Data Package that names each column, in both languages, and its licence', () => {
    const { resources, licenses, hash } = JSON.parse(files[MANIFEST]!);
    expect(licenses).toEqual([{ title: 'Licence Ouverte 2.0', path: expect.stringMatching(/^https:/u) }]);
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/u);
    expect(resources.map(({ path }: { path: string }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== SUMS && name !== MANIFEST)
        .sort(),
    );
    for (const name of TABLE_NAMES)
      for (const [column, { fr, en }] of Object.entries<Column>(TABLES[name].columns))
        expect(files['dictionary.md'], `${name}.${column}`).toContain(`| ${fr} | ${en} |`);
  });

  test('a figure of each kind is what the documents say', () => {
    const value = Object.fromEntries(openTables(sourceOf()).figures.map((one) => [one.figure, one.value]));
    expect(value).toMatchObject({
      'axis.1.theme.1.proposals': 4,
      'axis.1.lines.1.said': 4,
      'axis.1.disagreements': 1,
      'participation.ess.answered': 29,
      'participation.economy.passed': null,
      'contributed.1.ess': 24,
      'understood.plan-actions.confirmed': 40,
      'views.objectifs.s1.ess.agree': 20,
      'views.objectifs.s1.ess.object': null,
      'views.objectifs.s1.*.agree': 30,
      'views.objectifs.s2.*.invited': 108,
      'answers.all': 20,
      'plan.2.actions': 2,
      'plan.2.proposals': 2,
    });
  });
});

describe('what was changed is caught', () => {
  test('any byte of any file', () => {
    const byte = fc
      .constantFrom(...Object.keys(files))
      .chain((name) =>
        fc.tuple(
          fc.constant(name),
          fc.nat(Buffer.byteLength(files[name]!) - 1),
          fc.integer({ min: 1, max: 255 }),
        ),
      );
    fc.assert(
      fc.property(byte, ([name, at, by]) => {
        const bytes = Buffer.from(files[name]!);
        bytes[at] = bytes[at]! ^ by;
        expect(wrongs({ ...files, [name]: bytes.toString('utf8') }).length).toBeGreaterThan(0);
      }),
      { numRuns: 80, seed: 11 },
    );
  });

  test.each(Object.keys(files))('%s is missing', (name) => {
    const { [name]: _, ...rest } = files;
    expect(wrongs(rest)).toContainEqual(expect.objectContaining({ code: 'missing', file: name }));
  });

  test.each([DATA, SYNTHESIS, RESTITUTION])(
    'any figure of %s, by somebody who makes the hashes anew',
    (file) => {
      const json = JSON.parse(files[file]!) as Json;
      const figures = placesIn(json).filter((place) => {
        const value = place.reduce<Json>((found, key) => (found as never)[key], json);
        return typeof value === 'number' && place[0] !== 'about';
      });
      if (file !== RESTITUTION) expect(figures.length).toBeGreaterThan(15);
      // Each as likely to be drawn; all of them take seconds.
      for (const place of some(figures, 60)) {
        const tampered = changed(json, place, (value) => (value as number) + 5);
        expect(
          wrongs(resealed({ ...files, [file]: JSON.stringify(tampered, null, 1) })),
          place.join('.'),
        ).not.toEqual([]);
      }
    },
  );

  test('any text, reference or answer of the documents, by the same person', () => {
    for (const file of [SYNTHESIS, RESTITUTION]) {
      const json = JSON.parse(files[file]!) as Json;
      const texts = placesIn(json).filter(
        (place) =>
          typeof place.reduce<Json>((found, key) => (found as never)[key], json) === 'string' &&
          !place.includes('noDisagreement') &&
          !place.includes('proofreaders') &&
          !place.includes('delivered'),
      );
      expect(texts.length).toBeGreaterThan(50);
      for (const place of some(texts, 60)) {
        const tampered = changed(json, place, () => 'P-0777');
        expect(wrongs(resealed({ ...files, [file]: JSON.stringify(tampered) })), place.join('.')).not.toEqual(
          [],
        );
      }
    }
  });

  test('a row left out of a table, in the CSV and in the JSON alike', () => {
    const data = JSON.parse(files[DATA]!);
    for (const name of TABLE_NAMES) {
      // Nothing counts these: only what is in them is said.
      if (['adjustment_texts', 'measures', 'plan_indicators', 'plan_versions', 'nuances'].includes(name))
        continue;
      const rows = data[name] as unknown[];
      const lines = files[csvOf(name)]!.split('\r\n');
      if (rows.length === 0 || lines.length !== rows.length + 2) continue;
      const fewer = { ...data, [name]: rows.slice(0, -1) };
      const csv = [...lines.slice(0, -2), ''].join('\r\n');
      expect(
        wrongs(resealed({ ...files, [DATA]: JSON.stringify(fewer), [csvOf(name)]: csv })),
        name,
      ).not.toEqual([]);
    }
  });

  test('a small figure, and people who do not add up', () => {
    const data = JSON.parse(files[DATA]!);
    data.participation[1].passed = 2;
    data.participation[0].silent = 30;
    const codes = wrongs(resealed({ ...files, [DATA]: JSON.stringify(data) })).map(
      (one) => 'code' in one && one.code,
    );
    expect(codes).toEqual(expect.arrayContaining(['small', 'sum', 'csv']));
  });

  test('a file that is no such thing states nothing, and does not stop the others', () => {
    for (const [file, text] of [
      [DATA, '[]'],
      [DATA, '{'],
      [SYNTHESIS, 'null'],
      [RESTITUTION, '{}'],
      ['lines.csv', '"'],
    ] as const)
      expect(
        wrongs(file === DATA ? { ...files, [file]: text } : resealed({ ...files, [file]: text })),
      ).not.toEqual([]);
  });
});

test('the number a sentence says, in words or digits, in both languages', () => {
  expect(saidIn('Trésorerie : douze propositions, dont deux objections.')).toBe(12);
  expect(saidIn('Une proposition, et une question.')).toBe(1);
  expect(saidIn('Locaux\u00a0: 1\u202f234 propositions.')).toBe(1234);
  expect(saidIn('Premises: twelve proposals, from at least two types of actor.')).toBe(12);
  expect(saidIn('Le fonds est demandé par les petites structures.')).toBeNull();
});

test('nothing of the plan before a body has adopted it', () => {
  const tables = openTables({ ...sourceOf(), plan: { versions: [], measures: [] } });
  expect([tables.plan_actions, tables.adjustments, tables.measures]).toEqual([[], [], []]);
  expect(openTables(sourceOf()).adjustments).toHaveLength(samplePlan.versions[1]!.adjustments.length);
  expect(() => openTables({ ...sourceOf(), synthesis: sampleDocument({ audience: 'internal' }) })).toThrow(
    /public/u,
  );
});

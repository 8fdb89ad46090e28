import { expect, test } from 'vitest';
import type { PartnerId } from '../../../src/core/ids.ts';
import { counts, mayChange } from '../../../src/core/proposal/change.ts';
import { cutInTwo, maySplit, partsIn, partsWritten } from '../../../src/core/proposal/split.ts';
import { cpuOf, SOON } from '../../cpu.ts';

const shown = (text: string, parts: readonly { start: number; end: number }[] | null) =>
  parts?.map(({ start, end }) => text.slice(start, end)) ?? null;

test.each([
  ['x : un fonds / un guichet', ['un fonds', 'un guichet']],
  ['x : « un fonds » / « un guichet »', ['un fonds', 'un guichet']],
  ['x : - un fonds\n- un guichet 7j/7', ['un fonds', 'un guichet 7j/7']],
  ['x : un fonds', ['un fonds']],
  ['x :  /  / ', []],
])('parts of %j', (text, parts) => expect(shown(text, partsWritten(text, 3))).toEqual(parts));

test.each([
  [
    ['une avance', 'un guichet'],
    ['Une avance', 'un  guichet'],
  ],
  [["l'accueil"], ['l’accueil']],
  [
    ['un guichet', 'une avance'],
    ['un  guichet', 'Une avance'],
  ],
  [['une banque'], null],
  [['une avance puis', 'puis un guichet'], null],
  [['(.*)'], null],
])('%j, in the author’s words', (parts, found) => {
  const words = 'Une avance puis un  guichet, avec l’accueil';
  expect(shown(words, partsIn(words, parts))).toEqual(found);
});

test.each([
  ['submitted', 2, null],
  ['submitted', 1, 'split-needs-parts'],
  ['submitted', 7, 'split-needs-parts'],
  ['split', 2, 'already-split'],
  ['merged', 2, 'not-in-force'],
  ['withdrawn', 2, 'not-in-force'],
] as const)('%s into %i: %s', (state, parts, code) =>
  expect(maySplit({ number: 42, state }, parts)?.code ?? null).toBe(code),
);

test('what was split does not count and is changed by no door: its parts are', () => {
  const partnerId = 'p1' as PartnerId;
  expect(counts({ state: 'split', lateness: 'in-time' })).toBe(false);
  for (const to of ['revise', 'withdraw'] as const)
    expect(mayChange({ number: 42, partnerId, state: 'split' }, [partnerId], to)?.code).toBe('already-split');
});

test.each([
  ['un fonds et un guichet', ['un fonds', 'un guichet']],
  ['1. un fonds\n2. un guichet', ['un fonds', 'un guichet']],
  ['un fonds ; un guichet', ['un fonds', 'un guichet']],
  ['un fonds / un guichet et une avance', ['un fonds', 'un guichet et une avance']],
  ['un fonds', ['un fonds']],
])('%j, written by somebody asked for several', (text, parts) =>
  expect(shown(text, partsWritten(text, 0, true))).toEqual(parts),
);

test.each([
  ['une avance de fonds et un comptable partagé', ['une avance de fonds', 'un comptable partagé']],
  ['Une avance de fonds. Un comptable partagé.', ['Une avance de fonds', 'Un comptable partagé.']],
  ['une avance de fonds, mais aussi un comptable', ['une avance de fonds', 'un comptable']],
  ['une avance et un comptable et un local', null],
  ['un et deux', null],
  ['une avance de fonds', null],
])('%j falls in two', (text, parts) => expect(shown(text, cutInTwo(text))).toEqual(parts));

test('a hostile part is looked for in no time', () => {
  const words = 'a '.repeat(20_000);
  const cpu = cpuOf(() => {
    partsIn(words, [`${'a '.repeat(200)}b`, '(a+)+$']);
    partsWritten(`${' / '.repeat(20_000)}${' '.repeat(20_000)}`, 0);
  });
  expect(cpu).toBeLessThan(SOON);
});

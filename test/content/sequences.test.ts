/** The parts of a workshop, as they are checked: each problem points at the place it is about. */
import { expect, test } from 'vitest';
import { filesOf, placeOf, problemsOf, rewrite } from './files.ts';

const ROUND = 'rounds/maatregelen.yaml';
const SEQUENCES = `minutes: 40
sequences:
  - { key: a, does: ideas, title: { nl: A, en: A }, text: { nl: A, en: A }, minutes: 10, prompts: [energie] }
  - { key: b, does: grouping, title: { nl: B, en: B }, text: { nl: B, en: B }, minutes: 10 }
  - { key: c, does: dots, title: { nl: C, en: C }, text: { nl: C, en: C }, minutes: 10, dots: 3 }
  - { key: d, does: wrap-up, title: { nl: D, en: D }, text: { nl: D, en: D }, minutes: 10 }`;
const workshop = (change: readonly [string, string] = ['', '']) => {
  const form = rewrite(filesOf('windhaven'), ROUND, 'form: written', 'form: workshop');
  return rewrite(form, ROUND, 'minutes: 4', SEQUENCES.replace(...change));
};

test('a workshop whose parts follow each other has no problem', () => {
  expect(problemsOf(workshop()).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  ['no sequence', [SEQUENCES.slice(SEQUENCES.indexOf('\n')), ''], 'missing-sequence', null],
  [
    'grouping before any idea',
    ['does: ideas', 'does: grouping'],
    'sequence-order',
    'does: grouping, title: { nl: A',
  ],
  ['dots on no groups', ['does: grouping', 'does: ideas'], 'sequence-order', 'does: dots'],
  [
    'a wrap-up too early',
    ['does: grouping', 'does: wrap-up'],
    'sequence-order',
    'does: wrap-up, title: { nl: B',
  ],
  ['dots without a number', [', dots: 3', ''], 'sequence-dots', '{ key: c'],
  ['dots elsewhere', ['minutes: 10 }', 'minutes: 10, dots: 4 }'], 'sequence-dots', 'dots: 4'],
  ['more time than there is', ['minutes: 40', 'minutes: 39'], 'sequence-minutes', 'minutes: 39'],
  ['two of one key', ['key: b', 'key: a'], 'repeated-key', null],
] as const)('%s', (_, change, code, at) => {
  const files = workshop(change);
  const found = problemsOf(files).find((problem) => problem.code === code);
  expect(found?.code, JSON.stringify(problemsOf(files))).toBe(code);
  if (at === null) return;
  const place = placeOf(files, ROUND, at);
  expect(found).toMatchObject({ file: ROUND, line: place.line });
});

test('a prompt that is not of the round: the nearest one is named', () => {
  const found = problemsOf(workshop(['prompts: [', 'prompts: [x'])).find(
    ({ code }) => code === 'unknown-reference',
  );
  expect(found).toMatchObject({ file: ROUND });
  expect(found!.nearest).not.toBeNull();
});

test('a written round has no sequences', () => {
  const files = rewrite(filesOf('windhaven'), ROUND, 'minutes: 4', SEQUENCES);
  expect(problemsOf(files).map(({ code }) => code)).toContain('sequence-form');
});

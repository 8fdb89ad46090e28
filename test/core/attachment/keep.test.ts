import { expect, test } from 'vitest';
import { faultsOf, LIMITS } from '../../../src/core/attachment/keep.ts';
import type { Offered } from '../../../src/core/attachment/model.ts';
import type { WordsId } from '../../../src/core/ids.ts';

const file = (bytes: number): Offered => ({
  name: 'n' as WordsId,
  file: { data: new Uint8Array(bytes), sha256: '' },
});

test('kept up to the limit of a file, and no further', () =>
  expect(faultsOf([file(LIMITS.file), file(LIMITS.file + 1), file(0)], 0)).toEqual([
    null,
    'too-big',
    'empty',
  ]));

test('a message brings five', () =>
  expect(
    faultsOf(
      Array.from({ length: 7 }, () => file(1)),
      0,
    ),
  ).toEqual([...Array(5).fill(null), 'too-many', 'too-many']));

test('what is kept of a person has an end, counted as it fills', () =>
  expect(faultsOf([file(2), file(2), file(1)], LIMITS.person - 3)).toEqual([null, 'over-quota', null]));

test('what could not be fetched says so, and takes no room', () =>
  expect(faultsOf([{ name: 'n' as WordsId, file: { fault: 'failed' } }, file(3)], LIMITS.person - 3)).toEqual(
    ['failed', null],
  ));

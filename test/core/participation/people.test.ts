import { describe, expect, test } from 'vitest';
import type { OrganisationId, PartnerId, PersonId } from '../../../src/core/ids.ts';
import { onePerson, organisationsOf } from '../../../src/core/participation/people.ts';
import { colleagueOf } from '../../../src/core/participation/remind.ts';
import { standingOf } from '../../../src/core/participation/standing.ts';

const seat = (id: string, person: string, organisation: string, college = 'economic') => ({
  id: id as PartnerId,
  college,
  organisationId: organisation as OrganisationId,
  person: { id: person as PersonId },
});
const colleges = [{ key: 'economic' }, { key: 'towns' }, { key: 'empty' }];

describe('people', () => {
  const { inCollege, inAll } = onePerson([
    seat('a', 'claire', 'apes'),
    seat('b', 'claire', 'lys', 'towns'),
    seat('c', 'claire', 'cress'),
    seat('d', 'omar', 'apes'),
  ]);

  test('two organisations of one type of actor are one person there', () =>
    expect(['a', 'b', 'c', 'd'].map((id) => inCollege(id as PartnerId))).toEqual(['a', 'b', 'a', 'd']));

  test('in all types of actor together too', () =>
    expect(['a', 'b', 'c', 'd'].map((id) => inAll(id as PartnerId))).toEqual(['a', 'a', 'a', 'd']));

  test('whoever is no partner any more stands for themselves', () =>
    expect(inAll('gone' as PartnerId)).toBe('gone'));
});

describe('organisations', () => {
  const seats = [
    seat('a', 'claire', 'apes'),
    seat('b', 'omar', 'apes'),
    seat('c', 'lucie', 'cress'),
    seat('d', 'claire', 'lys', 'towns'),
  ];
  const row = (id: string, answered: string[] = [], passed: string[] = []) => ({
    partnerId: id as PartnerId,
    answered,
    passed,
  });

  test('two colleagues who both answered, even the opposite, are one organisation', () =>
    expect(organisationsOf(seats, [row('a', ['1']), row('b', ['1']), row('c'), row('d')], colleges)).toEqual([
      { college: 'economic', invited: 2, heard: 1 },
      { college: 'towns', invited: 1, heard: 0 },
    ]));

  test('one of two is enough, and a pass is a word too', () =>
    expect(organisationsOf(seats, [row('a'), row('b', [], ['1'])], colleges)).toEqual([
      { college: 'economic', invited: 1, heard: 1 },
    ]));
});

describe('a holder and a substitute', () => {
  const voice = (person: string, organisation: string, substitute = false) => ({
    personId: person as PersonId,
    organisationId: organisation as OrganisationId,
    substitute,
  });

  test('either is enough', () => {
    expect(colleagueOf(voice('claire', 'apes'), [voice('paul', 'apes', true)])?.personId).toBe('paul');
    expect(colleagueOf(voice('paul', 'apes', true), [voice('claire', 'apes')])?.personId).toBe('claire');
  });

  test('two holders are both awaited, and so is another organisation', () => {
    expect(colleagueOf(voice('claire', 'apes'), [voice('omar', 'apes')])).toBeNull();
    expect(colleagueOf(voice('claire', 'apes'), [voice('paul', 'cress', true)])).toBeNull();
    expect(colleagueOf(voice('claire', 'apes', true), [voice('claire', 'apes', true)])).toBeNull();
  });
});

test('the standing a partner chose, else their college’s, else their own', () => {
  const here = [{ key: 'towns', standing: 'provisional' as const }];
  expect(standingOf({ standing: null, college: 'towns' }, here)).toBe('provisional');
  expect(standingOf({ standing: 'personal', college: 'towns' }, here)).toBe('personal');
  expect(standingOf({ standing: null, college: 'economic' }, here)).toBe('personal');
});

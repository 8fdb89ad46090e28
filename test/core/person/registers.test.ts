import { describe, expect, test } from 'vitest';
import { readEmail } from '../../../src/core/person/email.ts';
import { alike, nameKey } from '../../../src/core/person/names.ts';
import { readRna, readSiret } from '../../../src/core/person/registers.ts';
import { cpuOf, SOON } from '../../cpu.ts';

describe('a SIRET', () => {
  test.each([
    ['000 000 000 00117', { siret: '00000000000117' }],
    ['00000000000118', { fault: 'siret-checksum' }],
    // La Poste: the digits of an establishment add up to a multiple of five.
    ['35600000049837', { siret: '35600000049837' }],
    ['123456789', { fault: 'siret-is-siren' }],
    ['1,23457E+13', { fault: 'siret-rounded' }],
    ['1.23457E+13', { fault: 'siret-rounded' }],
    ['0000000000117', { fault: 'siret-length' }],
    ['', { fault: 'siret-length' }],
  ])('%s', (given, read) => expect(readSiret(given)).toEqual(read));
});

test.each([
  ['w595 000 001', 'W595000001'],
  ['W2A1000001', 'W2A1000001'],
  ['W12', null],
  ['X595000001', null],
])('an RNA number: %s', (given, read) => expect(readRna(given)).toBe(read));

test.each([
  ['Claire@Example.ORG', 'claire@example.org'],
  ['Claire Un <claire@example.org>', 'claire@example.org'],
  ['mailto:claire@example.org', 'claire@example.org'],
  ['zoé@école.example', 'zoé@école.example'],
  ['claire@example,org', null],
  ['claire@example', null],
  ['claire..un@example.org', null],
  ['a@b.example; c@d.example', null],
  [`${'a'.repeat(65)}@b.example`, null],
])('an e-mail: %s', (given, read) => expect(readEmail(given)).toBe(read));

test('hostile cells are read in no time', () => {
  const cpu = cpuOf(() => {
    for (const text of [
      'a@'.repeat(50_000),
      `a@${'a.'.repeat(50_000)}`,
      `${'<'.repeat(100_000)}`,
      'a-'.repeat(300),
    ])
      expect(readEmail(text)).toBeNull();
  });
  expect(cpu).toBeLessThan(SOON);
});

test('names are compared as people compare them', () => {
  expect(nameKey('DELATTRE  Hélène-Marie')).toBe(nameKey('Helene Marie Delattre'));
  expect(alike('Clare Delatre', 'Claire DELATRE')).toBe(true);
  expect(alike('Claire Un', 'Hugo Deux')).toBe(false);
});

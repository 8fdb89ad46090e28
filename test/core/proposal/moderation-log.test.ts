import { expect, test } from 'vitest';
import type { PartnerId } from '../../../src/core/ids.ts';
import { ref } from '../../../src/core/ids.ts';
import { type Moderation, moderationDocument } from '../../../src/core/proposal/moderation-log.ts';

const given = {
  lang: 'fr',
  consultation: { key: 'plan', title: 'Un plan', asker: 'la Métropole', zone: 'Europe/Paris' },
  at: 0,
  smallestFigure: 5,
};
const one = (number: number, reason: string, over: Partial<Moderation> = {}): Moderation => ({
  at: number,
  did: 'moderate',
  proposal: ref(number),
  author: `p${number}` as PartnerId,
  reason,
  words: 'le voisin du 12 laisse traîner ses poubelles depuis des mois',
  ...over,
});
const log = (...moderations: Moderation[]) =>
  moderationDocument(given, moderations, {
    people: ['Zoé Quetsche', 'Li Wu', 'Claire Dupont'],
    organisations: ['La Ressourcerie du Canal', 'APES'],
  });

test.each([
  ['hors du sujet de la consultation', true],
  ['met en cause une personne identifiable', true],
  ['attaque Zoé Quetsche', false],
  ['vise M. QUETSCHE sans preuve', false],
  ['mal placé : « laisse traîner ses poubelles »', false],
  ['une remarque claire, mais hors sujet', true],
  ['propos sur Li Wu', false],
  ['dénigre la ressourcerie du canal', false],
  ['vise l’Apes', false],
  ['concerne le canal, hors sujet', true],
])('« %s » may be read by all: %s', (reason, public_) =>
  expect(log(one(1, reason)).entries[0]!.reason).toBe(public_ ? reason : null),
);

test('few people are not counted, nobody and many are', () => {
  const many = (n: number) => log(...Array.from({ length: n }, (_, index) => one(index, 'hors sujet')));
  expect([0, 1, 4, 5].map((n) => many(n).authors)).toEqual([0, null, null, 5]);
});

test('what was given back is not counted as unpublished any more', () => {
  const document = log(one(1, 'a'), one(2, 'b'), one(1, 'c', { did: 'reinstate' }));
  expect(document.unpublished).toBe(1);
  expect(document.entries.map(({ did }) => did)).toEqual(['moderate', 'moderate', 'reinstate']);
});

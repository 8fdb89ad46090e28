import { expect, test } from 'vitest';
import { viewSaid, viewsCommand } from '../../src/bot/partner/view-said.ts';
import { cpuOf, SOON } from '../cpu.ts';

test.each([
  ["D'accord", 'agree'],
  ['oui, d’accord', 'agree'],
  ['agree', 'agree'],
  ['avec des réserves', 'reserve'],
  ['Oui, avec une réserve', 'reserve'],
  ['with reservations.', 'reserve'],
  ["pas d'accord", 'object'],
  ['Je m’oppose !', 'object'],
  ['non, contre', 'object'],
  ['I object', 'object'],
] as const)('%j says %s, without a reason', (text, view) =>
  expect(viewSaid(text)).toEqual({ view, reasonAt: null }),
);

test.each([
  ['avec des réserves : il manque les habitants', 'reserve', 'il manque les habitants'],
  ['Contre, parce que rien n’est dit du budget', 'object', 'parce que rien n’est dit du budget'],
  ['je m’oppose car c’est trop tard', 'object', 'c’est trop tard'],
  ["d'accord, mais pas seulement à Lille", 'reserve', "d'accord, mais pas seulement à Lille"],
  ['agree, provided it lasts', 'reserve', 'agree, provided it lasts'],
  ['objection: too vague', 'object', 'too vague'],
] as const)('%j says %s, because', (text, view, reason) => {
  const said = viewSaid(text);
  expect([said?.view, text.slice(said?.reasonAt ?? 0)]).toEqual([view, reason]);
});

test.each(['Le mot durable manque', 'pourquoi ?', 'une idée pour Roubaix', ''])('%j says neither', (text) =>
  expect(viewSaid(text)).toBeNull(),
);

test('one’s views are shown, and changed one by one', () => {
  expect(viewsCommand('Mes avis')).toEqual({ does: 'list' });
  expect(viewsCommand('avis 2 : d’accord')).toEqual({ does: 'change', place: 2, at: 9 });
  expect(viewsCommand('view 3 I object: too vague')).toEqual({ does: 'change', place: 3, at: 7 });
  expect(viewsCommand('avis 2 : je ne sais pas trop')).toBeNull();
});

test('a message of any length is read at once', () => {
  for (const hostile of ['avec des réserves ', 'avis 2 ', 'd’accord , , '])
    expect(cpuOf(() => viewSaid(hostile + ' ,'.repeat(50_000)))).toBeLessThan(SOON);
});

import { expect, test } from 'vitest';
import { referredIn, type Span } from '../../../src/core/person/referred.ts';
import { visitorOf, visitorText } from '../../../src/core/person/visitor.ts';
import { cpuOf, SOON } from '../../cpu.ts';

const cut = (text: string, span: Span | null) => (span ? text.slice(span.start, span.end) : null);

test.each([
  ['Paul Martin, paul.martin@exemple.fr', 'Paul Martin', 'paul.martin@exemple.fr'],
  ['Écrivez plutôt à Nadia El Amrani (nadia@exemple.fr).', 'Nadia El Amrani', 'nadia@exemple.fr'],
  ['Voyez Jean-Marc de la Tour', 'Jean-Marc de la Tour', null],
  ['écrivez à anne-lise.petit@exemple.fr !', null, 'anne-lise.petit@exemple.fr'],
  ['contact@exemple.fr', null, 'contact@exemple.fr'],
  ['Please ask Mia Jong.', 'Mia Jong', null],
  ['voyez avec Farida, notre directrice', null, null],
  ['je ne sais pas', null, null],
])('whom %j names', (text, name, email) => {
  const found = referredIn(text);
  expect([cut(text, found.name), cut(text, found.email)]).toEqual([name, email]);
});

test('a hostile text names nobody, in no time', () => {
  const cpu = cpuOf(() => {
    for (const text of [
      'A'.repeat(100_000),
      'Aa '.repeat(40_000),
      `${'a.'.repeat(40_000)}@`,
      '@'.repeat(90_000),
    ])
      referredIn(text);
  });
  expect(cpu).toBeLessThan(SOON);
});

test.each([
  [
    {
      name: 'Nadia Petit',
      organisation: 'La Ressourcerie, Lille',
      email: 'n@x.fr',
      word: 'Bonjour,\nmerci.',
    },
    ['Nadia Petit', 'La Ressourcerie, Lille', 'n@x.fr'],
  ],
  [{ name: 'Nadia', organisation: '', email: null, word: '' }, ['Nadia', null, null]],
  [{ name: 'Nadia', organisation: 'Apes', email: null, word: 'Un mot' }, ['Nadia', 'Apes', null]],
  // Neither a name nor a word can pass for something else.
  [
    { name: 'N,\nfaux@x.fr', organisation: 'A\nb@x.fr', email: null, word: 'un mot, c@x.fr' },
    ['N faux x.fr', 'A b x.fr', null],
  ],
])('who came by another’s link is read back as written: %j', (visitor, expected) => {
  const text = visitorText(visitor);
  const { name, organisation, email } = visitorOf(text);
  expect([cut(text, name), cut(text, organisation), cut(text, email)]).toEqual(expected);
});

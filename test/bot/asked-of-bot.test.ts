/** Questions that the bot can answer, in the words people have for them; the others are the team's. */
import { expect, test } from 'vitest';
import { askedOfBot } from '../../src/bot/partner/asked-of-bot.ts';
import { greets } from '../../src/bot/understand.ts';

test.each([
  ['c’est quand la date limite ?', 'until'],
  ['quelle est la date limite pour répondre ?', 'until'],
  ['on a jusqu’à quand pour répondre ?', 'until'],
  ['j’ai jusqu a quand', 'until'],
  ['ça se termine quand ?', 'until'],
  ['quand est-ce que ça se termine ?', 'until'],
  ['when is the deadline?', 'until'],
  ['When does this close?', 'until'],
  ['combien de temps ça prend ?', 'time'],
  ['ça dure combien de temps ?', 'time'],
  ['il reste combien de questions', 'time'],
  ['How long will this take?', 'time'],
  ['qui va lire ?', 'readers'],
  ['qui lira mes réponses ?', 'readers'],
  ['et c’est qui qui lit ?', 'readers'],
  ['Who is going to read my answers?', 'readers'],
  ['est-ce que c’est vraiment anonyme ?', 'named'],
  ['mon nom sera publié ?', 'named'],
  ['est-ce que je serai citée ?', 'named'],
  ['will my name be shown?', 'named'],
  ['vous faites quoi de mes données ?', 'data'],
  ['what do you do with my data?', 'data'],
  ['combien de temps dure un financement de la métropole ?', null],
  ['quelle est la date limite de l’appel à projets ?', null],
  ['qui va lire les dossiers de subvention ?', null],
  ['how long does a grant take to arrive?', null],
  ['il faut des locaux jusqu’à quand on trouve mieux', null],
  ['Pourquoi la piscine est-elle fermée ?', null],
  ['un appel à projets anonyme', null],
  ['oui', null],
] as const)('« %s »', (text, asked) => {
  expect(askedOfBot(text)).toBe(asked);
});

test.each([
  ['bonjour', true],
  ['Bonjour !', true],
  ['coucou tout le monde 👋', true],
  ['Bonsoir, comment allez-vous ?', true],
  ['hello there', true],
  ['good morning', true],
  ['bonjour, un annuaire des structures', false],
  ['salut les loyers', false],
  ['hi-tech workshops', false],
])('« %s » greets: %s', (text, expected) => {
  expect(greets(text)).toBe(expected);
});

/** The first messages: an invitation, and what people answer to it. */
import { test } from 'vitest';
import { journeys } from './harness.ts';

journeys('consent', {}, (at) => {
  test('the invitation says who asks, why, what is open and decided, who reads, until when', () =>
    at.story(`
      Bot → Claire: Bonjour Claire. La MEL écrit … Ce qui reste ouvert : Les actions. … Ce qui est déjà décidé : … Six questions, environ 5 minutes, jusqu'au 17 avril 2015. … vous lit … On commence ? [Commencer] [Plus tard] [Pas moi]
    `));

  test('yes: the first question comes', () =>
    at.story(`
      Claire: ok mais vite
      Bot: 1/6 : Qu'est-ce qui vous manque le plus pour développer vos activités ?
    `));

  test('greeting and yes in one breath', () =>
    at.story(`
      Claire: Bonjour, oui volontiers !
      Bot: 1/6 : Qu'est-ce qui vous manque le plus
    `));

  test('later, then start', () =>
    at.story(`
      Claire: plus tard
      Bot: Entendu. Écrivez « commencer » quand vous voudrez, jusqu'au 17 avril 2015.
      Claire: commencer
      Bot: 1/6 : Qu'est-ce qui
    `));

  test('with buttons', () =>
    at.story(`
      Claire [press]: Plus tard
      Bot: Entendu.
      Claire [press]: Commencer
      Bot: 1/6 : Qu'est-ce qui
    `));
});

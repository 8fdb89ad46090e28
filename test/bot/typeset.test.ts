import { expect, test } from 'vitest';
import { typeset } from '../../src/bot/typeset.ts';
import type { Document } from '../../src/chat/outbound.ts';

const said = (lang: string, ...content: { text: string }[] | { words: string }[]): Document => ({
  lang,
  blocks: [
    { type: 'paragraph', content },
    { type: 'list', items: [content] },
  ],
  choices: [],
});
const shown = (document: Document) =>
  document.blocks.flatMap((block) => (block.type === 'list' ? block.items.flat() : block.content));

test('French has its no-break spaces, in paragraphs and lists', () => {
  const text = '1/6 : on commence ? « oui » ; merci ! Synthèse n° 3, http://x.fr:80 et 12:30';
  const set =
    '1/6\u00a0: on commence\u202f? «\u00a0oui\u00a0»\u202f; merci\u202f! Synthèse n°\u00a03, http://x.fr:80 et 12:30';
  expect(shown(typeset(said('fr', { text })))).toEqual([{ text: set }, { text: set }]);
});

test('English has no space of French before a sign; what people wrote is left alone', () => {
  const english = said('en', { text: 'Really? 1 answered ; 2 silent' });
  expect(shown(typeset(english))[0]).toEqual({ text: 'Really? 1 answered; 2 silent' });
  const words = said('fr', { words: 'w1' });
  expect(typeset(words)).toEqual(words);
});

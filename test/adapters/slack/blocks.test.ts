import { describe, expect, test } from 'vitest';
import { richText } from '../../../adapters/slack/outbound/blocks.ts';
import type { Run } from '../../../src/chat/outbound.ts';
import { faultsOfMessage } from './block-kit.ts';

function shown(...content: Run[]) {
  const blocks = richText([{ type: 'paragraph', content }]);
  expect(faultsOfMessage({ text: 'x', blocks })).toEqual([]);
  return (blocks[0]!.elements[0] as { elements: readonly unknown[] }).elements;
}
const text = (said: string) => ({ type: 'text', text: said });
const link = (url: string) => ({ type: 'link', url });

describe('an address the bot gives', () => {
  test('opens at a touch, and the words around it stay words', () => {
    expect(shown({ text: 'Le plan 2015 : https://a.org/plan?an=2015#axe-1, à lire avant.' })).toEqual([
      text('Le plan 2015 : '),
      link('https://a.org/plan?an=2015#axe-1'),
      text(', à lire avant.'),
    ]);
    expect(shown({ text: 'http://127.0.0.1:8080/p/x' })).toEqual([link('http://127.0.0.1:8080/p/x')]);
  });

  test.each([
    ['Voyez https://a.org/b.', 'https://a.org/b', '.'],
    ['(voyez https://a.org/b)', 'https://a.org/b', ')'],
    ['(voyez https://a.org/b_(c)).', 'https://a.org/b_(c)', ').'],
    ['Lu ? https://a.org/b_(c)', 'https://a.org/b_(c)', ''],
    ['« https://a.org/b\u00a0»', 'https://a.org/b', '\u00a0»'],
    ['Ici : https://a.org/b…', 'https://a.org/b', '…'],
    ['Film : https://a.org/v=x_-', 'https://a.org/v=x_-', ''],
  ])('leaves the sentence its punctuation: %s', (said, url, after) => {
    const [, found, ...rest] = shown({ text: said });
    expect(found).toEqual(link(url));
    expect(rest).toEqual(after === '' ? [] : [text(after)]);
  });

  test('each of several, and bold where the sentence is', () => {
    const style = { bold: true };
    expect(shown({ text: 'https://a.org et https://b.org', strong: true })).toEqual([
      { ...link('https://a.org'), style },
      { ...text(' et '), style },
      { ...link('https://b.org'), style },
    ]);
  });

  test.each([
    'Titre : https://…',
    'des adresses en https://. Laquelle ?',
    'xhttps://a.org',
    'javascript://a.org',
    `https://a.org/${'x'.repeat(3_000)}`,
  ])('is none here: %.40s', (said) => {
    expect(shown({ text: said })).toEqual([text(said)]);
  });

  test('and what a person wrote stays as they wrote it', () => {
    expect(shown({ text: 'voir https://a.org', person: true })).toEqual([text('voir https://a.org')]);
  });
});

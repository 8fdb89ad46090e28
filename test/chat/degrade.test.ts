import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degrade } from '../../src/chat/degrade.ts';
import type { Block, Message, Run } from '../../src/chat/outbound.ts';
import { plain } from '../../src/chat/plain.ts';

const say = (blocks: Message['blocks'], choices: Message['choices'] = []): Message => ({
  lang: 'fr',
  blocks,
  choices,
});
const choices = ['Commencer', 'Plus tard', 'Pas moi'].map((label, index) => ({ value: `v${index}`, label }));
const raw = (messages: readonly Message[]): string =>
  messages
    .flatMap((message) => message.blocks)
    .flatMap((block) => (block.type === 'list' ? block.items.flat() : block.content))
    .map((run) => run.text)
    .join('');

describe('a message on a chat that can do less than it asks', () => {
  test('choices are written out where there are no buttons', () => {
    const [only] = degrade(say([{ type: 'paragraph', content: [{ text: 'On commence ?' }] }], choices), {
      maxText: 1000,
    });
    expect(plain(only!)).toBe('On commence ?\n\n1. Commencer · 2. Plus tard · 3. Pas moi');
    expect(only!.choices).toEqual([]);
  });

  test('buttons stay buttons where they fit, and all become words when they are too many', () => {
    const message = say([{ type: 'paragraph', content: [{ text: 'On commence ?' }] }], choices);
    expect(degrade(message, { maxText: 1000, maxButtons: 3 })).toEqual([message]);
    const [written] = degrade(message, { maxText: 1000, maxButtons: 2 });
    expect(written!.choices).toEqual([]);
    expect(plain(written!)).toContain('3. Pas moi');
  });

  test('40,001 characters arrive in parts that each fit, whole, with the buttons on the last', () => {
    const text = 'Voici une phrase. '.repeat(2223).slice(0, 40_001);
    const parts = degrade(say([{ type: 'paragraph', content: [{ text, person: true }] }], choices), {
      maxText: 4000,
      maxButtons: 5,
    });
    expect(parts.length).toBeGreaterThanOrEqual(11);
    expect(parts.every((part) => plain(part).length <= 4000)).toBe(true);
    expect(raw(parts)).toBe(text);
    expect(parts.slice(0, -1).every((part) => part.choices.length === 0 && plain(part).endsWith('. '))).toBe(
      true,
    );
    expect(parts.at(-1)!.choices).toEqual(choices);
  });

  test('a family, a flag and an accent are never cut in two', () => {
    for (const grapheme of ['👨‍👩‍👧‍👦', '🇫🇷', 'e\u0301', '\r\n']) {
      const text = grapheme.repeat(200);
      const parts = degrade(say([{ type: 'paragraph', content: [{ text }] }]), { maxText: 64 });
      for (const part of parts) expect(plain(part).replaceAll(grapheme, '')).toBe('');
      expect(raw(parts)).toBe(text);
    }
  });

  const run: fc.Arbitrary<Run> = fc.record(
    {
      text: fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.lorem({ maxCount: 40, mode: 'sentences' }),
      ),
      person: fc.constant(true as const),
      strong: fc.constant(true as const),
    },
    { requiredKeys: ['text'] },
  );
  const content = fc.array(run, { maxLength: 4 });
  const block: fc.Arbitrary<Block<Run>> = fc.oneof(
    fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), content }),
    fc.record({
      type: fc.constant('list' as const),
      items: fc.array(content, { minLength: 1, maxLength: 5 }),
    }),
  );

  test('whatever is said: nothing is lost, every part fits, no grapheme is cut', () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.integer({ min: 80, max: 500 }), (blocks, maxText) => {
        const message = say(blocks, choices);
        const parts = degrade(message, { maxText, maxButtons: 3 });
        expect(raw(parts)).toBe(raw([message]));
        expect(parts.filter((part) => part.choices.length > 0)).toEqual([parts.at(-1)]);
        const whole = new Set<string>();
        for (const source of blocks)
          for (const line of source.type === 'list' ? source.items : [source.content])
            for (const { segment } of segmenter.segment(line.map((piece) => piece.text).join('')))
              whole.add(segment);
        for (const part of parts) {
          expect(plain(part).length).toBeLessThanOrEqual(maxText);
          for (const piece of part.blocks)
            for (const line of piece.type === 'list' ? piece.items : [piece.content])
              for (const { segment } of segmenter.segment(line.map((run) => run.text).join('')))
                expect(whole).toContain(segment);
        }
      }),
      { numRuns: 150 },
    );
  });
});

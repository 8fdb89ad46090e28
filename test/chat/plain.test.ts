import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { display } from '../../src/chat/display.ts';
import { plain } from '../../src/chat/plain.ts';
import { cpuOf, SOON } from '../cpu.ts';

describe('a message as plain text', () => {
  test('lists get dashes, quotes get guillemets, blocks a blank line', () => {
    expect(
      plain({
        blocks: [
          {
            type: 'paragraph',
            content: [{ text: 'Merci. ' }, { text: 'Deux idées', strong: true }, { text: ' :' }],
          },
          { type: 'list', items: [[{ text: 'une' }], [{ text: 'deux' }]] },
          { type: 'quote', content: [{ text: '<b>@room</b> *gras*', person: true }] },
        ],
      }),
    ).toBe('Merci. Deux idées :\n\n- une\n- deux\n\n«\u00a0<b>@room</b> *gras*\u00a0»');
  });
});

describe("people's text on display", () => {
  test('ordinary text is shown as it was written', () => {
    for (const text of ['de la tréso, à Roubaix', '👨‍👩‍👧 et 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'a\tb\nc'])
      expect(display(text)).toBe(text);
  });

  test('zero-width characters, hidden tags and terminal escapes vanish', () => {
    expect(display('ef\u200bfa\u2060cer\ufeff \u{e0041}\u{e0042}\u001b[31mrouge\0')).toBe(
      'effacer [31mrouge',
    );
    expect(display('a\u200db')).toBe('ab');
  });

  test('a change of direction stays inside', () => {
    expect(display('fin\u202Egnp.exe')).toBe('\u2068fingnp.exe\u2069');
    expect(display('שלום')).toBe('\u2068שלום\u2069');
    expect(display('\u2069évadé')).toBe('\u2068évadé\u2069');
    expect(display('می‌خواهم')).toBe('\u2068می‌خواهم\u2069');
  });

  test('whatever is written, no control of direction gets out and showing costs at most two characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = display(text);
        expect(shown.length).toBeLessThanOrEqual(text.length + 2);
        expect(shown.replace(/^\u2068([\s\S]*)\u2069$/u, '$1')).not.toMatch(
          /[\u202a-\u202e\u2066-\u2069\u200b]/u,
        );
      }),
    );
  });

  test('100 kB of hostile characters take no time', () => {
    for (const unit of ['\u{e0041}', '\u200d', '\u202e', '\u0301', '\n ']) {
      const text = unit.repeat(100_000 / unit.length);
      expect(cpuOf(() => void display(text))).toBeLessThan(SOON);
    }
  });
});

import PDFDocument from 'pdfkit';
import { expect, test } from 'vitest';
import { SERIF } from '../../src/compose/documents.ts';
import { type Shaper, shapedOnce } from '../../src/report/shaped-once.ts';

const WORDS = [
  'P-0042, ',
  '(P-10000)',
  '[P-7081–7089]',
  '1.20 ',
  '12 500 €',
  'n°3',
  'l’été 2015',
  '3e',
  'VA77 ',
  '“4”',
];

const opened = (file: string): Shaper => {
  const doc = new PDFDocument();
  return (doc.font(file) as unknown as { _font: { font: Shaper } })._font.font;
};

test.each(Object.entries(SERIF))(
  'words with digits are shaped in the %s as if they were shaped whole',
  (_, file) => {
    const whole = opened(file);
    const inParts = opened(file);
    shapedOnce(inParts);
    for (const word of WORDS) {
      const expected = whole.layout(word);
      const found = inParts.layout(word);
      expect(found.glyphs.map((glyph) => (glyph as { id: number }).id)).toEqual(
        expected.glyphs.map((glyph) => (glyph as { id: number }).id),
      );
      expect(found.positions.map((one) => ({ ...one }))).toEqual(
        expected.positions.map((one) => ({ ...one })),
      );
      expect(found.advanceWidth).toBe(expected.advanceWidth);
    }
  },
);

test('what is shaped for one is not scaled by another', () => {
  const font = opened(SERIF.text);
  shapedOnce(font);
  const first = font.layout('P-1').positions as { xAdvance: number }[];
  const before = first.map(({ xAdvance }) => xAdvance);
  for (const position of first) position.xAdvance *= 0.5;
  expect(font.layout('P-1').positions.map(({ xAdvance }) => xAdvance)).toEqual(before);
});

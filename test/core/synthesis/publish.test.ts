import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution } from '../../../src/core/consultation/model.ts';
import { ref } from '../../../src/core/ids.ts';
import type { QuoteText, SynthesisDocument } from '../../../src/core/synthesis/document.ts';
import { excerpt } from '../../../src/core/synthesis/excerpt.ts';
import { publish } from '../../../src/core/synthesis/publish.ts';
import { publishInput, sampleBody, sampleDocument, sampleFigures } from '../../report/sample.ts';

const quotesOf = (document: SynthesisDocument): QuoteText[] =>
  document.axes.flatMap((axis) => [
    ...axis.themes.flatMap((theme) => theme.quotes),
    ...[...axis.lines, ...axis.disagreements].flatMap((line) => line.quote ?? []),
  ]);
const quoteOf = (document: SynthesisDocument, number: number) =>
  quotesOf(document).find((quote) => quote.proposal === ref(number));

describe('a synthesis for the public', () => {
  it('is refused until a person signed it, and signed each axis without disagreement', () => {
    const input = publishInput();
    expect(publish({ ...input, synthesis: { ...input.synthesis, signature: null } })).toMatchObject({
      code: 'synthesis-unsigned',
    });
    const body = sampleBody();
    const bare = { ...body, axes: body.axes.map((axis) => ({ ...axis, noDisagreement: null })) };
    expect(publish({ ...input, synthesis: { ...input.synthesis, body: bare } })).toMatchObject({
      code: 'disagreement-unsigned',
      details: { axes: '2, 3, 4, 5', count: 4 },
    });
  });

  it('names each author as they agreed to be', () => {
    const document = sampleDocument();
    expect(quoteOf(document, 1)!.by).toBe('Claire Vandamme, Association fictive n° 1');
    expect(quoteOf(document, 3)!.by).toBe('Association fictive n° 3');
    expect(quoteOf(document, 5)!.by).toBe('une structure du collège «\u202fCommunes et territoires\u202f»');
    expect(quoteOf(document, 6)).toBeUndefined();
    expect(quoteOf(document, 8)).toBeUndefined();
  });

  it('obeys a choice made after the draft', () => {
    const input = publishInput();
    const choosing = (attribution: Attribution) =>
      sampleDocument({
        authorOf: (cited) => {
          const author = input.authorOf(cited)!;
          return cited === ref(1) ? { ...author, attribution } : author;
        },
      });
    expect(quoteOf(choosing('organisation'), 1)!.by).toBe('Association fictive n° 1');
    expect(quoteOf(choosing('none'), 1)).toBeUndefined();
  });

  it('does not name the college of an author where only a few people were invited', () => {
    const input = publishInput();
    const base = sampleFigures.base.map((row) =>
      row.college === 'territories'
        ? { ...row, invited: 3, reached: 2, answered: 2, passed: 0, silent: 0 }
        : row,
    );
    const body = { ...input.synthesis.body, base };
    const document = sampleDocument({ synthesis: { ...input.synthesis, body } });
    expect(quoteOf(document, 5)!.by).toBe('une structure consultée');
  });

  it('renders what was erased as such, and what staff wrote in place of the machine', () => {
    const input = publishInput();
    const gone = (text: Parameters<typeof input.resolve>[0]) =>
      (typeof text === 'string' ? text : text.words) === 'words-1' ? null : input.resolve(text);
    expect(quoteOf(sampleDocument({ resolve: gone }), 1)).toMatchObject({ text: '[effacé]', by: null });
    const introduced = sampleDocument().axes[4]!.lines.find((line) => line.kind === 'introduced');
    expect(introduced).toMatchObject({ edited: true, text: expect.stringMatching(/^Le fonds de roulement/) });
    expect(sampleDocument({ resolve: () => null }).introduction).toBe('[effacé]');
  });

  it('withholds small figures, where the internal export shows figures and names', () => {
    const [, economy] = sampleDocument().base;
    expect(economy).toMatchObject({ answered: 12, passed: null, silent: null });
    const input = publishInput();
    const internal = sampleDocument({
      audience: 'internal',
      synthesis: { ...input.synthesis, signature: null },
    });
    expect(internal.base).toEqual(sampleFigures.base);
    expect(internal.signature).toBeNull();
    expect(quoteOf(internal, 5)!.by).toBe('Personne fictive 5, Association fictive n° 5');
    expect(quoteOf(internal, 6)).toBeUndefined();
  });
});

describe('a long quote', () => {
  it('is cut after a sentence', () => {
    const quote = quoteOf(sampleDocument(), 5)!;
    expect(quote.cut).toBe(true);
    expect(quote.text).toMatch(/finissent par renoncer\.$/);
  });

  it('is an exact extract of at most the length asked, whatever the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: fc.constantFrom('a', ' ', '. ', '\n', '👩‍🌾', 'e\u0301', '\uD83D'), maxLength: 200 }),
    );
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 60 }), (text, most) => {
        const { text: begun, cut } = excerpt(text, most);
        expect(begun.length).toBeLessThanOrEqual(most);
        expect(text.trim().startsWith(begun)).toBe(true);
        expect(cut).toBe(begun !== text.trim());
      }),
    );
  });
});

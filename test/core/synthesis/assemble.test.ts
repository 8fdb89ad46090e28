import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ref } from '../../../src/core/ids.ts';
import { citations } from '../../../src/core/synthesis/edit.ts';
import { anyInput, draft } from './any-input.ts';
import { group, grouping, people, proposal, refs } from './sample.ts';

describe('a synthesis drafted by the machine', () => {
  it('writes a line a theme, with counted facts and quotes of two people of two colleges', () => {
    const body = draft({
      proposals: [
        proposal(1, { college: 'economy' }),
        proposal(2, { college: 'economy', kind: 'question' }),
        proposal(3),
        proposal(4, { college: 'economy', supporters: people(1, 9) }),
      ],
      groupings: new Map([['1', grouping(group('Avance de trésorerie', 1, 2, 3, 4))]]),
    });
    expect(body.axes[0]!.lines).toMatchObject([
      {
        id: '1.1',
        kind: 'theme',
        theme: 0,
        text: 'Avance de trésorerie\u00a0: quatre propositions, dont une question, de deux collèges, portées par au moins cinq personnes.',
        cites: refs(1, 2, 3, 4),
      },
    ]);
    expect(body.axes[0]!.themes[0]!.quotes.map((quote) => quote.proposal)).toEqual(refs(1, 3));
    expect(body.axes[1]).toMatchObject({ axis: '2', lines: [], disagreements: [], noDisagreement: null });
  });

  it('names a theme without a label of the content by its words, and tells two of one name apart', () => {
    const body = draft({
      proposals: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) =>
        proposal(number, { kind: number === 2 ? 'objection' : 'need' }),
      ),
      groupings: new Map([
        [
          '1',
          grouping(
            { ...group('', 1, 2, 3), words: ['vélo', 'piste'] },
            { ...group('Mobilité', 4, 5), words: ['bus'] },
            group('Mobilité', 6, 7),
            group('Mobilité', 8, 9),
          ),
        ],
      ]),
    });
    expect(body.axes[0]!.themes.map(({ label }) => label)).toEqual([
      'Autour des mots «\u202fvélo\u202f» et «\u202fpiste\u202f»',
      'Mobilité, autour du mot «\u202fbus\u202f»',
      'Mobilité',
      'Mobilité (2)',
    ]);
    expect(body.axes[0]!.disagreements[0]!.text).toBe('Une objection.');
  });

  it('takes the second quote from the central half of a large theme, however many lie farther out', () => {
    const numbers = Array.from({ length: 20 }, (_, place) => place + 1);
    const body = draft({
      proposals: numbers.map((number) =>
        proposal(number, { college: number > 10 ? 'economy' : 'territories' }),
      ),
      groupings: new Map([['1', grouping(group('Locaux', ...numbers))]]),
    });
    expect(body.axes[0]!.themes[0]!.quotes.map((quote) => quote.proposal)).toEqual(refs(1, 10));
  });

  it('says of which proposals the machine alone gave the axis, unsure, until a person confirms it', () => {
    const unsure = { axisUnsure: true as const };
    const body = draft({
      proposals: [proposal(1), proposal(2, unsure), proposal(3, unsure), proposal(4, unsure)],
      groupings: new Map([['1', grouping(group('Locaux', 1, 2, 3), group('', 4))]]),
    });
    expect(body.axes[0]!.lines.map(({ text }) => text)).toEqual([
      'Locaux\u00a0: trois propositions, toutes d’un même collège. Rattachement à cet axe incertain\u00a0: P-0002 et P-0003.',
      'Besoin exprimé. Rattachement à cet axe incertain.',
    ]);
  });

  it('speaks English where the consultation does', () => {
    const body = draft({
      lang: 'en',
      proposals: [proposal(1), proposal(2), proposal(3, { kind: 'objection', about: refs(1) })],
      groupings: new Map([['1', grouping(group('Cash advance', 1, 2, 3))]]),
    });
    expect(body.axes[0]!.lines[0]!.text).toBe(
      'Cash advance: three proposals, including one objection, all from one type of actor.',
    );
    expect(body.axes[0]!.disagreements[0]!.text).toBe('An objection to P-0001, on the theme “Cash advance”.');
  });

  it('lists each single voice with its quote, whatever its count', () => {
    const body = draft({
      proposals: [proposal(1), proposal(2), proposal(3, { kind: 'project' })],
      groupings: new Map([['1', grouping(group('Formation', 1, 2), group('', 3))]]),
    });
    expect(body.axes[0]!.singleVoices).toEqual(refs(3));
    expect(body.axes[0]!.lines[1]).toMatchObject({
      id: '1.2',
      kind: 'single',
      text: 'Projet présenté.',
      quote: { proposal: ref(3) },
      cites: refs(3),
    });
  });

  it('never quotes someone who asked not to be, nor counts their college', () => {
    const body = draft({
      proposals: [
        proposal(1, { attribution: 'none', college: 'economy' }),
        proposal(2, { attribution: 'none' }),
        proposal(3, { attribution: 'none' }),
        proposal(4),
      ],
      groupings: new Map([['1', grouping(group('Locaux', 1, 2, 4), group('', 3))]]),
    });
    const [theme, single] = body.axes[0]!.lines;
    expect(theme!.text).toBe('Locaux\u00a0: trois propositions.');
    expect(body.axes[0]!.themes[0]!.quotes.map((quote) => quote.proposal)).toEqual(refs(4));
    expect(single).toMatchObject({
      quote: null,
      text: 'Besoin exprimé, dont l’auteur·rice a choisi de ne pas être cité·e.',
    });
  });

  it('shows an objection among the disagreements of each axis it touches, and keeps it in its theme', () => {
    const body = draft({
      proposals: [
        proposal(1),
        proposal(2, { kind: 'objection', about: [ref(1), ref(9), ref(99)] }),
        proposal(9, { axis: '2' }),
      ],
      groupings: new Map([['1', grouping(group('Péage', 1, 2))]]),
    });
    const [first, second] = body.axes;
    expect(first!.lines[0]!.cites).toEqual(refs(1, 2));
    expect(first!.disagreements).toMatchObject([
      {
        id: '1.d1',
        text: 'Une objection à P-0001 et à P-0009, sur le thème «\u202fPéage\u202f».',
        cites: refs(2, 1, 9),
      },
    ]);
    expect(second!.disagreements).toMatchObject([{ id: '2.d1', cites: refs(2, 1, 9) }]);
  });

  it('leaves what has no axis unclassified, but for an objection to something that has one', () => {
    const body = draft({
      proposals: [
        proposal(1, { axis: null }),
        proposal(2, { axis: 'gone' }),
        proposal(3),
        proposal(4, { axis: null, kind: 'objection', about: refs(3) }),
      ],
    });
    expect(body.unclassified).toEqual(refs(1, 2));
    expect(body.axes[0]!.disagreements[0]!.cites).toEqual(refs(4, 3));
  });

  it('groups a round without axes in a section of its own', () => {
    const body = draft({
      proposals: [proposal(1, { axis: null }), proposal(2, { axis: null }), proposal(3, { axis: null })],
      groupings: new Map([[null, grouping(group('Mobilité', 1, 3), group('', 2))]]),
    });
    expect(body.axes.map((axis) => axis.axis)).toEqual(['1', '2', 'transversal']);
    expect(body.axes[2]!.lines.map((line) => [line.id, line.cites])).toEqual([
      ['transversal.1', refs(1, 3)],
      ['transversal.2', refs(2)],
    ]);
    expect(body.unclassified).toEqual([]);
  });
});

describe('whatever the proposals and groupings', () => {
  it('every line cites proposals that exist, and every proposal is on a line or unclassified, not both (C9)', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const body = draft(input);
        const all = new Set(input.proposals!.map((known) => known.ref));
        const cited = citations(body);
        for (const axis of body.axes) {
          for (const line of [...axis.lines, ...axis.disagreements]) {
            expect(line.cites.length).toBeGreaterThan(0);
            expect(new Set(line.cites).size).toBe(line.cites.length);
            for (const cite of line.cites) expect(all).toContain(cite);
          }
        }
        for (const known of all) expect(cited.has(known)).toBe(!body.unclassified.includes(known));
        const ids = body.axes.flatMap((axis) =>
          [...axis.lines, ...axis.disagreements].map((line) => line.id),
        );
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('quotes nobody who chose not to be, hides no argument, and says no number of people below the smallest', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const body = draft(input);
        const silent = new Set(
          input.proposals!.filter((known) => known.attribution === 'none').map((known) => known.ref),
        );
        for (const axis of body.axes) {
          const lines = [...axis.lines, ...axis.disagreements];
          const quotes = [
            ...axis.themes.flatMap((theme) => theme.quotes),
            ...lines.flatMap((line) => line.quote ?? []),
          ];
          for (const quote of quotes) expect(silent).not.toContain(quote.proposal);
          for (const voice of axis.singleVoices) {
            expect(axis.lines.some((line) => line.kind === 'single' && line.cites[0] === voice)).toBe(true);
          }
          for (const line of lines) {
            expect(line.text).not.toMatch(
              /\b(une|deux|trois|quatre|one|two|three|four) (personnes?|people|person)/,
            );
          }
        }
        for (const objection of input.proposals!.filter((known) => known.kind === 'objection')) {
          const shown = body.axes.some((axis) =>
            axis.disagreements.some((line) => line.cites.includes(objection.ref)),
          );
          expect(shown).toBe(!body.unclassified.includes(objection.ref));
        }
      }),
    );
  });
});

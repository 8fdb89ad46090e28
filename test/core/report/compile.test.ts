/** What the machine writes in an annual report, and what it leaves unsaid. */
import { describe, expect, test } from 'vitest';
import type { PartnerId, ProposalId, Ref, WordsId } from '../../../src/core/ids.ts';
import {
  type AdoptedThen,
  compileReport,
  type MeasuredThen,
  type ReportInput,
} from '../../../src/core/report/compile.ts';
import type { SynthesisProposal } from '../../../src/core/synthesis/model.ts';
import { refusalToSign } from '../../../src/core/synthesis/signing.ts';
import { standing } from '../../../src/core/synthesis/standing.ts';

const adopted = (over: Partial<AdoptedThen> = {}): AdoptedThen => ({
  ref: 'A-1',
  kind: 'strengthen',
  title: 'Emplois partagés',
  axis: '5',
  body: 'le Conseil',
  decidedOn: '2016-10-01',
  cites: ['P-0001' as Ref],
  ...over,
});
const measured = (over: Partial<MeasuredThen> = {}): MeasuredThen => ({
  title: 'Emplois partagés',
  axis: '5',
  indicator: { key: 'postes', label: 'Postes', unit: 'postes', target: 40 },
  last: { value: 12, day: '2016-12-01' },
  progress: { share: 0.3, pace: 'off-track' },
  level: 'behind',
  ...over,
});
const said = (
  number: number,
  supporters: number,
  attribution: SynthesisProposal['attribution'] = 'college',
) =>
  ({
    id: `p${number}` as ProposalId,
    ref: `P-000${number}` as Ref,
    attribution,
    extract: { words: `w${number}` as WordsId, start: 0, end: 10 },
    supporters: Array.from({ length: supporters }, (_, at) => `${number}-${at}` as PartnerId),
  }) as unknown as SynthesisProposal;
const report = (over: Partial<ReportInput> = {}) =>
  compileReport({
    lang: 'fr',
    axes: ['4', '5'],
    facts: {
      year: 2016,
      from: '2016-01-01',
      to: '2016-12-31',
      plan: 3,
      adopted: [],
      rated: [],
      debt: { answers: {}, adjustments: {}, disputes: [] },
    },
    adopted: [],
    asked: [],
    measured: [],
    proposals: [said(1, 7)],
    base: [],
    smallestFigure: 5,
    ...over,
  });
const linesOf = (body: ReturnType<typeof report>) =>
  body.axes.flatMap(({ lines }) => lines.map(({ text }) => text));

describe('given what was decided and measured in a year', () => {
  test('when it is compiled, then each axis says both, with the words it comes from', () => {
    const body = report({ adopted: [adopted()], measured: [measured()] });
    expect(linesOf(body)).toEqual([
      '« Emplois partagés » : action renforcée (A-1), le Conseil, le 1er octobre 2016. Au moins 5 personnes l’avaient demandé ou soutenu.',
      '« Emplois partagés », Postes : 12 postes le 1er décembre 2016, pour une cible de 40 postes (30 %), en retard.',
    ]);
    const [first] = body.axes[1]!.lines;
    expect(first).toMatchObject({ id: '5.1', cites: ['P-0001'], quote: { proposal: 'P-0001' } });
    expect(body.report?.alerts).toEqual([{ level: 'behind', text: linesOf(body)[1] }]);
  });

  test('when few people are behind it, then no count is said', () => {
    const body = report({ adopted: [adopted()], proposals: [said(1, 4)] });
    expect(linesOf(body)[0]).not.toMatch(/personnes/u);
    expect(body.report?.heard).toBeNull();
  });

  test('when the first author chose not to be quoted, then the next one is', () => {
    const cites = ['P-0001', 'P-0002'] as Ref[];
    const body = report({ adopted: [adopted({ cites })], proposals: [said(1, 1, 'none'), said(2, 1)] });
    expect(body.axes[1]!.lines[0]!.quote?.proposal).toBe('P-0002');
  });

  test('when something is of no axis, then it has a section of its own; without, there is none', () => {
    expect(report().axes.map(({ axis }) => axis)).toEqual(['4', '5']);
    expect(report({ measured: [measured({ axis: null })] }).axes.map(({ axis }) => axis)).toEqual([
      '4',
      '5',
      'transversal',
    ]);
  });

  test('when it is signed, then no line has to cite somebody, and no disagreement is awaited', () =>
    expect(refusalToSign(report({ measured: [measured()] }))).toBeNull());

  test('when it is in English, then it reads in English', () =>
    expect(linesOf(report({ lang: 'en', adopted: [adopted({ body: 'the Council' })] }))[0]).toBe(
      '“Emplois partagés”: action strengthened (A-1) by the Council on 1 October 2016. At least 5 people had asked for it or supported it.',
    ));
});

test('given a signed report, when whoever it cites takes their words back, then what was decided and measured stays, without them', () => {
  const body = report({ adopted: [adopted()], measured: [measured()] });
  const today = standing(body, new Set(['P-0001' as Ref]), ['P-0009' as Ref]);
  expect(linesOf(today)).toEqual(linesOf(body));
  expect(today.axes[1]!.lines[0]).toMatchObject({ cites: [], quote: null });
});

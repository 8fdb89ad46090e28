/** Adjustments applied to a plan, and what they leave untouched. */
import { describe, expect, test } from 'vitest';
import type { PersonId, ProposalId, WordsId } from '../../../src/core/ids.ts';
import {
  type Adjustment,
  type AdjustmentStep,
  type AdjustmentVersion,
  adjusted,
  clash,
  stepsOf,
} from '../../../src/core/plan/adjustment.ts';
import { coverageOf } from '../../../src/core/plan/coverage.ts';
import { diffPlans } from '../../../src/core/plan/diff.ts';
import type { Plan, PlanAction } from '../../../src/core/plan/model.ts';
import { planSentencesIn } from '../../../src/core/plan/sentences.ts';
import { piecesOf, planIn, referenceTo } from '../../../src/core/plan/texts.ts';
import { isRefusal } from '../../../src/core/refusal.ts';

const WORDS: Record<string, string> = {
  w1: 'Un fonds d’avance',
  w2: 'Avance sans frais',
  w3: '110 k€ puis plus',
  w4: '2016',
};
const text = (id: WordsId) => WORDS[id] ?? '';
const w = (id: string) => id as WordsId;

const action = (key: string, axis: string): PlanAction => ({
  key,
  axis,
  objective: null,
  label: { text: { fr: `Action ${key}` } },
  description: null,
  operator: { text: { fr: 'MEL' } },
  partners: null,
  budget: null,
  means: null,
  calendar: null,
  indicators: [],
  state: 'under-way',
  illustrative: false,
  notes: [],
});
const PLAN: Plan = {
  key: 'plan',
  label: { text: { fr: 'Plan' } },
  axes: [
    { key: '1', label: { text: { fr: 'Créer' } }, objective: null },
    { key: '2', label: { text: { fr: 'Animer' } }, objective: null },
  ],
  objectives: [],
  actions: [action('a', '1'), action('b', '1'), action('c', '2')],
};
const made = (number: number, over: Partial<AdjustmentVersion>, versions = 1): Adjustment => ({
  id: `id-${number}`,
  number,
  basis: 1,
  line: null,
  state: 'open',
  versions: Array.from({ length: versions }, (_, at) => ({
    n: at + 1,
    kind: 'amend',
    action: 'a',
    axis: null,
    fields: {},
    proposals: [],
    by: 'p' as PersonId,
    at: 0,
    ...over,
  })),
});
const ADDED = made(1, {
  kind: 'add',
  action: 'fonds',
  axis: '1',
  fields: { label: w('w1'), budget: w('w3') },
});
const AMENDED = made(2, {
  kind: 'strengthen',
  action: 'a',
  fields: { description: w('w2'), calendar: w('w4') },
});
const DROPPED = made(3, { kind: 'drop', action: 'c' });

describe('applied', () => {
  const after = adjusted(PLAN, [ADDED, AMENDED, DROPPED], text);
  if (isRefusal(after)) throw new Error(after.code);

  test('an action is added after those of its axis, one changes, one is dropped and stays as such', () => {
    expect(after.actions.map(({ key, state }) => [key, state])).toEqual([
      ['a', 'under-way'],
      ['b', 'under-way'],
      ['fonds', 'planned'],
      ['c', 'dropped'],
    ]);
    expect(after.actions[0]).toMatchObject({
      description: { words: 'w2' },
      calendar: { written: { words: 'w4' }, from: '2016' },
      operator: { text: { fr: 'MEL' } },
    });
    expect(after.actions[2]!.budget?.amounts).toMatchObject([{ euros: 110_000 }]);
    expect(PLAN.actions).toHaveLength(3);
  });

  test('what changed is said, in both languages', () => {
    const reading = {
      lang: 'fr',
      languages: ['fr'],
      texts: new Map(Object.entries(WORDS) as [WordsId, string][]),
    };
    const diff = diffPlans(planIn(PLAN, reading), planIn(after, reading), 'fr');
    expect(planSentencesIn('fr').summary(diff)).toBe('1 action ajoutée, 2 modifiées. 1 inchangée.');
    expect(diff.changes.map((one) => planSentencesIn('fr').changed(one))).toEqual([
      '« Action a » : description ajoutée, « Avance sans frais » ; calendrier ajouté, « 2016 ».',
      '« Un fonds d’avance » est ajoutée (axe 1).',
      '« Action c » : état : en cours devient abandonnée.',
    ]);
    expect(planSentencesIn('en').changed(diff.changes[2]!)).toBe(
      '“Action c”: state: under way becomes dropped.',
    );
  });

  test('an action that is gone, or dropped already, can’t be adjusted; a new one has a title', () => {
    const code = (...all: Adjustment[]) => {
      const result = adjusted(PLAN, all, text);
      return isRefusal(result) ? result.code : 'applied';
    };
    expect(code(made(1, { action: 'z', fields: { label: w('w1') } }))).toBe('no-such-action');
    expect(code(DROPPED, made(4, { action: 'c', fields: { label: w('w1') } }))).toBe('action-dropped');
    expect(code(made(1, { kind: 'add', action: 'x' }))).toBe('adjustment-untitled');
    expect(code(made(1, { fields: {} }))).toBe('adjustment-empty');
  });
});

test('two that change the same thing are told, two that change different things are not', () => {
  const other = made(5, { action: 'a', fields: { operator: w('w1') } });
  expect(clash([AMENDED, other])).toBeNull();
  expect(clash([AMENDED, other, made(6, { action: 'a', fields: { description: w('w1') } })])).toMatchObject({
    one: { number: 2 },
    other: { number: 6 },
  });
  expect(clash([AMENDED, made(7, { kind: 'drop', action: 'a' })])).not.toBeNull();
});

test('what a body said of an earlier text does not hold for the next one', () => {
  const step = (version: number) => ({ adjustmentId: 'id-2', version }) as AdjustmentStep;
  const twice = made(2, {}, 2);
  expect(stepsOf(twice, [step(1), step(2)])).toEqual([step(2)]);
});

test('words stay references in a text put together from them', () => {
  const id = '0190f3a0-0000-7000-8000-000000000001' as WordsId;
  expect(piecesOf(`avant ${referenceTo(id)}, après`)).toEqual(['avant ', { words: id }, ', après']);
  expect(piecesOf('rien')).toEqual(['rien']);
});

test('coverage: axes and types of actor left out, proposals that changed nothing and why', () => {
  const proposal = (n: number, axis: string, college: string, status: never | null = null) =>
    ({ id: `p${n}` as ProposalId, ref: `P-000${n}`, axis, college, status }) as const;
  expect(
    coverageOf(
      [
        proposal(1, '1', 'reseaux'),
        proposal(2, '1', 'reseaux', 'under-way' as never),
        proposal(3, '2', 'territoires', 'outside-powers' as never),
        proposal(4, '2', 'territoires'),
      ],
      [{ axis: '1', proposals: ['p1' as ProposalId] }],
      { axes: ['1', '2', '3'], statuses: ['adopted', 'under-way', 'outside-powers'] },
    ),
  ).toEqual({
    adjustments: 1,
    proposals: 4,
    cited: 1,
    axes: ['2', '3'],
    colleges: ['territoires'],
    unchanged: [
      { status: 'under-way', refs: ['P-0002'] },
      { status: 'outside-powers', refs: ['P-0003'] },
      { status: null, refs: ['P-0004'] },
    ],
  });
});

/** Targets as whoever reads a document writes numbers, and as an import reads its own tables back. */
import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/commands/workbook/parts.ts';
import { workbookOf } from '../../src/commands/workbook/read.ts';
import { diffPlans } from '../../src/core/plan/diff.ts';
import type { Plan } from '../../src/core/plan/model.ts';
import { planSentencesIn } from '../../src/core/plan/sentences.ts';
import { actionsOf } from '../../src/core/plan/table/actions.ts';
import { readRows } from '../../src/core/plan/table/read.ts';
import { fieldsOf } from '../../src/report/annex-outline.ts';
import { planXlsx } from '../../src/report/plan-xlsx.ts';
import { samplePlan } from './open-sample.ts';

const { plan } = samplePlan.versions.at(-1)!;
const aimed = (target: number): Plan<string> => ({
  ...plan,
  actions: plan.actions.map((action) => ({
    ...action,
    indicators: action.indicators.map((one) => ({ ...one, target })),
  })),
});

describe.each([
  ['fr', 12_345.5, '12\u202f345,5 structures'],
  ['en', 12_345.5, '12,345.5 structures'],
  ['fr', 12.5, '12,5 structures'],
  ['en', 12.5, '12.5 structures'],
] as const)('in %s, %d', (lang, target, written) => {
  const say = planSentencesIn(lang);

  test('in the annex, and in what changed', () => {
    const [action] = aimed(target).actions;
    const said = fieldsOf({ action: action!, adjustments: [] }, lang);
    expect(said.map(({ text }) => text)).toContain(`Structures aidées (${written})`);
    const [change] = diffPlans(aimed(1), aimed(target), lang).changes;
    expect(change!.fields).toEqual([
      {
        field: 'indicators',
        before: 'Structures aidées (1 structures)',
        after: `Structures aidées (${written})`,
      },
    ]);
  });

  test('in a workbook that is read back', async () => {
    const workbook = await workbookOf(await partsOf(Buffer.from(await planXlsx(aimed(target), say))));
    const rows = await workbook.rows(workbook.sheets[0]!);
    const { actions } = actionsOf(readRows(rows), { axes: [], before: [], objectivesBefore: [] });
    expect(actions.flatMap(({ indicators }) => indicators.map((one) => one.target))).toEqual(
      plan.actions.map(() => target),
    );
  });
});

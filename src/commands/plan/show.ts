/** `tour plan show [N]`, `list`, `diff [A] [B]` and `export DIR`. */
import { basename, dirname } from 'node:path';
import { comparePlans, exportPlan, listPlans, type ShownPlan, showPlan } from '../../app/plan/show-plan.ts';
import type { Plan, PlanAction } from '../../core/plan/model.ts';
import { totalOf } from '../../core/plan/model.ts';
import { planSentencesIn } from '../../core/plan/sentences.ts';
import { type AsOptions, asSomebody } from '../as-somebody.ts';
import { type Context, moment, result, Stop, say, unlessRefused } from '../context.ts';
import { type ExitCode, onOneLine, table } from '../terminal.ts';
import { listFiles, writeFiles } from '../write-files.ts';

const ORIGINS = {
  content: ['du dossier', 'from the folder'],
  import: ['importée', 'imported'],
  adoption: ['adoptée', 'adopted'],
} as const;

export async function planShow(
  context: Context,
  given: string | undefined,
  options: AsOptions,
): Promise<ExitCode> {
  const number = given === undefined ? null : versionGiven(context, given);
  const shown = await asSomebody(context, options, 'plan.show', async (scene) =>
    unlessRefused(context, await showPlan(scene, number, { lang: context.lang })),
  );
  return result(context, { ...shown, plan: withTotals(shown.plan) }, () => planLines(context, shown));
}

const withTotals = (plan: Plan<string>) => ({
  ...plan,
  actions: plan.actions.map((action) => ({ ...action, euros: totalOf(action.budget) })),
});

function planLines(context: Context, { plan, version, last }: ShownPlan): string[] {
  const sentences = planSentencesIn(context.lang);
  const lines = [
    say(
      context,
      `${plan.label}, version ${version.number} sur ${last} (${ORIGINS[version.origin][0]})`,
      `${plan.label}, version ${version.number} of ${last} (${ORIGINS[version.origin][1]})`,
    ),
  ];
  for (const axis of [...plan.axes.map(({ key }) => key), null]) {
    const actions = plan.actions.filter((action) => action.axis === axis);
    if (actions.length === 0) continue;
    lines.push('', sentences.axis(axis, plan.axes.find(({ key }) => key === axis)?.label ?? null));
    for (const objective of [null, ...plan.objectives.filter((one) => one.axis === axis)]) {
      const own = actions.filter((action) => action.objective === (objective?.key ?? null));
      if (own.length > 0 && objective) lines.push(`  ${objective.label}`);
      lines.push(...own.map((action) => actionLine(sentences.states, action, sentences.example)));
    }
  }
  return lines;
}

function actionLine(
  states: Readonly<Record<string, string>>,
  action: PlanAction<string>,
  example: string,
): string {
  const about = [
    states[action.state]!,
    ...(action.operator ? [action.operator] : []),
    ...(action.budget ? [action.budget.written] : []),
    ...(action.calendar ? [action.calendar.written] : []),
    ...(action.illustrative ? [example] : []),
  ];
  return `  ${action.key}  ${onOneLine(action.label, 90)} (${about.map((one) => onOneLine(one, 40)).join(', ')})`;
}

export async function planList(context: Context, options: AsOptions): Promise<ExitCode> {
  const rows = await asSomebody(context, options, 'plan.show', async (scene) =>
    unlessRefused(context, await listPlans(scene)),
  );
  const versions = rows.map(({ number, origin, plan, createdAt, decision }) => ({
    number,
    origin,
    actions: plan.actions.length,
    createdAt: new Date(createdAt).toISOString(),
    decision,
  }));
  return result(context, { versions }, () =>
    rows.length === 0
      ? [
          say(
            context,
            'Aucun plan : « npx tour plan import FICHIER ».',
            'No plan: "npx tour plan import FILE".',
          ),
        ]
      : table(
          ['n°', say(context, 'origine', 'origin'), 'actions', say(context, 'depuis', 'since')],
          rows.map(({ number, origin, plan, createdAt }) => [
            String(number),
            ORIGINS[origin][context.lang === 'en' ? 1 : 0],
            String(plan.actions.length),
            moment(context, createdAt),
          ]),
          context.out.colour,
        ),
  );
}

/** One number compares it with the version before; `csv` also writes a table. */
export async function planDiff(
  context: Context,
  given: readonly string[],
  options: AsOptions & { readonly csv?: string },
): Promise<ExitCode> {
  const numbers = given.map((one) => versionGiven(context, one));
  const asked = { before: numbers.length > 1 ? numbers[0]! : null, after: numbers.at(-1) ?? null };
  const { before, after, diff } = await asSomebody(context, options, 'plan.show', async (scene) =>
    unlessRefused(context, await comparePlans(scene, asked, { lang: context.lang })),
  );
  const sentences = planSentencesIn(context.lang);
  if (options.csv !== undefined)
    await writeFiles(context, dirname(options.csv), {
      [basename(options.csv)]: context.planFiles.diffCsv(diff.changes, sentences),
    });
  const data = {
    before: before.version.number,
    after: after.version.number,
    unchanged: diff.same,
    changes: diff.changes.map(({ change, action, fields }) => ({
      change,
      key: action.key,
      label: action.label,
      fields,
    })),
  };
  return result(context, data, () => [
    `${say(context, `De la version ${data.before} à la version ${data.after}.`, `From version ${data.before} to version ${data.after}.`)} ${sentences.summary(diff)}`,
    ...diff.changes.map((change) => `  ${onOneLine(sentences.changed(change))}`),
  ]);
}

export const PLAN_FORMATS = ['csv', 'xlsx', 'yaml'] as const;
type Format = (typeof PLAN_FORMATS)[number];

/** All formats unless some are named. */
export async function planExport(
  context: Context,
  dir: string,
  options: AsOptions & { readonly format?: readonly Format[]; readonly plan?: string },
): Promise<ExitCode> {
  const number = options.plan === undefined ? null : versionGiven(context, options.plan);
  const { plan, inAll, version } = await asSomebody(context, options, 'plan.export', async (scene) =>
    unlessRefused(context, await exportPlan(scene, number, scene.consultation.content.languages[0])),
  );
  const sentences = planSentencesIn(context.lang);
  const wanted = new Set<Format>(options.format ?? PLAN_FORMATS);
  const { planCsv, planXlsx, planYaml } = context.planFiles;
  const files = await writeFiles(context, dir, {
    ...(wanted.has('csv') && { 'plan.csv': planCsv(plan, sentences) }),
    ...(wanted.has('xlsx') && { 'plan.xlsx': await planXlsx(plan, sentences) }),
    ...(wanted.has('yaml') && { 'plan.yaml': planYaml(inAll) }),
  });
  return result(context, { version: version.number, actions: plan.actions.length, files }, () =>
    listFiles(context, files),
  );
}

export function versionGiven(context: Context, given: string): number {
  const number = Number(given.replace(/^v/iu, ''));
  if (Number.isInteger(number) && number > 0 && number < 1e6) return number;
  throw new Stop(
    2,
    'no-such-version',
    say(
      context,
      `« ${onOneLine(given, 40)} » n’est pas un numéro de version : attendu 1, 2, 3…`,
      `"${onOneLine(given, 40)}" is no number of a version: 1, 2, 3… is expected.`,
    ),
  );
}

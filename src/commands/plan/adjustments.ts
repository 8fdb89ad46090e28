/** `tour plan adjustments`, `coverage`, `decide`, `ratify`, `adopt` and `annex`. */
import { annexOf } from '../../app/adjustment/annex.ts';
import { coverPlan } from '../../app/adjustment/coverage.ts';
import { adoptPlan, decideAdjustments, ratifyAdjustments } from '../../app/adjustment/decide-adjustments.ts';
import { listAdjustments } from '../../app/adjustment/shown.ts';
import { keepWords } from '../../app/words/keep-words.ts';
import { adjustmentRef, latest } from '../../core/plan/adjustment.ts';
import { type AsOptions, asSomebody } from '../as-somebody.ts';
import { type Context, result, Stop, say, unlessRefused } from '../context.ts';
import { pastDay } from '../day.ts';
import { bodyGiven, bodyIn, statusGiven } from '../decide.ts';
import { type ExitCode, onOneLine, table } from '../terminal.ts';
import { listFiles, writeFiles } from '../write-files.ts';
import { versionGiven } from './show.ts';

const KINDS = {
  add: ['ajouter', 'add'],
  amend: ['modifier', 'amend'],
  strengthen: ['renforcer', 'strengthen'],
  drop: ['retirer', 'drop'],
} as const;

export async function planAdjustments(context: Context, options: AsOptions): Promise<ExitCode> {
  const all = await asSomebody(context, options, 'adjustment.show', async (scene) =>
    unlessRefused(context, await listAdjustments(scene, { lang: context.lang })),
  );
  const rows = all.map(({ adjustment, title, axis, changes, cites, answer, applied }) => ({
    ref: adjustmentRef(adjustment.number),
    kind: latest(adjustment).kind,
    action: latest(adjustment).action,
    title,
    axis,
    changes,
    cites,
    state: applied === null ? answer.state : 'applied',
    awaits: answer.state === 'awaiting' ? answer.body : null,
    version: applied,
  }));
  return result(context, { adjustments: rows }, () =>
    rows.length === 0
      ? [say(context, 'Aucun ajustement.', 'No adjustment.')]
      : table(
          [
            'n°',
            say(context, 'quoi', 'what'),
            say(context, 'axe', 'axis'),
            say(context, 'état', 'state'),
            'action',
          ],
          rows.map(({ ref, kind, axis, title, awaits, version, state }) => [
            ref,
            KINDS[kind][context.lang === 'en' ? 1 : 0],
            axis ?? '',
            version === null ? (awaits ?? state) : `v${version}`,
            onOneLine(title, 70),
          ]),
          context.out.colour,
        ),
  );
}

export async function planCoverage(context: Context, options: AsOptions): Promise<ExitCode> {
  const found = await asSomebody(context, options, 'adjustment.show', async (scene) =>
    unlessRefused(context, await coverPlan(scene)),
  );
  const statuses = context.statuses(context.lang);
  return result(context, { ...found }, () => [
    say(
      context,
      `${found.adjustments} ajustements, d’après ${found.cited} propositions sur ${found.proposals}.`,
      `${found.adjustments} adjustments, from ${found.cited} of ${found.proposals} proposals.`,
    ),
    say(
      context,
      `Axes sans ajustement : ${found.axes.join(', ') || '–'}.`,
      `Axes without one: ${found.axes.join(', ') || '–'}.`,
    ),
    say(
      context,
      `Types d’acteur dont aucune proposition n’est citée : ${found.colleges.join(', ') || '–'}.`,
      `Types of actor none of whose proposals is cited: ${found.colleges.join(', ') || '–'}.`,
    ),
    ...found.unchanged.map(({ status, refs }) => {
      const why = status === null ? say(context, 'sans réponse', 'no answer') : statuses[status];
      return `  ${why}${say(context, ' : ', ': ')}${refs.join(', ')}`;
    }),
  ]);
}

export interface SaidOptions extends AsOptions {
  readonly on?: string;
  readonly except?: readonly string[];
}

/** The last word is the status; those before it are adjustments. */
export async function planDecide(
  context: Context,
  words: readonly string[],
  options: SaidOptions & { readonly reason: string; readonly body?: string },
): Promise<ExitCode> {
  const status = statusGiven(context, words.at(-1)!);
  const numbers = words.slice(0, -1).map((word) => adjustmentGiven(context, word));
  const done = await asSomebody(context, options, 'adjustment.decide', async (scene) => {
    const { decisions } = scene.consultation.content.rules;
    const body =
      options.body === undefined
        ? (decisions.pathByStatus[status] ?? decisions.path)[0]!
        : bodyGiven(context, decisions, options.body);
    const decidedOn = pastDay(context, '--on', options.on, scene.consultation.content.zone);
    const reason = await keepWords(scene, options.reason.trim());
    unlessRefused(context, await decideAdjustments(scene, numbers, { body, decidedOn, status, reason }));
    return { body: bodyIn(context, scene, body), decidedOn };
  });
  const refs = numbers.map(adjustmentRef);
  return result(
    context,
    { adjustments: refs, status, body: done.body.key, decidedOn: done.decidedOn },
    () => [
      `${refs.join(', ')}${say(context, ' : ', ': ')}${context.statuses(context.lang)[status]}, ${done.body.label}, ${done.decidedOn}.`,
    ],
  );
}

export async function planRatify(context: Context, given: string, options: SaidOptions): Promise<ExitCode> {
  const except = (options.except ?? []).map((word) => adjustmentGiven(context, word));
  const done = await asSomebody(context, options, 'adjustment.decide', async (scene) => {
    const body = bodyGiven(context, scene.consultation.content.rules.decisions, given);
    const decidedOn = pastDay(context, '--on', options.on, scene.consultation.content.zone);
    const ratified = unlessRefused(context, await ratifyAdjustments(scene, { body, decidedOn }, except));
    return {
      ratified: ratified.map(({ number }) => adjustmentRef(number)),
      label: bodyIn(context, scene, body).label,
    };
  });
  return result(context, { ratified: done.ratified }, () => [
    say(
      context,
      `${done.label} confirme ${done.ratified.join(', ')}.`,
      `${done.label} confirms ${done.ratified.join(', ')}.`,
    ),
  ]);
}

export async function planAdopt(context: Context, given: string, options: SaidOptions): Promise<ExitCode> {
  const except = (options.except ?? []).map((word) => adjustmentGiven(context, word));
  const done = await asSomebody(context, options, 'plan.adopt', async (scene) => {
    const body = bodyGiven(context, scene.consultation.content.rules.decisions, given);
    const decidedOn = pastDay(context, '--on', options.on, scene.consultation.content.zone);
    const adopted = unlessRefused(context, await adoptPlan(scene, { body, decidedOn }, except));
    return { adopted, decidedOn, label: bodyIn(context, scene, body).label };
  });
  const { version, applied, left } = done.adopted;
  const data = {
    version: version.number,
    decidedOn: done.decidedOn,
    applied: applied.map(({ number }) => adjustmentRef(number)),
    left: left.map(({ number }) => adjustmentRef(number)),
  };
  return result(context, data, () => [
    say(
      context,
      `Version ${data.version} du plan, adoptée par ${done.label} le ${data.decidedOn}, avec ${data.applied.join(', ')}.`,
      `Version ${data.version} of the plan, adopted by ${done.label} on ${data.decidedOn}, with ${data.applied.join(', ')}.`,
    ),
    ...(data.left.length > 0
      ? [say(context, `Restent en dehors : ${data.left.join(', ')}.`, `Left out: ${data.left.join(', ')}.`)]
      : []),
  ]);
}

export async function planAnnex(
  context: Context,
  dir: string,
  options: AsOptions & { readonly plan?: string },
): Promise<ExitCode> {
  const number = options.plan === undefined ? null : versionGiven(context, options.plan);
  const annex = await asSomebody(context, options, 'plan.export', async (scene) =>
    unlessRefused(context, await annexOf(scene, number)),
  );
  const files = await writeFiles(context, dir, await context.planFiles.annexFiles(annex));
  return result(context, { version: annex.version, figures: annex.figures, files }, () =>
    listFiles(context, files),
  );
}

function adjustmentGiven(context: Context, given: string): number {
  const found = /^a?[-‐–]?(\d{1,6})$/iu.exec(given.replace(/,$/u, ''));
  if (found) return Number(found[1]);
  throw new Stop(
    2,
    'no-reference',
    say(
      context,
      `« ${onOneLine(given, 40)} » n’est pas un ajustement : attendu A-3.`,
      `"${onOneLine(given, 40)}" is no adjustment: A-3 is expected.`,
    ),
  );
}

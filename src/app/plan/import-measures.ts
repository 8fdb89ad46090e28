/** A year's measures from a table: all of it, or nothing when a line can't be. */
import { localDay } from '../../core/consultation/local-day.ts';
import type { Measure } from '../../core/plan/measure.ts';
import type { MeasureFault, MeasureRow } from '../../core/plan/table/measures.ts';
import { isRefusal, type Refusal } from '../../core/refusal.ts';
import { perform, type Scene } from '../perform.ts';
import { keepWords } from '../words/keep-words.ts';
import { indicatorNamed, type MeasuredAction, type MeasuredOne, measuredActions } from './measures.ts';
import type { As } from './show-plan.ts';

type Needs = 'measures' | 'plans' | 'words' | 'consultations';

export interface MeasuresImported {
  readonly recorded: number;
  /** What was on record already: the same figure of the same day, from the same source where the line names one. */
  readonly same: number;
  /** Each indicator that was measured, as it stands now. */
  readonly indicators: readonly MeasuredOne[];
}

interface Placed {
  readonly row: MeasureRow;
  readonly action: string;
  readonly indicator: string;
}

export async function importMeasures(
  scene: Scene<Needs>,
  rows: readonly MeasureRow[],
  as: As,
): Promise<MeasuresImported | { readonly faulty: readonly MeasureFault[] } | Refusal> {
  const { tx, consultation, actor, ids, now } = scene;
  const act = { verb: 'measure.import', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () => {
    await tx.consultations.lock(consultation.id);
    const actions = await measuredActions(scene, as);
    if (isRefusal(actions)) return actions;
    const { placed, faults } = placedIn(actions, rows);
    if (faults.length > 0) return { faulty: faults };
    const standing = (await tx.measures.of(consultation.id)).filter(
      ({ takenBackAt }) => takenBackAt === null,
    );
    const notes = await tx.words.texts(standing.flatMap(({ note }) => note ?? []));
    const added: Measure[] = [];
    for (const { row, action, indicator } of placed) {
      const { value, day, source } = row;
      const known = standing.some(
        (one) =>
          one.action === action &&
          one.indicator === indicator &&
          one.day === day &&
          one.value === value &&
          (source === null || (one.note !== null && notes.get(one.note) === source)),
      );
      if (known) continue;
      const note = source === null ? null : await keepWords(scene, source);
      const made = { by: actor.person.id, at: now, takenBackAt: null, toldAt: null };
      const measure: Measure = { id: ids.next(), action, indicator, value, day, note, ...made };
      await tx.measures.add(measure, consultation.id);
      added.push(measure);
    }
    const after = await measuredActions(scene, as);
    if (isRefusal(after)) return after;
    return {
      recorded: added.length,
      same: rows.length - added.length,
      indicators: after.flatMap(({ action, indicators }) =>
        indicators.flatMap((one) =>
          placed.some((row) => row.action === action.key && row.indicator === one.indicator.key)
            ? [{ action, ...one }]
            : [],
        ),
      ),
    };
  });
}

/** `today` where the consultation is, for who reads the table. */
export const todayOf = ({ consultation, now }: Pick<Scene, 'consultation' | 'now'>): string =>
  localDay(now, consultation.content.zone);

/** Each line beside its indicator; the same line twice is there once, two figures of one day are a fault. */
function placedIn(
  actions: readonly MeasuredAction[],
  rows: readonly MeasureRow[],
): { readonly placed: readonly Placed[]; readonly faults: readonly MeasureFault[] } {
  const placed = new Map<string, Placed>();
  const faults: MeasureFault[] = [];
  for (const row of rows) {
    const one = indicatorNamed(actions, row);
    if (isRefusal(one)) {
      faults.push(unknown(one, row));
      continue;
    }
    const here = { row, action: one.action.key, indicator: one.indicator.key };
    const key = [here.action, here.indicator, row.day].join('/');
    const before = placed.get(key);
    if (before && before.row.value !== row.value)
      faults.push({
        code: 'measured-twice',
        ...row.at('value'),
        details: { first: before.row.line, found: here.indicator, day: row.day },
      });
    else if (!before) placed.set(key, here);
  }
  return { placed: [...placed.values()], faults };
}

const list = (text: string | number | undefined): readonly string[] =>
  String(text ?? '')
    .split(', ')
    .filter((one) => one !== '');

function unknown({ code, details }: Refusal, row: MeasureRow): MeasureFault {
  if (code === 'which-indicator')
    return {
      code: 'indicator-which',
      ...row.at('indicator'),
      details: { found: row.action, choices: list(details.indicators) },
    };
  if (code === 'no-such-indicator')
    return {
      code: 'indicator-unknown',
      ...row.at('indicator'),
      details: { found: row.indicator ?? '', action: row.action, choices: list(details.indicators) },
    };
  return {
    code: 'action-unknown',
    ...row.at('action'),
    details: { found: row.action, choices: list(details.actions) },
  };
}

/** One answer to many proposals: a line of the synthesis, an axis, or all that still have none. */

import type { DecisionStatus } from '../../core/consultation/model.ts';
import { mayDecide } from '../../core/decision/answer.ts';
import { type Ref, ref } from '../../core/ids.ts';
import { counts } from '../../core/proposal/change.ts';
import { axisOf } from '../../core/proposal/model.ts';
import { isRefusal, type Refusal, refuse } from '../../core/refusal.ts';
import { lineOfTheme, writtenTitles } from '../../core/synthesis/theme-named.ts';
import { unknownLine } from '../../core/synthesis/unknown-line.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';

/** A line by its id (`2.1`), a theme by its title, an axis by its key, some by number, or `rest`: whatever has no answer yet. */
export type Chosen =
  | { readonly by: 'line'; readonly line: string }
  | { readonly by: 'theme'; readonly theme: string }
  | { readonly by: 'axis'; readonly axis: string }
  | { readonly by: 'numbers'; readonly numbers: readonly number[] }
  | { readonly by: 'rest' };

export interface Together {
  /** Without an answer so far: those the decision would be recorded for. */
  readonly proposals: readonly ProposalRow[];
  /** Distinct people behind them. */
  readonly people: number;
  /** Chosen too, but answered already: they stay as they are. */
  readonly answered: readonly Ref[];
  readonly except: readonly Ref[];
}

/** What would be decided, changing nothing; refuses a line, an axis or a status that cannot be. */
export async function chooseTogether(
  scene: Scene<'proposals' | 'decisions' | 'syntheses' | 'words'>,
  chosen: Chosen,
  except: readonly number[],
  asked: { readonly body: string; readonly status: DecisionStatus },
): Promise<Together | Refusal> {
  const { tx, consultation } = scene;
  const { rules } = consultation.content;
  const act = {
    verb: 'decision.preview',
    subjectType: 'consultation',
    subjectId: consultation.id,
    refs: { by: chosen.by },
  } as const;
  return perform(scene, act, async () => {
    const rows = await rowsChosen(scene, chosen);
    if (isRefusal(rows)) return rows;
    const foreign = except.find((number) => !rows.some((row) => row.number === number));
    if (foreign !== undefined) return refuse('exception-elsewhere', { proposal: ref(foreign) });
    const steps = Map.groupBy(await tx.decisions.of(consultation.id), (step) => step.proposalId);
    const left = rows.filter((row) => !except.includes(row.number));
    const proposals = left.filter((row) => !steps.has(row.id));
    if (proposals.length === 0) return refuse('nothing-to-decide');
    for (const row of proposals) {
      const refusal = mayDecide(row, [], asked.body, asked.status, rules);
      if (refusal) return refusal;
    }
    const people = proposals.flatMap((row) => [row.partnerId, ...row.endorsers]);
    return {
      proposals,
      people: new Set(people.filter((id) => id !== null)).size,
      answered: left.filter((row) => steps.has(row.id)).map((row) => ref(row.number)),
      except: except.map(ref),
    };
  });
}

/** In force, in number order; late ones that nobody accepted are owed an answer too, but one of their own. */
export async function rowsChosen(
  { tx, consultation }: Pick<Scene<'proposals' | 'syntheses' | 'words'>, 'tx' | 'consultation'>,
  chosen: Chosen,
): Promise<readonly ProposalRow[] | Refusal> {
  const rows = await tx.proposals.of(consultation.id, { states: ['submitted'] });
  if (chosen.by === 'rest') return rows;
  if (chosen.by === 'numbers') return rows.filter(({ number }) => chosen.numbers.includes(number));
  if (chosen.by === 'axis') {
    const { axes } = consultation.content;
    if (!axes.some(({ key }) => key === chosen.axis))
      return refuse('no-such-axis', { axis: chosen.axis, axes: axes.map(({ key }) => key).join(', ') });
    return rows.filter((row) => counts(row) && axisOf(row) === chosen.axis);
  }
  const synthesis =
    (await tx.syntheses.latestSigned(consultation.id)) ?? (await tx.syntheses.latest(consultation.id));
  if (!synthesis) return refuse('no-synthesis');
  const lines = synthesis.body.axes.flatMap((axis) => [...axis.lines, ...axis.disagreements]);
  const wanted =
    chosen.by === 'line'
      ? chosen.line
      : lineOfTheme(synthesis.body, await tx.words.texts(writtenTitles(synthesis.body)), chosen.theme);
  if (typeof wanted !== 'string') return wanted;
  const line = lines.find(({ id }) => id === wanted);
  if (!line) return unknownLine(synthesis.body, wanted);
  const cited = new Set(line.cites);
  return rows.filter((row) => cited.has(ref(row.number)));
}

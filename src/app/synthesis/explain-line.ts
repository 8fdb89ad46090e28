/** What a line of a synthesis rests on, for the team who asks why it is there. */

import { ref } from '../../core/ids.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { AxisSynthesis, Line } from '../../core/synthesis/model.ts';
import { unknownLine } from '../../core/synthesis/unknown-line.ts';
import { perform, type Scene } from '../perform.ts';
import { type WithText, withTexts } from '../proposal/with-texts.ts';

export interface Explained {
  readonly line: Line;
  /** The group it speaks of, when it is a theme's. */
  readonly theme: AxisSynthesis['themes'][number] | null;
  /** What it cites, in its order. */
  readonly cited: readonly WithText[];
}

/** The line of that id in the latest synthesis. */
export async function explainLine(
  scene: Scene<'syntheses' | 'proposals' | 'words'>,
  id: string,
): Promise<Explained | Refusal> {
  const { tx, consultation } = scene;
  const row = await tx.syntheses.latest(consultation.id);
  if (!row) return refuse('no-synthesis');
  const act = { verb: 'synthesis.show', subjectType: 'synthesis', subjectId: row.id } as const;
  return perform(scene, act, async () => {
    const axis = row.body.axes.find(({ lines, disagreements }) =>
      [...lines, ...disagreements].some((one) => one.id === id),
    );
    if (!axis) return unknownLine(row.body, id);
    const line = [...axis.lines, ...axis.disagreements].find((one) => one.id === id)!;
    const theme = line.theme === null ? null : (axis.themes[line.theme] ?? null);
    const rows = new Map((await tx.proposals.of(consultation.id)).map((one) => [ref(one.number), one]));
    const cited = await withTexts(
      tx,
      line.cites.flatMap((one) => rows.get(one) ?? []),
    );
    return { line, theme, cited };
  });
}

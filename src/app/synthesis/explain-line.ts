/** What a line of a synthesis rests on, for the team who asks why it is there. */
import type { Ref } from '../../core/ids.ts';
import { ref } from '../../core/ids.ts';
import { current } from '../../core/proposal/model.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { AxisSynthesis, Line } from '../../core/synthesis/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';

export interface Explained {
  readonly line: Line;
  /** The group it speaks of, when it is a theme's. */
  readonly theme: AxisSynthesis['themes'][number] | null;
  /** What it cites, in its order, with their texts; '' once erased. */
  readonly cited: readonly { readonly row: ProposalRow; readonly text: string }[];
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
    if (!axis) return refuse('line-unknown', { line: id });
    const line = [...axis.lines, ...axis.disagreements].find((one) => one.id === id)!;
    const theme = line.theme === null ? null : (axis.themes[line.theme] ?? null);
    return { line, theme, cited: await withTexts(scene, line.cites) };
  });
}

/** Proposals in the order of their references, with what they say. */
export async function withTexts(
  { tx, consultation }: Pick<Scene<'proposals' | 'words'>, 'tx' | 'consultation'>,
  refs: readonly Ref[],
): Promise<Explained['cited']> {
  const rows = new Map((await tx.proposals.of(consultation.id)).map((row) => [ref(row.number), row]));
  const cited = refs.flatMap((one) => rows.get(one) ?? []);
  const texts = await tx.words.texts(cited.map((row) => current(row).words));
  return cited.map((row) => {
    const { words, start, end } = current(row);
    return { row, text: texts.get(words)?.slice(start, end) ?? '' };
  });
}

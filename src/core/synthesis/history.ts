/** What an edit changed in a draft: shown before and after, and taken back. Texts stay references. */
import type { WordsId } from '../ids.ts';
import type { AxisSynthesis, Line, SynthesisBody } from './model.ts';

/** The parts of a body that one edit touched, as they were on one side of it. */
export type Touched = Pick<SynthesisBody, 'introduction' | 'axes' | 'unclassified'>;

/** Both sides of an edit: whole sections, so that one can take the other's place. */
export function touched(before: SynthesisBody, after: SynthesisBody): { before: Touched; after: Touched } {
  const changed = after.axes.flatMap((axis, at) => (axis === before.axes[at] ? [] : [axis.axis]));
  const side = ({ introduction, axes, unclassified }: SynthesisBody): Touched => ({
    introduction,
    axes: axes.filter(({ axis }) => changed.includes(axis)),
    unclassified,
  });
  return { before: side(before), after: side(after) };
}

/** The body with those parts put back. */
export const putBack = (body: SynthesisBody, parts: Touched): SynthesisBody => ({
  ...body,
  introduction: parts.introduction,
  axes: body.axes.map((axis) => parts.axes.find((one) => one.axis === axis.axis) ?? axis),
  unclassified: parts.unclassified,
});

/** The machine's sentence, or a person's words; null when there is nothing on that side. */
export type Said = { readonly text: string } | { readonly words: WordsId } | null;

export interface Change {
  /** A line's id, an axis's key, or '' for the whole synthesis. */
  readonly place: string;
  readonly what: 'line' | 'title' | 'introduction' | 'order' | 'no-disagreement';
  readonly before: Said;
  readonly after: Said;
}

const whole = (words: WordsId | null): Said => (words === null ? null : { words });
const said = (line: Line | undefined): Said =>
  line === undefined ? null : line.words === null ? { text: line.text ?? '' } : { words: line.words };
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function changesOf({ before, after }: { before: Touched; after: Touched }): Change[] {
  const introduced: Change[] = same(before.introduction, after.introduction)
    ? []
    : [
        {
          place: '',
          what: 'introduction',
          before: whole(before.introduction),
          after: whole(after.introduction),
        },
      ];
  return [
    ...introduced,
    ...after.axes.flatMap((axis) => ofAxis(before.axes.find((one) => one.axis === axis.axis)!, axis)),
  ];
}

function ofAxis(before: AxisSynthesis, after: AxisSynthesis): Change[] {
  const changes: Change[] = [];
  const add = (place: string, what: Change['what'], from: Said, to: Said): void => {
    if (!same(from, to)) changes.push({ place, what, before: from, after: to });
  };
  add(after.axis, 'introduction', whole(before.introduction), whole(after.introduction));
  for (const [at, theme] of after.themes.entries()) {
    const old = before.themes[at];
    const line = after.lines.find((one) => one.theme === at)?.id ?? after.axis;
    const title = (one: typeof theme | undefined): Said =>
      one === undefined ? null : one.title ? { words: one.title } : { text: one.label };
    add(line, 'title', title(old), title(theme));
  }
  for (const section of ['lines', 'disagreements'] as const) {
    const old = new Map(before[section].map((line) => [line.id, line]));
    const now = new Map(after[section].map((line) => [line.id, line]));
    for (const id of new Set([...old.keys(), ...now.keys()]))
      add(id, 'line', said(old.get(id)), said(now.get(id)));
    const order = (lines: readonly Line[]) =>
      lines.map(({ id }) => id).filter((id) => old.has(id) && now.has(id));
    if (!same(order(before[section]), order(after[section])))
      add(
        after.axis,
        'order',
        { text: order(before[section]).join(' ') },
        { text: order(after[section]).join(' ') },
      );
  }
  if (!same(before.noDisagreement, after.noDisagreement) && after.noDisagreement !== null)
    changes.push({ place: after.axis, what: 'no-disagreement', before: null, after: null });
  return changes;
}

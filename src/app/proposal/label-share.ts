/** How often the machine's axis is the one people filed a text under. */
import type { Axis } from '../../core/consultation/model.ts';

export interface LabelShare {
  /** Texts whose label is that of an axis. */
  readonly labelled: number;
  /** Texts whose label is that of no axis: not counted. */
  readonly otherLabel: number;
  /** Of the labelled: read under the right axis, and under none. */
  readonly right: number;
  readonly withoutAxis: number;
  /** How many would be right if all were put under the most frequent label. */
  readonly majority: number;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** null when no label is an axis's, whatever its case, accents and punctuation. */
export function shareOfLabels(
  texts: readonly { readonly label: string | null; readonly read: string | null }[],
  axes: readonly Pick<Axis, 'key' | 'label'>[],
): LabelShare | null {
  const keyOf = new Map(
    axes.flatMap((axis) => Object.values(axis.label).map((label) => [plain(label), axis.key] as const)),
  );
  const filed = texts.flatMap(({ label, read }) =>
    label === null ? [] : [{ read, truth: keyOf.get(plain(label)) ?? null }],
  );
  const known = filed.filter(({ truth }) => truth !== null);
  if (known.length === 0) return null;
  const counts = Map.groupBy(known, ({ truth }) => truth);
  return {
    labelled: known.length,
    otherLabel: filed.length - known.length,
    right: known.filter(({ truth, read }) => truth === read).length,
    withoutAxis: known.filter(({ read }) => read === null).length,
    majority: Math.max(...[...counts.values()].map((here) => here.length)),
  };
}

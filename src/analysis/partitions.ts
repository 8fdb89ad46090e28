/** How far two ways to group the same things agree. */

interface Table {
  readonly cells: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly total: number;
}

function tableOf(one: ArrayLike<number | string>, other: ArrayLike<number | string>): Table {
  const cells = new Map<string, number>();
  const rows = new Map<number | string, number>();
  const columns = new Map<number | string, number>();
  for (let k = 0; k < one.length; k++) {
    const [a, b] = [one[k]!, other[k]!];
    cells.set(`${a}\n${b}`, (cells.get(`${a}\n${b}`) ?? 0) + 1);
    rows.set(a, (rows.get(a) ?? 0) + 1);
    columns.set(b, (columns.get(b) ?? 0) + 1);
  }
  return {
    cells: [...cells.values()],
    rows: [...rows.values()],
    columns: [...columns.values()],
    total: one.length,
  };
}

const pairs = (n: number): number => (n * (n - 1)) / 2;
const sum = (values: readonly number[], of: (n: number) => number): number =>
  values.reduce((total, n) => total + of(n), 0);

/** The adjusted Rand index: 1 for the same groups, about 0 for groups drawn by lot. */
export function adjustedRand(one: ArrayLike<number | string>, other: ArrayLike<number | string>): number {
  const { cells, rows, columns, total } = tableOf(one, other);
  const [a, b] = [sum(rows, pairs), sum(columns, pairs)];
  const expected = total < 2 ? 0 : (a * b) / pairs(total);
  const most = (a + b) / 2;
  return most === expected ? 1 : (sum(cells, pairs) - expected) / (most - expected);
}

/** The V-measure: the harmonic mean of groups of one class each, and of classes in one group each. */
export function vMeasure(classes: ArrayLike<number | string>, groups: ArrayLike<number | string>): number {
  const { cells, rows, columns, total } = tableOf(classes, groups);
  const entropy = (values: readonly number[]): number =>
    -sum(values, (n) => (n / total) * Math.log(n / total));
  const [ofClasses, ofGroups, joint] = [entropy(rows), entropy(columns), entropy(cells)];
  const homogeneity = ofClasses === 0 ? 1 : 1 - (joint - ofGroups) / ofClasses;
  const completeness = ofGroups === 0 ? 1 : 1 - (joint - ofClasses) / ofGroups;
  return homogeneity + completeness === 0
    ? 0
    : (2 * homogeneity * completeness) / (homogeneity + completeness);
}

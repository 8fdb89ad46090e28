/** Texts of a file, read by the machine as chat's are, before anything is stored. */
import type { Consultation } from '../../core/consultation/model.ts';
import { retag } from '../../core/proposal/change.ts';
import { axisOf, type Tag } from '../../core/proposal/model.ts';
import type { Reader } from '../../core/proposal/reading.ts';
import { type ImportFault, type ImportRow, isFault } from './import-row.ts';
import { type LabelShare, shareOfLabels } from './label-share.ts';

/** A row with how it was read: one row is one proposal, since who filed it made it one contribution. */
export interface ReadRow extends ImportRow {
  readonly start: number;
  readonly end: number;
  readonly tags: readonly Tag[];
  /** The words that carried the axis, strongest first; empty when somebody gave it. */
  readonly because: readonly string[];
}

export interface ReadFile {
  readonly rows: readonly ReadRow[];
  /** Lines left out: their id and text are those of a line before. */
  readonly repeated: number;
  readonly withoutAxis: number;
  /** Those with an axis the machine would not choose alone. */
  readonly doubtful: number;
  /** null when no row carries the label of an axis. */
  readonly labels: LabelShare | null;
  /** Names of fields that are not kept. */
  readonly unread: readonly string[];
}

/**
 * Every row read, or everything that is wrong with the file. `onRow` is told how many were read so far. The rows stay in
 * memory, 17 MB for 20,000: reading a file twice, as that of the partners is, would have the machine read each text twice.
 */
export async function readImport(
  lines: AsyncIterable<ImportRow | ImportFault>,
  content: Consultation,
  reader: Reader,
  onRow: (count: number) => void = () => {},
): Promise<ReadFile | readonly ImportFault[]> {
  const faults: ImportFault[] = [];
  const rows: ReadRow[] = [];
  const machine: (string | null)[] = [];
  const seen = new Map<string, ImportRow>();
  let repeated = 0;
  const unread = new Set<string>();
  for await (const row of lines) {
    const fault = isFault(row) ? row : faultOf(row, content, seen);
    if (fault) faults.push(fault);
    if (fault || isFault(row)) continue;
    if (seen.has(row.id)) {
      repeated += 1;
      continue;
    }
    seen.set(row.id, row);
    for (const field of row.unread) unread.add(field);
    if (faults.length > 0) continue;
    const lang = row.lang ?? content.languages[0];
    const idea = reader.readWhole(row.text, { lang, prompt: null });
    const read = axisOf(idea);
    machine.push(read);
    const tags = row.axis === null ? idea.tags : givenAxis(idea.tags, row.axis);
    const spans = read === null || row.axis !== null ? [] : reader.reasons(row.text, lang, 'axis', read);
    const because = spans.map(({ start, end }) => row.text.slice(start, end));
    rows.push({ ...row, start: idea.start, end: idea.end, tags, because });
    onRow(rows.length);
  }
  if (faults.length > 0) return faults;
  return {
    rows,
    repeated,
    withoutAxis: rows.filter((row) => axisOf(row) === null).length,
    doubtful: rows.filter((row) => doubted(row, content.rules.doubtBelow)).length,
    labels: shareOfLabels(
      rows.map((row, index) => ({ label: row.label, read: machine[index]! })),
      content.axes,
    ),
    unread: [...unread],
  };
}

function faultOf(
  row: ImportRow,
  content: Consultation,
  seen: ReadonlyMap<string, ImportRow>,
): ImportFault | null {
  const { line } = row;
  const first = seen.get(row.id);
  if (first !== undefined && first.text !== row.text)
    return { line, column: 1, code: 'duplicate-id', details: { id: row.id, first: first.line } };
  if (row.axis !== null && !content.axes.some(({ key }) => key === row.axis)) {
    const axes = content.axes.map(({ key }) => key).join(', ');
    return { line, column: 1, code: 'unknown-axis', details: { axis: row.axis, axes } };
  }
  if (row.lang !== null && !/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/iu.test(row.lang))
    return { line, column: 1, code: 'unknown-lang', details: { lang: row.lang } };
  return null;
}

const doubted = (row: ReadRow, below: number): boolean =>
  row.tags.some((tag) => tag.dimension === 'axis' && tag.main && tag.confidence < below);

/** The axis the file gives is a person's word; a theme read in another axis does not go with it. */
function givenAxis(tags: readonly Tag[], axis: string): Tag[] {
  const said: Tag = { dimension: 'axis', value: axis, source: 'facilitator', confidence: 1, main: true };
  const same = axisOf({ tags }) === axis;
  return retag(
    tags.filter((tag) => same || tag.dimension !== 'theme'),
    [said],
  );
}

/** How well comments are grouped: beside the prompts they answered, which the grouping does not see. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adjustedRand, vMeasure } from '../../src/analysis/partitions.ts';
import { groupProposals } from '../../src/analysis/themes.ts';
import type { ProposalId } from '../../src/core/ids.ts';
import type { GroupingInput } from '../../src/core/synthesis/model.ts';

const FILE = 'mel-grand-debat-comments.jsonl';

interface Row {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly question: string;
}

export interface Grouped {
  readonly groups: number;
  readonly alone: number;
  readonly v: number;
  readonly rand: number;
}

const input = ({ id, text }: Row): GroupingInput => ({
  id: id as ProposalId,
  text,
  theme: null,
  partnerId: null,
  quotable: true,
});

/** Each section grouped by itself, as a synthesis does with its axes. */
export function groupedBy(rows: readonly Row[], sectionOf: (row: Row) => string, across = false): Grouped {
  const found = new Map<string, string>();
  let [groups, alone] = [0, 0];
  for (const [section, part] of Map.groupBy(rows, sectionOf))
    groupProposals(part.map(input), 'fr', [], across).groups.forEach(({ members }, k) => {
      groups += 1;
      if (members.length === 1) alone += 1;
      for (const id of members) found.set(id, `${section} ${k}`);
    });
  const [classes, own] = [rows.map(({ question }) => question), rows.map(({ id }) => found.get(id)!)];
  return { groups, alone, v: vMeasure(classes, own), rand: adjustedRand(classes, own) };
}

/** The comments with the prompts they answered; null where they aren't. */
export function commentsOf(data: string): readonly Row[] | null {
  const file = join(data, FILE);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

const figure = (value: number): string => value.toFixed(3).replace(/^0/u, '');

export function themes(data: string): void {
  const rows = commentsOf(data);
  if (rows === null) {
    console.log(`  not run: no ${FILE} in ${data}`);
    return;
  }
  const prompts = rows.map(({ question }) => question);
  const shown = (how: string, { groups, alone, v, rand }: Grouped) => ({
    how,
    groups,
    'of one text': alone,
    V: figure(v),
    'adjusted Rand': figure(rand),
  });
  const labels = rows.map(({ label }) => label);
  console.log(`Grouping ${rows.length} comments, beside the ${new Set(prompts).size} prompts they answered`);
  console.table([
    shown('their axis alone', {
      groups: new Set(labels).size,
      alone: 0,
      v: vMeasure(prompts, labels),
      rand: adjustedRand(prompts, labels),
    }),
    shown(
      'this project, across all axes',
      groupedBy(rows, () => '', true),
    ),
    shown(
      'this project, within their axis',
      groupedBy(rows, ({ label }) => label),
    ),
    { how: 'goal', V: '.50', 'adjusted Rand': '.30' },
  ]);
}

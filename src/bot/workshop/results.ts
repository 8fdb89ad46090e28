/** Results of the dots in a sentence a group. */
import type { Lang } from '../../core/consultation/model.ts';
import { collegeNamed } from '../../core/consultation/published-colleges.ts';
import type { Result } from '../../core/workshop/dots.ts';
import { membersOf } from '../../core/workshop/groups.ts';
import { groupName } from '../../core/workshop/model.ts';
import type { Phrases } from '../locales/fr.ts';
import { line, list, type Reply } from '../talk.ts';
import { groupsSeen, titleOf } from './groups-shown.ts';
import { type Held, localIn } from './held.ts';

export async function resultLines(
  held: Held,
  results: readonly Result[],
  say: Phrases,
  lang: Lang,
): Promise<Reply['blocks']> {
  const seen = await groupsSeen(held);
  const voted = results.filter(({ points }) => points !== 0);
  if (voted.length === 0) return [line(say.workshop.noDots)];
  return [
    list(
      ...voted.map((result) => {
        const group = seen.grouped.groups.find(({ id }) => id === result.group)!;
        const members = membersOf(seen.grouped, group.id).flatMap(
          ({ proposal }) => seen.said.find((one) => one.proposal === proposal) ?? [],
        );
        return [
          say.workshop.result(groupName(group.number), result.points),
          ...titleOf(say, group, members),
          say.workshop.resultCells(cellsOf(held, result, say, lang)),
        ];
      }),
    ),
  ];
}

/** Of those that may be shown, the ones with points. */
export const cellsOf = (
  held: Pick<Held, 'consultation'>,
  { cells }: Pick<Result, 'cells'>,
  say: Phrases,
  lang: Lang,
): string[] =>
  cells.flatMap(({ college, points }) => {
    if (points === null || points === 0) return [];
    const label = collegeNamed(held.consultation.content, college);
    return [say.workshop.cell(label ? localIn(held, lang, label) : college, points)];
  });

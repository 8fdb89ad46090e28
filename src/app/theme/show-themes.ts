/** Themes as the team sees them: with what is in them now, and what came since they were last found. */
import { counts } from '../../core/proposal/change.ts';
import { axisOf } from '../../core/proposal/model.ts';
import type { Refusal } from '../../core/refusal.ts';
import type { Theme, Themes } from '../../core/theme/model.ts';
import { perform, type Scene } from '../perform.ts';
import type { ProposalRow } from '../ports/proposals.ts';

export interface ShownTheme {
  readonly theme: Theme;
  /** Most central first. */
  readonly members: readonly { readonly row: ProposalRow; readonly put: boolean }[];
}

export interface ShownThemes {
  /** By axis in the order of the content, largest first; none without members. */
  readonly themes: readonly ShownTheme[];
  /** In no theme, by axis. */
  readonly alone: ReadonlyMap<string | null, readonly ProposalRow[]>;
}

export async function showThemes(scene: Scene<'themes' | 'proposals'>): Promise<ShownThemes | Refusal> {
  const { tx, consultation } = scene;
  const act = { verb: 'themes.list', subjectType: 'consultation', subjectId: consultation.id } as const;
  return perform(scene, act, async () =>
    shownThemes(
      await tx.themes.of(consultation.id),
      (await tx.proposals.of(consultation.id)).filter(counts),
      consultation.content.axes.map(({ key }) => key),
    ),
  );
}

export function shownThemes(
  { themes, members }: Themes,
  rows: readonly ProposalRow[],
  axes: readonly string[],
): ShownThemes {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byTheme = Map.groupBy(members, ({ theme }) => theme);
  const placed = new Set<string>();
  const order = (axis: string | null) => (axis === null ? axes.length : axes.indexOf(axis));
  const shown = themes
    .map(
      (theme): ShownTheme => ({
        theme,
        members: (byTheme.get(theme.id) ?? [])
          .toSorted((a, b) => a.place - b.place)
          .flatMap(({ proposal, by }) => {
            const row = byId.get(proposal);
            if (!row || axisOf(row) !== theme.axis) return [];
            placed.add(proposal);
            return [{ row, put: by !== null }];
          }),
      }),
    )
    .filter((one) => one.members.length > 0)
    .sort(
      (a, b) =>
        order(a.theme.axis) - order(b.theme.axis) ||
        b.members.length - a.members.length ||
        a.theme.number - b.theme.number,
    );
  return {
    themes: shown,
    alone: Map.groupBy(
      rows.filter(({ id }) => !placed.has(id)),
      axisOf,
    ),
  };
}

/** Themes, who put what in them, and what people changed. */
import { v7 } from 'uuid';
import type { ThemesRepository } from '../../app/ports/themes.ts';
import type { ConsultationId, PersonId, ProposalId, WordsId } from '../../core/ids.ts';
import type { Before } from '../../core/theme/correct.ts';
import type { Theme, ThemeMember } from '../../core/theme/model.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function themes(tx: Client): ThemesRepository {
  const setThemes = async (
    consultationId: ConsultationId,
    rows: readonly Theme[],
    at: number,
  ): Promise<void> => {
    await insert(
      tx,
      'Theme',
      rows.map(({ id, number, axis, label, words, title, mergedInto }) => ({
        id,
        consultationId,
        number,
        axisKey: axis,
        label,
        words: [...words],
        titleId: title,
        mergedIntoId: mergedInto,
        createdAt: toDate(at),
      })),
      Prisma.sql`ON CONFLICT (id) DO UPDATE SET label = excluded.label, words = excluded.words,
        "titleId" = excluded."titleId", "mergedIntoId" = excluded."mergedIntoId"`,
    );
  };
  const setMembers = async (consultationId: ConsultationId, rows: readonly ThemeMember[]): Promise<void> => {
    await insert(
      tx,
      'ThemeMember',
      rows.map(({ proposal, theme, by, place }) => ({
        id: v7(),
        consultationId,
        themeId: theme,
        proposalId: proposal,
        placedBy: by,
        place,
      })),
      Prisma.sql`ON CONFLICT ("proposalId") DO UPDATE SET "themeId" = excluded."themeId",
        "placedBy" = excluded."placedBy", place = excluded.place`,
    );
  };

  return {
    async of(consultationId) {
      const found = await tx.theme.findMany({ where: { consultationId }, orderBy: { number: 'asc' } });
      const members = await tx.themeMember.findMany({
        where: { consultationId },
        orderBy: [{ place: 'asc' }, { proposalId: 'asc' }],
      });
      return {
        themes: found.map(({ id, number, axisKey, label, words, titleId, mergedIntoId }) => ({
          id,
          number,
          axis: axisKey,
          label,
          words,
          title: titleId as WordsId | null,
          mergedInto: mergedIntoId,
        })),
        members: members.map(({ proposalId, themeId, placedBy, place }) => ({
          proposal: proposalId as ProposalId,
          theme: themeId,
          by: placedBy as PersonId | null,
          place,
        })),
      };
    },

    async keep(consultationId, { themes: all, members }, at) {
      await setThemes(consultationId, all, at);
      await tx.themeMember.deleteMany({ where: { consultationId } });
      await setMembers(consultationId, members);
    },

    async change(consultationId, { themes: changed, members }, at) {
      await setThemes(consultationId, changed, at);
      const out = members.filter(({ theme }) => theme === null).map(({ proposal }) => proposal);
      if (out.length > 0) await tx.themeMember.deleteMany({ where: { proposalId: { in: out } } });
      await setMembers(
        consultationId,
        members.flatMap(({ theme, ...member }) => (theme === null ? [] : [{ ...member, theme }])),
      );
    },

    async record({ at, before, ...change }) {
      await insert(tx, 'ThemeChange', [{ ...change, before, at: toDate(at), undoneAt: null }]);
    },

    async lastChange(consultationId) {
      const row = await tx.themeChange.findFirst({
        where: { consultationId, undoneAt: null },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
      });
      return (
        row && {
          id: row.id,
          consultationId,
          personId: row.personId as PersonId,
          does: row.does,
          before: row.before as unknown as Before,
          at: toInstant(row.at),
        }
      );
    },

    async takeBack(id, at) {
      await tx.themeChange.update({ where: { id }, data: { undoneAt: toDate(at) } });
    },
  };
}

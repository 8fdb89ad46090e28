/** Ideas put together, and by whom. */
import { v7 } from 'uuid';
import type { Workshops } from '../../../app/ports/workshops.ts';
import type { PersonId, ProposalId, WordsId } from '../../../core/ids.ts';
import { Prisma } from '../../generated/client.ts';
import { type Client, DO_NOTHING, insert } from '../../insert.ts';
import { toDate } from '../../instants.ts';

export const groupsOf = (
  tx: Client,
): Pick<Workshops, 'grouped' | 'addGroups' | 'setMember' | 'removeMember' | 'setGroup'> => ({
  async grouped(workshopId) {
    const groups = await tx.workshopGroup.findMany({ where: { workshopId }, orderBy: { number: 'asc' } });
    const members = await tx.workshopMember.findMany({ where: { workshopId }, orderBy: { place: 'asc' } });
    return {
      groups: groups.map(({ id, number, axisKey, titleId, mergedIntoId }) => ({
        id,
        number,
        axis: axisKey,
        title: titleId as WordsId | null,
        mergedInto: mergedIntoId,
      })),
      members: members.map(({ proposalId, groupId, movedBy, place }) => ({
        proposal: proposalId as ProposalId,
        group: groupId,
        by: movedBy as PersonId | null,
        place,
      })),
    };
  },

  async addGroups({ id: workshopId, consultationId }, { groups, members }, at) {
    await insert(
      tx,
      'WorkshopGroup',
      groups.map(({ id, number, axis, title, mergedInto }) => ({
        id,
        consultationId,
        workshopId,
        number,
        axisKey: axis,
        titleId: title,
        mergedIntoId: mergedInto,
        createdAt: toDate(at),
      })),
    );
    await insert(
      tx,
      'WorkshopMember',
      members.map(({ proposal, group, by, place }) => ({
        id: v7(),
        consultationId,
        workshopId,
        proposalId: proposal,
        groupId: group,
        movedBy: by,
        place,
      })),
      DO_NOTHING,
    );
  },

  async setMember({ id: workshopId, consultationId }, { proposal, group, by, place }) {
    const row = { consultationId, workshopId, proposalId: proposal, groupId: group, movedBy: by, place };
    await insert(
      tx,
      'WorkshopMember',
      [{ id: v7(), ...row }],
      Prisma.sql`ON CONFLICT ("workshopId", "proposalId") DO UPDATE SET "groupId" = excluded."groupId",
        "movedBy" = excluded."movedBy", place = excluded.place`,
    );
  },

  async removeMember(workshopId, proposalId) {
    await tx.workshopMember.deleteMany({ where: { workshopId, proposalId } });
  },

  async setGroup({ id, title, mergedInto }) {
    await tx.workshopGroup.update({ where: { id }, data: { titleId: title, mergedIntoId: mergedInto } });
  },
});

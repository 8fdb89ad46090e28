import { v7 } from 'uuid';
import type { Attendee, Table, Tables } from '../../app/ports/tables.ts';
import type { OrganisationId, PartnerId, ProposalId } from '../../core/ids.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, DO_NOTHING, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

interface Seat {
  readonly partner: string | null;
  readonly organisation: string | null;
  readonly college: string | null;
  readonly people: number;
}

export function tables(tx: Client): Tables {
  return {
    async add({ id, consultationId, label, createdAt }) {
      await insert(tx, 'WorkshopTable', [
        { id, consultationId, labelId: label, createdAt: toDate(createdAt) },
      ]);
    },

    async of(consultationId) {
      const rows = await tx.$queryRaw<
        (Omit<Table, 'createdAt' | 'attendees'> & { createdAt: Date; attendees: Seat[] })[]
      >`
        SELECT t.id, t."consultationId", t."labelId" AS label, t."createdAt",
          (SELECT coalesce(json_agg(json_build_object('partner', a."partnerId", 'organisation', a."organisationId",
              'college', a."collegeKey", 'people', a.people) ORDER BY a.id), '[]')
            FROM "TableAttendee" a WHERE a."tableId" = t.id) AS attendees
        FROM "WorkshopTable" t WHERE t."consultationId" = ${consultationId}::uuid ORDER BY t.id`;
      return rows.map((row) => ({
        ...row,
        createdAt: toInstant(row.createdAt),
        attendees: row.attendees.map(attendee),
      }));
    },

    async seat({ id, consultationId }, attendees) {
      const rows = attendees.map((one) => ({
        id: v7(),
        consultationId,
        tableId: id,
        partnerId: 'partner' in one ? one.partner : null,
        organisationId: 'organisation' in one ? one.organisation : null,
        collegeKey: 'college' in one ? one.college : null,
        people: 'college' in one ? one.people : 1,
      }));
      const named = rows.filter(({ collegeKey }) => collegeKey === null);
      await insert(tx, 'TableAttendee', named, DO_NOTHING);
      await insert(
        tx,
        'TableAttendee',
        rows.filter(({ collegeKey }) => collegeKey !== null),
        Prisma.sql`ON CONFLICT ("tableId", "collegeKey") DO UPDATE SET people = excluded.people`,
      );
    },

    async addEntry({ table, words, by, at }) {
      await insert(tx, 'TableEntry', [
        {
          id: v7(),
          consultationId: table.consultationId,
          tableId: table.id,
          wordsId: words,
          recordedBy: by,
          at: toDate(at),
        },
      ]);
    },

    async confirm(tableId, partnerId, at) {
      await tx.tableAttendee.updateMany({
        where: { tableId, partnerId, confirmedAt: null },
        data: { confirmedAt: toDate(at) },
      });
    },

    async unconfirm(tableId) {
      await tx.tableAttendee.updateMany({ where: { tableId }, data: { confirmedAt: null } });
    },

    async proposals(tableId) {
      const rows = await tx.proposal.findMany({
        where: { tableId },
        select: { id: true },
        orderBy: { number: 'asc' },
      });
      return rows.map(({ id }) => id as ProposalId);
    },
  };
}

const attendee = ({ partner, organisation, college, people }: Seat): Attendee => {
  if (partner !== null) return { partner: partner as PartnerId };
  if (organisation !== null) return { organisation: organisation as OrganisationId };
  return { college: college ?? '', people };
};

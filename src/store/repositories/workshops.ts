import { v7 } from 'uuid';
import type { WorkshopMinutes, Workshops } from '../../app/ports/workshops.ts';
import type {
  ConsultationId,
  ConversationId,
  DeliveryId,
  InboundId,
  PartnerId,
  PersonId,
  ProposalId,
  RoundId,
  WordsId,
} from '../../core/ids.ts';
import { type Course, GATHERING } from '../../core/workshop/course.ts';
import type { SignedMinutes } from '../../core/workshop/minutes.ts';
import type { Guest, Workshop } from '../../core/workshop/model.ts';
import { type WorkshopGuest as GuestRow, Prisma, type Workshop as Row } from '../generated/client.ts';
import { type Client, DO_NOTHING, insert } from '../insert.ts';
import { toDate, toInstant, toInstantOrNull } from '../instants.ts';
import { storable } from '../storable.ts';

export function workshops(tx: Client): Workshops {
  const one = (row: Row | null): Workshop | null => row && read(row);
  return {
    async add(workshop) {
      await insert(tx, 'Workshop', [
        {
          id: workshop.id,
          consultationId: workshop.consultationId,
          roundId: workshop.roundId,
          openedAt: toDate(workshop.openedAt),
          ...columns(workshop.course),
        },
      ]);
    },

    byId: async (id) => one(await tx.workshop.findUnique({ where: { id } })),
    byRound: async (roundId) => one(await tx.workshop.findUnique({ where: { roundId } })),

    async of(consultationId) {
      const rows = await tx.workshop.findMany({ where: { consultationId }, orderBy: { id: 'desc' } });
      return rows.map(read);
    },

    async lock(id) {
      await tx.$queryRaw`SELECT id FROM "Workshop" WHERE id = ${id}::uuid FOR UPDATE`;
      return one(await tx.workshop.findUnique({ where: { id } }));
    },

    async setCourse(id, course, at) {
      const now = toDate(at);
      await tx.workshop.update({ where: { id }, data: columns(course) });
      if (course.state === 'running')
        await tx.workshop.updateMany({ where: { id, startedAt: null }, data: { startedAt: now } });
      await tx.workshop.update({ where: { id }, data: { endedAt: course.state === 'ended' ? now : null } });
    },

    async inRoom(conversationId) {
      const room = await tx.workshopRoom.findFirst({ where: { conversationId }, orderBy: { id: 'desc' } });
      return room && one(await tx.workshop.findUnique({ where: { id: room.workshopId } }));
    },

    async addRoom({ id, consultationId }, conversationId) {
      const row = { id: v7(), consultationId, workshopId: id, conversationId };
      await insert(tx, 'WorkshopRoom', [row], DO_NOTHING);
    },

    async rooms(workshopId) {
      const rows = await tx.workshopRoom.findMany({ where: { workshopId }, orderBy: { id: 'asc' } });
      return rows.map(({ conversationId, openingId, shown }) => ({
        conversation: conversationId as ConversationId,
        opening: openingId as DeliveryId | null,
        shown,
      }));
    },

    async setShown(workshopId, { conversation, opening, shown }) {
      await tx.workshopRoom.updateMany({
        where: { workshopId, conversationId: conversation },
        data: { openingId: opening, shown },
      });
    },

    async addPosts({ id, consultationId }, posts) {
      await insert(
        tx,
        'WorkshopPost',
        posts.map(({ delivery, conversation, about }) => ({
          deliveryId: delivery,
          consultationId,
          workshopId: id,
          conversationId: conversation,
          about,
        })),
      );
    },

    async posts(workshopId) {
      const rows = await tx.workshopPost.findMany({ where: { workshopId }, orderBy: { deliveryId: 'asc' } });
      return rows.map(({ deliveryId, conversationId, about }) => ({
        delivery: deliveryId as DeliveryId,
        conversation: conversationId as ConversationId,
        about,
      }));
    },

    async enter({ id, consultationId }, conversationId, { platform, workspace, userId, person, at }) {
      const known = { workshopId: id, conversationId, userId: storable(userId) };
      await insert(
        tx,
        'WorkshopGuest',
        [
          {
            id: v7(),
            consultationId,
            ...known,
            platform,
            workspace,
            personId: person,
            enteredAt: toDate(at),
          },
        ],
        Prisma.sql`ON CONFLICT ("workshopId", "conversationId", "userId") DO UPDATE
          SET "personId" = coalesce(excluded."personId", "WorkshopGuest"."personId"), "leftAt" = NULL`,
      );
      return guest(await tx.workshopGuest.findFirstOrThrow({ where: known }));
    },

    async leave(workshopId, conversationId, userId, at) {
      await tx.workshopGuest.updateMany({
        where: { workshopId, conversationId, userId: storable(userId) },
        data: { leftAt: toDate(at) },
      });
    },

    async setAsked(id, at) {
      await tx.workshopGuest.update({ where: { id }, data: { askedAt: toDate(at) } });
    },

    async guests(workshopId) {
      const rows = await tx.workshopGuest.findMany({ where: { workshopId }, orderBy: { id: 'asc' } });
      return rows.map((row) => ({ ...guest(row), platform: row.platform, workspace: row.workspace }));
    },

    async keepSaying({ id, consultationId }, saying) {
      const { guest: guestId, inbound, words, at, ...rest } = saying;
      const row = { consultationId, workshopId: id, guestId, inboundId: inbound, wordsId: words };
      await insert(tx, 'WorkshopSaying', [{ ...rest, ...row, at: toDate(at) }], DO_NOTHING);
    },

    async sayings(workshopId) {
      const rows = await tx.workshopSaying.findMany({
        where: { workshopId, takenAt: null },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => ({
        id: row.id,
        guest: row.guestId,
        inbound: row.inboundId as InboundId,
        messageRef: row.messageRef,
        promptKey: row.promptKey,
        words: row.wordsId as WordsId,
        at: toInstant(row.at),
      }));
    },

    async takeSaying(id, at) {
      const { count } = await tx.workshopSaying.updateMany({
        where: { id, takenAt: null },
        data: { takenAt: toDate(at) },
      });
      return count === 1;
    },

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

    async dots(workshopId) {
      const rows = await tx.workshopDots.findMany({
        where: { workshopId, points: { gt: 0 } },
        orderBy: { id: 'asc' },
      });
      return rows.map(({ groupId, personId, partnerId, points }) => ({
        group: groupId,
        person: personId as PersonId,
        partner: partnerId as PartnerId,
        points,
      }));
    },

    async setDots({ id: workshopId, consultationId }, { group, person, partner, points }, at) {
      const row = {
        consultationId,
        workshopId,
        groupId: group,
        personId: person,
        partnerId: partner,
        points,
      };
      await insert(
        tx,
        'WorkshopDots',
        [{ id: v7(), ...row, at: toDate(at) }],
        Prisma.sql`ON CONFLICT ("workshopId", "personId", "groupId") DO UPDATE SET points = excluded.points,
          "partnerId" = excluded."partnerId", at = excluded.at`,
      );
    },

    async minutes(id): Promise<WorkshopMinutes> {
      const { introductionId, noteIds, minutes, signedBy, signedAt } = await tx.workshop.findUniqueOrThrow({
        where: { id },
      });
      return {
        introduction: introductionId as WordsId | null,
        notes: noteIds as WordsId[],
        signed:
          signedBy === null || signedAt === null
            ? null
            : {
                by: signedBy as PersonId,
                at: toInstant(signedAt),
                body: minutes as unknown as SignedMinutes,
              },
      };
    },

    async setIntroduction(id, words) {
      await tx.workshop.update({ where: { id }, data: { introductionId: words } });
    },

    async addNote(id, words) {
      await tx.workshop.update({ where: { id }, data: { noteIds: { push: words } } });
    },

    async sign(id, by, at, body) {
      const { count } = await tx.workshop.updateMany({
        where: { id, signedAt: null },
        data: { signedBy: by, signedAt: toDate(at), minutes: body as unknown as Prisma.InputJsonValue },
      });
      return count === 1;
    },
  };
}

const columns = (course: Course) => ({
  state: course.state,
  at: course.state === 'gathering' ? null : course.at,
  endsAt: course.state === 'running' ? toDate(course.endsAt) : null,
  leftMs: course.state === 'paused' ? course.left : null,
  warned: course.state === 'running' || course.state === 'paused' ? course.warned : false,
});

const read = (row: Row): Workshop => ({
  id: row.id,
  consultationId: row.consultationId as ConsultationId,
  roundId: row.roundId as RoundId,
  course: courseOf(row),
  openedAt: toInstant(row.openedAt),
  startedAt: toInstantOrNull(row.startedAt),
  endedAt: toInstantOrNull(row.endedAt),
});

function courseOf({ state, at, endsAt, leftMs, warned }: Row): Course {
  if (state === 'running' && endsAt !== null)
    return { state, at: at ?? 0, endsAt: toInstant(endsAt), warned };
  if (state === 'paused') return { state, at: at ?? 0, left: leftMs ?? 0, warned };
  return state === 'ended' ? { state, at: at ?? 0 } : GATHERING;
}

const guest = (row: GuestRow): Guest => ({
  id: row.id,
  conversation: row.conversationId as ConversationId,
  userId: row.userId ?? '',
  person: row.personId as PersonId | null,
  enteredAt: toInstant(row.enteredAt),
  leftAt: toInstantOrNull(row.leftAt),
  askedAt: toInstantOrNull(row.askedAt),
});

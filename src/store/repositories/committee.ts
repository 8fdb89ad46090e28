import { v7 } from 'uuid';
import type { CommitteeSessions } from '../../app/ports/committee.ts';
import type { Item, Member, Override, Position, Session, Stand } from '../../core/committee/model.ts';
import type { SessionRules } from '../../core/consultation/model.ts';
import type { ConsultationId, PersonId, ProposalId, WordsId } from '../../core/ids.ts';
import type {
  CommitteeItem,
  CommitteeMember,
  CommitteeOverride,
  CommitteePosition,
  CommitteeSession,
} from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';

export function committee(tx: Client): CommitteeSessions {
  const read = async (where: { consultationId: ConsultationId; state?: string }): Promise<Session[]> => {
    const rows = await tx.committeeSession.findMany({ where, orderBy: { number: 'asc' } });
    if (rows.length === 0) return [];
    const within = { where: { sessionId: { in: rows.map(({ id }) => id) } } };
    const inOrder = { ...within, orderBy: { place: 'asc' } } as const;
    const bySession = <Row extends { sessionId: string }>(all: readonly Row[]) =>
      Map.groupBy(all, ({ sessionId }) => sessionId);
    const members = bySession(await tx.committeeMember.findMany(inOrder));
    const items = bySession(await tx.committeeItem.findMany(inOrder));
    const byAge = { ...within, orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }] };
    const positions = bySession(await tx.committeePosition.findMany(byAge));
    const overrides = bySession(await tx.committeeOverride.findMany(byAge));
    return rows.map((row) => ({
      ...sessionIn(row),
      members: (members.get(row.id) ?? []).map(memberIn),
      items: (items.get(row.id) ?? []).map(itemIn),
      positions: (positions.get(row.id) ?? []).map(positionIn),
      overrides: (overrides.get(row.id) ?? []).map(overrideIn),
    }));
  };
  return {
    async convene({ members, items, ...row }, consultationId) {
      await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${consultationId}::uuid FOR UPDATE`;
      const last = await tx.committeeSession.aggregate({ where: { consultationId }, _max: { number: true } });
      const number = (last._max.number ?? 0) + 1;
      const { id } = row;
      await insert(tx, 'CommitteeSession', [
        {
          ...row,
          consultationId,
          number,
          state: 'convened',
          closesAt: toDate(row.closesAt),
          convenedAt: toDate(row.convenedAt),
          closedAt: null,
        },
      ]);
      await insert(
        tx,
        'CommitteeMember',
        members.map(({ person, group }, place) => ({
          id: v7(),
          consultationId,
          sessionId: id,
          personId: person,
          groupKey: group,
          place,
        })),
      );
      await insert(
        tx,
        'CommitteeItem',
        items.map(({ id: itemId, place, about }) => ({
          id: itemId,
          consultationId,
          sessionId: id,
          place,
          adjustmentId: about.is === 'adjustment' ? about.adjustment : null,
          version: about.is === 'adjustment' ? about.version : 0,
          firstVersion: about.is === 'adjustment' ? about.first : 0,
          proposalIds: about.is === 'answers' ? about.proposals : [],
        })),
      );
      return {
        ...row,
        number,
        state: 'convened',
        closedAt: null,
        members: members.map((member) => ({ ...member, proxy: null, remindedAt: null })),
        items: items.map((item) => ({ ...item, outcome: null })),
        positions: [],
        overrides: [],
      };
    },

    of: (consultationId) => read({ consultationId }),

    async current(consultationId) {
      return (await read({ consultationId, state: 'convened' }))[0] ?? null;
    },

    async position({ item, proposal, member, reason, at, ...row }, { id }, consultationId) {
      const refs = { itemId: item, proposalId: proposal, personId: member, reasonId: reason };
      await insert(tx, 'CommitteePosition', [
        { ...row, ...refs, consultationId, sessionId: id, at: toDate(at) },
      ]);
    },

    async override({ item, proposal, reason, by, at, ...row }, { id }, consultationId) {
      const refs = { itemId: item, proposalId: proposal, reasonId: reason, recordedBy: by };
      await insert(tx, 'CommitteeOverride', [
        { ...row, ...refs, consultationId, sessionId: id, at: toDate(at) },
      ]);
    },

    async setProxy({ id }, member, proxy) {
      await tx.committeeMember.updateMany({
        where: { sessionId: id, personId: member },
        data: { proxyId: proxy },
      });
    },

    async reword({ id }, version) {
      await tx.committeeItem.update({ where: { id }, data: { version } });
    },

    async remind({ id }, member, at) {
      const { count } = await tx.committeeMember.updateMany({
        where: { sessionId: id, personId: member, remindedAt: null },
        data: { remindedAt: toDate(at) },
      });
      return count === 1;
    },

    async close({ id }, { state, at, outcomes }) {
      const { count } = await tx.committeeSession.updateMany({
        where: { id, state: 'convened' },
        data: { state, closedAt: toDate(at) },
      });
      if (count === 0) return false;
      for (const [item, outcome] of outcomes)
        await tx.committeeItem.update({ where: { id: item }, data: { outcome } });
      return true;
    },
  };
}

const sessionIn = (row: CommitteeSession) => ({
  id: row.id,
  number: row.number,
  body: row.body,
  state: row.state as Session['state'],
  rules: row.rules as unknown as SessionRules,
  closesAt: toInstant(row.closesAt),
  convenedBy: row.convenedBy as PersonId,
  convenedAt: toInstant(row.convenedAt),
  closedAt: row.closedAt && toInstant(row.closedAt),
});

const memberIn = (row: CommitteeMember): Member => ({
  person: row.personId as PersonId,
  group: row.groupKey,
  proxy: row.proxyId as PersonId | null,
  remindedAt: row.remindedAt && toInstant(row.remindedAt),
});

const itemIn = (row: CommitteeItem): Item => ({
  id: row.id,
  place: row.place,
  about:
    row.adjustmentId === null
      ? { is: 'answers', proposals: row.proposalIds as ProposalId[] }
      : {
          is: 'adjustment',
          adjustment: row.adjustmentId,
          version: row.version,
          first: row.firstVersion,
        },
  outcome: row.outcome as Item['outcome'],
});

const positionIn = (row: CommitteePosition): Position => ({
  id: row.id,
  item: row.itemId,
  version: row.version,
  proposal: row.proposalId as ProposalId | null,
  member: row.personId as PersonId,
  stand: row.stand as Stand,
  reason: row.reasonId as WordsId | null,
  at: toInstant(row.at),
});

const overrideIn = (row: CommitteeOverride): Override => ({
  id: row.id,
  item: row.itemId,
  version: row.version,
  proposal: row.proposalId as ProposalId | null,
  reason: row.reasonId as WordsId,
  by: row.recordedBy as PersonId,
  at: toInstant(row.at),
});

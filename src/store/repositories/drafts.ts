import type { DraftRow, Drafts } from '../../app/ports/rounds.ts';
import type { Consultation, RoundContent } from '../../core/consultation/model.ts';
import type { ConsultationId, DraftId, PersonId } from '../../core/ids.ts';
import { contentOf, phaseAt, type RoundDraft, wordsOf } from '../../core/round/draft.ts';
import type { WrittenRound } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate, toInstant } from '../instants.ts';
import { isUuid } from '../uuid.ts';
import { words } from './words.ts';

export function drafts(tx: Client): Drafts {
  return {
    async add({ id, consultationId, writtenBy, key, draft, updatedAt }) {
      const at = toDate(updatedAt);
      await insert(tx, 'WrittenRound', [
        { id, consultationId, writtenBy, key, body: draft, createdAt: at, updatedAt: at, openedAt: null },
      ]);
    },

    async byId(id) {
      const row = isUuid(id) ? await tx.writtenRound.findUnique({ where: { id } }) : null;
      return row && read(row);
    },

    async ofPerson(consultationId, writtenBy) {
      const row = await tx.writtenRound.findFirst({
        where: { consultationId, writtenBy, openedAt: null },
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      });
      return row && read(row);
    },

    async waiting(consultationId) {
      const rows = await tx.writtenRound.findMany({
        where: { consultationId, openedAt: null },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(read);
    },

    async save(id, draft, at) {
      await tx.$executeRaw`
        UPDATE "WrittenRound" SET body = ${JSON.stringify(draft)}::jsonb, "updatedAt" = ${toDate(at)}
        WHERE id = ${id}::uuid AND "openedAt" IS NULL`;
    },

    async drop(id) {
      await tx.writtenRound.deleteMany({ where: { id, openedAt: null } });
    },

    async open(id, key, at) {
      const opened = await tx.$executeRaw`
        UPDATE "WrittenRound" SET key = ${key}, "openedAt" = ${toDate(at)}
        WHERE id = ${id}::uuid AND "openedAt" IS NULL`;
      if (opened === 0) return false;
      await tx.$executeRaw`
        UPDATE "Consultation" SET "writtenId" = ${id}::uuid
        WHERE id = (SELECT "consultationId" FROM "WrittenRound" WHERE id = ${id}::uuid)`;
      return true;
    },

    async opened(consultationId) {
      const rows = await openedRows(tx, consultationId);
      return rows.map((row) => ({ ...read(row), key: row.key! }));
    },
  };
}

/** As rounds of the content; of several under one key, the newest. */
export async function writtenRounds(
  tx: Client,
  consultationId: ConsultationId,
  content: Pick<Consultation, 'phases' | 'axes' | 'colleges'>,
): Promise<RoundContent[]> {
  const rows = await openedRows(tx, consultationId);
  const texts = await words(tx).texts(rows.flatMap((row) => wordsOf(read(row).draft)));
  const newest = new Map(rows.map((row) => [row.key!, row]));
  return [...newest].map(([key, row]) => {
    const opensAt = toInstant(row.openedAt!);
    const round = contentOf(read(row).draft, { key, opensAt, phase: phaseAt(content, opensAt) }, texts);
    const axis = (one: string) => renamed(one, content.axes);
    return {
      ...round,
      axes: round.axes.map(axis),
      audience: round.audience.map((one) => renamed(one, content.colleges)),
      prompts: round.prompts.map((prompt) => ({ ...prompt, axis: prompt.axis && axis(prompt.axis) })),
    };
  });
}

/** The key it has in this version of the content. */
const renamed = (
  key: string,
  now: readonly { readonly key: string; readonly formerly: readonly string[] }[],
) => now.find((one) => one.formerly.includes(key))?.key ?? key;

const openedRows = (tx: Client, consultationId: string): Promise<WrittenRound[]> =>
  tx.writtenRound.findMany({
    where: { consultationId, openedAt: { not: null } },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
  });

const read = (row: WrittenRound): DraftRow => ({
  id: row.id as DraftId,
  consultationId: row.consultationId as ConsultationId,
  writtenBy: row.writtenBy as PersonId,
  key: row.key,
  draft: row.body as unknown as RoundDraft,
  updatedAt: toInstant(row.updatedAt),
});

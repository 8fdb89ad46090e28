import type { Consultations, LoadedConsultation } from '../../app/ports/consultations.ts';
import type { Consultation } from '../../core/consultation/model.ts';
import type { ConsultationId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, insert } from '../insert.ts';
import { toDate } from '../instants.ts';
import { storable, storableJson } from '../storable.ts';
import { isUuid } from '../uuid.ts';
import { writtenRounds } from './drafts.ts';

/** Contents read by this process, by id, also with the rounds written in chat: their rows never change. */
export type Contents = Map<string, Consultation>;

interface Row {
  id: ConsultationId;
  contentId: string;
  salt: string;
  writtenId: string | null;
}

export function consultations(tx: Client, contents: Contents): Consultations {
  const load = async (where: Prisma.Sql): Promise<LoadedConsultation[]> => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT id, "contentId", salt, "writtenId" FROM "Consultation" WHERE ${where} ORDER BY "createdAt", id`;
    const unread = rows.map((row) => row.contentId).filter((id) => !contents.has(id));
    if (unread.length > 0) {
      const found = await tx.$queryRaw<{ id: string; parsed: Consultation }[]>`
        SELECT id, parsed FROM "Content" WHERE id = ANY(${unread}::uuid[])`;
      for (const { id, parsed } of found) contents.set(id, freeze(parsed));
    }
    const loaded: LoadedConsultation[] = [];
    for (const { id, contentId, salt, writtenId } of rows) {
      const content = contents.get(contentId);
      if (!content) throw new Error(`consultation ${id} has no content ${contentId}`);
      const inForce = writtenId === null ? content : await withWritten(id, content, contentId, writtenId);
      loaded.push({ id, contentId, salt, content: inForce });
    }
    return loaded;
  };

  /** Rounds opened from chat never change either: with the newest one's id, all of them are known. */
  async function withWritten(
    id: ConsultationId,
    content: Consultation,
    contentId: string,
    writtenId: string,
  ): Promise<Consultation> {
    const known = contents.get(`${contentId} ${writtenId}`);
    if (known) return known;
    const written = await writtenRounds(tx, id, content);
    const keys = new Set(written.map(({ key }) => key));
    const rounds = [...content.rounds.filter(({ key }) => !keys.has(key)), ...written];
    const whole = freeze({ ...content, rounds: rounds.sort((a, b) => a.opensAt - b.opensAt) });
    contents.set(`${contentId} ${writtenId}`, whole);
    return whole;
  }

  return {
    byId: async (id) => (isUuid(id) ? ((await load(Prisma.sql`id = ${id}::uuid`))[0] ?? null) : null),
    byKey: async (key) => (await load(Prisma.sql`key = ${storable(key)}`))[0] ?? null,
    all: () => load(Prisma.sql`true`),

    async save({ id, contentId, salt, content, at }) {
      await insert(
        tx,
        'Consultation',
        [{ id, key: content.key, contentId, salt, nextNumber: 1, revision: 0, createdAt: toDate(at) }],
        Prisma.sql`ON CONFLICT (key) DO NOTHING`,
      );
      const [consultation] = await tx.$queryRaw<Row[]>`
        SELECT id, "contentId", salt, "writtenId" FROM "Consultation" WHERE key = ${storable(content.key)} FOR UPDATE`;
      const [version] = await tx.$queryRaw<{ id: string }[]>`
        INSERT INTO "Content" (id, "consultationId", hash, parsed, "loadedAt")
        VALUES (${contentId}::uuid, ${consultation!.id}::uuid, ${content.version}, ${storableJson(content)}::jsonb, ${toDate(at)})
        ON CONFLICT ("consultationId", hash) DO UPDATE SET hash = excluded.hash
        RETURNING id`;
      await tx.$executeRaw`
        UPDATE "Consultation" SET "contentId" = ${version!.id}::uuid WHERE id = ${consultation!.id}::uuid`;
      for (const { key, formerly } of content.colleges)
        if (formerly.length > 0) await renameCollege(tx, consultation!.id, key, formerly);
      for (const { key, formerly } of content.axes)
        if (formerly.length > 0) await renameAxis(tx, consultation!.id, key, formerly, at);
      return (await load(Prisma.sql`id = ${consultation!.id}::uuid`))[0]!;
    },

    async lock(id) {
      await tx.$queryRaw`SELECT id FROM "Consultation" WHERE id = ${id}::uuid FOR UPDATE`;
    },

    async advance(id, numbers) {
      const [row] = await tx.$queryRaw<{ firstNumber: number; revision: number }[]>`
        UPDATE "Consultation" SET revision = revision + 1, "nextNumber" = "nextNumber" + ${numbers}
        WHERE id = ${id}::uuid
        RETURNING "nextNumber" - ${numbers} AS "firstNumber", revision`;
      if (!row) throw new Error(`no consultation ${id} to advance`);
      return row;
    },
  };
}

/** All transactions of the process share one object. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
}

/** What was said of one of these axes is of the one that takes their place; of two of them, once. What was signed keeps its keys. */
async function renameAxis(
  tx: Client,
  consultation: ConsultationId,
  key: string,
  formerly: readonly string[],
  at: Instant,
): Promise<void> {
  const former = Prisma.sql`ANY(${[...formerly]}::text[])`;
  const here = Prisma.sql`"consultationId" = ${consultation}::uuid`;
  await tx.$executeRaw`
    UPDATE "Tag" SET value = ${key} WHERE ${here} AND dimension = 'axis' AND value = ${former}`;
  await tx.$executeRaw`
    UPDATE "Tag" t SET "replacedAt" = ${toDate(at)}::timestamptz
    WHERE ${here} AND dimension = 'axis' AND value = ${key} AND "replacedAt" IS NULL AND EXISTS (
      SELECT 1 FROM "Tag" o WHERE o."proposalId" = t."proposalId" AND o.dimension = 'axis' AND o.value = ${key}
        AND o."replacedAt" IS NULL AND (o.main, o.id) > (t.main, t.id))`;
  await tx.$executeRaw`UPDATE "Theme" SET "axisKey" = ${key} WHERE ${here} AND "axisKey" = ${former}`;
  await tx.$executeRaw`UPDATE "WorkshopGroup" SET "axisKey" = ${key} WHERE ${here} AND "axisKey" = ${former}`;
  await tx.$executeRaw`UPDATE "AdjustmentVersion" SET axis = ${key} WHERE ${here} AND axis = ${former}`;
}

/** Who was of one of these types of actor is of the one that takes their place; those at a table are added up. */
async function renameCollege(
  tx: Client,
  consultation: ConsultationId,
  key: string,
  formerly: readonly string[],
): Promise<void> {
  const where = Prisma.sql`"consultationId" = ${consultation}::uuid AND "collegeKey" = ANY(${[...formerly]}::text[])`;
  await tx.$executeRaw`UPDATE "Organisation" SET "collegeKey" = ${key} WHERE ${where}`;
  await tx.$executeRaw`UPDATE "Partner" SET "collegeKey" = ${key} WHERE ${where}`;
  // One row a table and a type: the first one takes the others' people.
  await tx.$executeRaw`
    WITH all_of AS (
      SELECT id, "tableId", first_value(id) OVER same AS kept, sum(people) OVER (PARTITION BY "tableId") AS people
      FROM "TableAttendee"
      WHERE "consultationId" = ${consultation}::uuid AND "collegeKey" = ANY(${[key, ...formerly]}::text[])
      WINDOW same AS (PARTITION BY "tableId" ORDER BY ("collegeKey" = ${key}) DESC, id)),
    gone AS (DELETE FROM "TableAttendee" t USING all_of WHERE t.id = all_of.id AND all_of.id <> all_of.kept)
    UPDATE "TableAttendee" t SET "collegeKey" = ${key}, people = all_of.people
    FROM all_of WHERE t.id = all_of.id AND all_of.id = all_of.kept`;
}

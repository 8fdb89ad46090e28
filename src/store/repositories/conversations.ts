import type { Conversation, Conversations, NewConversation } from '../../app/ports/conversations.ts';
import { Prisma } from '../generated/client.ts';
import { type Client, DO_NOTHING, insert } from '../insert.ts';
import { toDate } from '../instants.ts';
import { storable, storableJson, storableOrNull } from '../storable.ts';
import { isUuid } from '../uuid.ts';

/** Of a conversation `c`. */
export const COLUMNS = Prisma.sql`c.id, c."consultationId", c.platform, c.workspace, c.kind, c."externalRef", c."userId", c.focus,
  c."speakerId", c."partnerId"`;

export function conversations(tx: Client): Conversations {
  return {
    async lock(given) {
      const place = settlePlace(given);
      const { platform, workspace } = place;
      // The second turn finds what another process made meanwhile: the insert has waited for its commit.
      for (let turn = 1; turn <= 2; turn++) {
        const rows = await tx.$queryRaw<Conversation[]>`
          SELECT ${COLUMNS} FROM "Conversation" c
          WHERE c.platform = ${platform} AND c.workspace = ${workspace}
            AND (c."externalRef" = ${place.externalRef} OR c."userId" = ${place.userId})
          FOR UPDATE`;
        const found = rows.find((row) => row.externalRef === place.externalRef) ?? rows[0];
        if (found) return rows.length > 1 ? found : complete(tx, found, place);
        const made = await insert(tx, 'Conversation', [row(place, null)], DO_NOTHING);
        if (made === 1) return conversationOf(place);
      }
      throw new Error(`conversation ${place.id} exists already, in another place`);
    },

    async directs(people) {
      if (people.length === 0) return [];
      const places = people.map((person) => ({
        ...settlePlace({ ...person, kind: 'direct', externalRef: null }),
        consultationId: person.consultationId,
      }));
      // Made and locked in one order whoever asks, so that two fan-outs wait for each other instead of dying.
      const inOrder = [...places].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      await insert(
        tx,
        'Conversation',
        inOrder.map((place) => row(place, place.consultationId)),
        DO_NOTHING,
      );
      const rows = await tx.$queryRaw<Conversation[]>`
        SELECT ${COLUMNS} FROM "Conversation" c
        JOIN jsonb_to_recordset(${storableJson(places)}::jsonb) AS p(platform text, workspace text, "userId" text)
          ON c.platform = p.platform AND c.workspace = p.workspace AND c."userId" = p."userId"
        ORDER BY c.id FOR UPDATE OF c`;
      const found = new Map(rows.map((one) => [keyOf(one), one]));
      const strangers = places.filter((place) => found.get(keyOf(place))?.consultationId === null);
      if (strangers.length > 0)
        await tx.$executeRaw`
          UPDATE "Conversation" c SET "consultationId" = p."consultationId"
          FROM jsonb_to_recordset(${storableJson(strangers)}::jsonb)
            AS p(platform text, workspace text, "userId" text, "consultationId" uuid)
          WHERE c.platform = p.platform AND c.workspace = p.workspace AND c."userId" = p."userId"`;
      return places.map((place) => {
        const one = found.get(keyOf(place))!;
        return { ...one, consultationId: one.consultationId ?? place.consultationId };
      });
    },

    async byId(id) {
      if (!isUuid(id)) return null;
      const [found] = await tx.$queryRaw<Conversation[]>`
        SELECT ${COLUMNS} FROM "Conversation" c WHERE c.id = ${id}::uuid`;
      return found ?? null;
    },

    async setConsultation(id, consultationId) {
      await tx.$executeRaw`
        UPDATE "Conversation" SET "consultationId" = ${consultationId}::uuid WHERE id = ${id}::uuid`;
    },

    async setFocus(id, focus) {
      const json = focus === null || focus === undefined ? null : storableJson(focus);
      await tx.$executeRaw`UPDATE "Conversation" SET focus = ${json}::jsonb WHERE id = ${id}::uuid`;
    },

    async setVoice(id, { speakerId, partnerId }) {
      await tx.$executeRaw`
        UPDATE "Conversation" SET "speakerId" = ${speakerId}::uuid, "partnerId" = ${partnerId}::uuid
        WHERE id = ${id}::uuid`;
    },

    async setRef(id, externalRef) {
      await tx.$executeRaw`
        UPDATE "Conversation" SET "externalRef" = ${storable(externalRef)} WHERE id = ${id}::uuid`;
    },

    async noteHome(id, at) {
      await tx.$executeRaw`
        UPDATE "Conversation" SET "homeAt" = ${toDate(at)} WHERE id = ${id}::uuid AND "homeAt" IS NULL`;
    },

    async homeBeside({ platform, workspace, externalRef }) {
      const [found] = await tx.$queryRaw<{ userId: string | null }[]>`
        SELECT c."userId" FROM "Conversation" c
        WHERE c.platform = ${platform} AND c.workspace = ${workspace} AND c."externalRef" = ${storable(externalRef)}
          AND c."homeAt" IS NOT NULL`;
      return found?.userId ?? null;
    },
  };
}

type Place = Pick<
  NewConversation,
  'id' | 'platform' | 'workspace' | 'kind' | 'externalRef' | 'userId' | 'at'
>;

/** As it can be stored. A room belongs to nobody: its `userId` would hide that person's direct conversation. */
function settlePlace({ id, platform, workspace, kind, externalRef, userId, at }: Place): Place {
  const place = {
    id,
    platform,
    workspace,
    kind,
    externalRef: storableOrNull(externalRef),
    userId: kind === 'direct' ? storableOrNull(userId) : null,
    at,
  };
  if (place.externalRef === null && place.userId === null)
    throw new Error(`a ${kind} conversation on ${platform} needs a reference or, when direct, a user id`);
  return place;
}

const conversationOf = ({ at: _, ...place }: Place): Conversation => ({
  ...place,
  consultationId: null,
  focus: null,
  speakerId: null,
  partnerId: null,
});

const keyOf = (one: Pick<Conversation, 'platform' | 'workspace' | 'userId'>): string =>
  JSON.stringify([one.platform, one.workspace, one.userId]);

const row = (place: Place, consultationId: string | null) => ({
  id: place.id,
  consultationId,
  platform: place.platform,
  workspace: place.workspace,
  kind: place.kind,
  externalRef: place.externalRef,
  userId: place.userId,
  nextSeq: 1,
  createdAt: toDate(place.at),
});

/** The reference follows the person: on Matrix somebody may leave a direct room and write from another. */
async function complete(tx: Client, found: Conversation, place: Place): Promise<Conversation> {
  const externalRef = place.externalRef ?? found.externalRef;
  const userId = found.userId ?? (found.kind === 'direct' ? place.userId : null);
  if (externalRef === found.externalRef && userId === found.userId) return found;
  await tx.$executeRaw`
    UPDATE "Conversation" SET "externalRef" = ${externalRef}, "userId" = ${userId} WHERE id = ${found.id}::uuid`;
  return { ...found, externalRef, userId };
}

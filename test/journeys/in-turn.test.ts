/**
 * What the team does to somebody's round, place or dispute waits until that person has been heard to the end, and holds
 * nothing meanwhile that hearing them needs: their conversation is taken first, whatever is changed after it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeliveryId } from '../../src/core/ids.ts';
import type { ServerDatabase } from '../../src/store/database.ts';
import { Prisma } from '../../src/store/generated/client.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { databases } from '../databases.ts';
import { LILLE, openStage, type Stage } from './stage.ts';
import { quiet, type Told, tell } from './story.ts';

describe.each(databases().filter(({ name }) => name === 'PostgreSQL'))('in turn, on $name', ({ open }) => {
  let stage: Stage;
  let other: ServerDatabase;
  let told: Told;
  beforeAll(async () => {
    const database = await open();
    if (database.kind !== 'postgres') throw new Error('a server was asked for');
    stage = await openStage(database, { world: LILLE, stories: 1 });
    other = await openPostgres(database.url, { max: 2 });
    await go(`
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: invitations
    `);
    await go(`
      Claire: oui
      Bot: 1/6 :
      Claire: Une avance de trésorerie en attendant les subventions.
      Bot: Noté, {cash} … 2/6 :
    `);
  });
  afterAll(async () => {
    await other?.close();
    await stage?.close();
  });
  const go = async (script: string) => {
    told = await tell(stage, script, told);
  };

  /** While `user` is being heard, somebody says `deed`; then what is heard needs `needs`, and has it at once. */
  async function duringWords(user: string, [who, deed]: readonly [string, string], needs: Prisma.Sql) {
    await quiet(stage);
    const answers = stage.platform.inbox(who).length;
    const [heard, rest] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const hearing = other.prisma.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT id FROM "Conversation" WHERE "userId" = ${user} FOR UPDATE`;
        heard.resolve();
        await rest.promise;
        await tx.$executeRaw`SET LOCAL lock_timeout = '500ms'`;
        return (await tx.$queryRaw<unknown[]>(needs)).length;
      },
      { timeout: 60_000 },
    );
    await heard.promise;
    stage.platform.say(who, deed);
    await expect
      .poll(
        () =>
          other.prisma.$queryRaw`SELECT pid FROM pg_stat_activity WHERE datname = current_database()
            AND wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE OF c%'`,
        { timeout: 30_000 },
      )
      .toHaveLength(1);
    rest.resolve();
    expect(await hearing).toBeGreaterThan(0);
    await stage.platform.waitFor(who, () => stage.platform.inbox(who).length > answers, { within: 30_000 });
    await quiet(stage);
    return stage.platform
      .texts(who)
      .at(-1)!
      .replace(/[\u00a0\u202f]/gu, ' ');
  }

  const waiting = (user: string) => Prisma.sql`
    SELECT d.id FROM "Delivery" d JOIN "Conversation" c ON c.id = d."conversationId"
    WHERE c."userId" = ${user} AND d.state = 'queued' FOR UPDATE OF d`;

  /** A reminder that leaves tomorrow. */
  const reminderFor = (userId: string) =>
    stage.read(async (tx) => {
      const round = (await tx.rounds.byKey(stage.consultation.id, 'plan-actions'))!;
      const at = stage.clock.now();
      const place = { platform: stage.platform.name, workspace: 'main', userId };
      const [conversation] = await tx.conversations.directs([
        { ...place, id: stage.bot.ids.next(), consultationId: stage.consultation.id, at },
      ]);
      await tx.outbox.add([
        {
          id: stage.bot.ids.next<DeliveryId>(),
          consultationId: stage.consultation.id,
          conversationId: conversation!.id,
          kind: 'reminder',
          document: { lang: 'fr', blocks: [], choices: [] },
          inboundId: null,
          roundId: round.id,
          notBefore: at + 86_400_000,
          createdAt: at,
        },
      ]);
    });

  test('a round is prolonged', async () => {
    const round = Prisma.sql`SELECT id FROM "Round" FOR UPDATE`;
    expect(
      await duringWords(told.users.Claire!, ['rachida', "prolonger plan-actions jusqu'au 2015-04-30"], round),
    ).toContain('30 avril');
  });

  test('a round is opened again, and what was said meanwhile counts', async () => {
    await go(`
      Rachida: clore plan-actions : tout le monde a répondu
      Bot: est clos
      Claire: un local moins cher à Roubaix pour les associations
      Bot: {late}
    `);
    const consultation = Prisma.sql`SELECT id FROM "Consultation" FOR UPDATE`;
    expect(
      await duringWords(told.users.Claire!, ['rachida', 'rouvrir plan-actions'], consultation),
    ).toContain('plan-actions');
  });

  test('a round is cancelled, and what waited is dropped', async () => {
    await reminderFor(told.users.Claire!);
    await go(`
      Rachida: annuler plan-actions
      Bot: l'annuler quand même ?
    `);
    const claire = told.users.Claire!;
    expect(await duringWords(claire, ['rachida', 'oui'], waiting(claire))).toContain('est annulé');
  });
});

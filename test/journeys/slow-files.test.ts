/** A file that is slow to come holds nothing up: its message is kept at once, and answered once, when it is there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboundId } from '../../src/core/ids.ts';
import type { Database } from '../../src/store/database.ts';
import { storyDatabases } from '../databases.ts';
import { LILLE, openStage, type Stage } from './stage.ts';
import { tell } from './story.ts';

describe.each(storyDatabases())('a slow file, on $name', ({ open }) => {
  let database: Database;
  let stage: Stage;
  beforeAll(async () => {
    database = await open();
    stage = await openStage(database, { world: LILLE, stories: 2 });
    await tell(
      stage,
      `
      Rachida: ouvrir plan-actions
      Bot: On envoie ?
      Rachida: oui
      Bot: invitations
    `,
    );
  });
  afterAll(() => stage.close());

  const waiting = async () =>
    (await database.prisma.inbound.findMany({ where: { state: 'received' } })).map(
      ({ id }) => id as InboundId,
    );

  test('is asked for again by itself, and again by a job should the process die', async () => {
    const { platform, bot } = stage;
    const user = stage.summon('Claire');
    platform.say(user, 'oui');
    await platform.waitFor(user, ({ text }) => text.includes('1/6'));
    const from = platform.inbox(user).length;
    const told = (name: string) => platform.waitFor(user, ({ text }) => text.includes(name), { from });
    platform.faults.failFetches('late');
    platform.send(user, 'une navette le soir', [{ name: 'slow.pdf', content: '%PDF-1.7' }]);
    await expect.poll(waiting).toHaveLength(1);
    expect(platform.owed).toEqual([]);
    platform.faults.letFilesThrough();
    expect((await told('slow.pdf')).text).toMatch(/Je garde[\s\S]*Noté/u);
    platform.faults.failFetches('unavailable', 'unavailable', 'unavailable');
    platform.send(user, '', [{ name: 'later.pdf', content: '%PDF-1.7' }]);
    await expect.poll(waiting, { timeout: 40_000 }).toHaveLength(1);
    await bot.receive.settled();
    const [id] = await waiting();
    await Promise.all([1, 2].map(() => bot.receive.resume(id!)));
    expect((await told('later.pdf')).text).toContain('Je garde');
    expect(await waiting()).toEqual([]);
    expect(platform.texts(user).filter((text) => text.includes('later.pdf'))).toHaveLength(1);
  });

  test('of ten messages at once, each with one, the last is not told ten times later than one alone', async () => {
    const { platform } = stage;
    const user = stage.summon('Omar');
    platform.say(user, 'oui');
    await platform.waitFor(user, ({ text }) => text.includes('1/6'));
    const names = Array.from({ length: 10 }, (_, index) => `n${index}.pdf`);
    const told = async (some: readonly string[]): Promise<number> => {
      platform.faults.failFetches(...some.map(() => 'late' as const));
      const begun = performance.now();
      for (const name of some) platform.send(user, '', [{ name, content: '%PDF-1.7' }]);
      await platform.settled();
      return performance.now() - begun;
    };
    const alone = await told(['alone.pdf']);
    expect(await told(names)).toBeLessThan(5 * alone);
    platform.faults.letFilesThrough();
    for (const name of ['alone.pdf', ...names])
      await platform.waitFor(user, ({ text }) => text.includes(name), { from: 0 });
  });
});

import { describe, expect, test } from 'vitest';
import { withDrain } from '../../src/host/outgoing.ts';
import { databases } from '../databases.ts';
import { newPlatform, onDatabase } from './kit.ts';
import { queue } from './queue.ts';

describe.each(databases())('a transaction that queues, on $name', (database) => {
  const here = onDatabase(database);
  const jobs = async (name: string) =>
    here.database.prisma.$queryRaw<{ key: string }[]>`
      SELECT singleton_key AS key FROM pgboss.job WHERE name = ${name} AND state = 'created'`;

  test('leaves one job a conversation, or one for all when they are many, and is sent after its commit', async () => {
    const platform = newPlatform();
    const { store, drain } = await here.bot({ platform });
    const sending = withDrain(store, drain, { now: Date.now });
    const [one] = await queue(sending, platform, ['claire'], ['un', 'deux']);
    await platform.waitFor('claire', ({ text }) => text === 'deux');
    expect(await jobs('drain')).toEqual([{ key: one }]);
    const people = Array.from({ length: 11 }, (_, index) => `p${index}`);
    await queue(sending, platform, people, ['un']);
    await Promise.all(people.map((person) => platform.waitFor(person)));
    expect(await jobs('drain')).toHaveLength(1);
    expect(await jobs('sweep')).toHaveLength(1);
  });

  test('leaves no job where no other process could run it, and is sent', async () => {
    const platform = newPlatform();
    const { store, drain } = await here.bot({ platform });
    const before = (await jobs('drain')).length;
    const sending = withDrain(store, { ...drain, alone: true }, { now: Date.now });
    await queue(sending, platform, ['paul'], ['un']);
    await platform.waitFor('paul');
    expect(await jobs('drain')).toHaveLength(before);
  });

  test('rolled back, leaves no job and sends nothing', async () => {
    const platform = newPlatform();
    const { store, drain } = await here.bot({ platform });
    const sending = withDrain(store, drain, { now: Date.now });
    const before = (await jobs('drain')).length;
    const failing = sending.transaction(async (tx) => {
      await queue({ transaction: (body) => body(tx), close: async () => {} }, platform, ['claire'], ['un']);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await drain.sweep();
    expect(platform.posted).toEqual([]);
    expect(await jobs('drain')).toHaveLength(before);
  });
});

import { describe, expect, test } from 'vitest';
import { TransientError } from '../../src/app/ports/store.ts';
import type { Inbound } from '../../src/chat/inbound.ts';
import type { ConsultationId, PersonId } from '../../src/core/ids.ts';
import type { Handle } from '../../src/host/receive.ts';
import { databases } from '../databases.ts';
import { echo, ids, newPlatform, onDatabase } from './kit.ts';

describe.each(databases())('what people say, on $name', (database) => {
  const here = onDatabase(database);
  const rows = (platform: { name: string }) =>
    here.database.prisma.inbound.findMany({ where: { platform: platform.name }, orderBy: { id: 'asc' } });
  const counting = () => {
    const seen: string[] = [];
    const handle: Handle = async (tx, received) => {
      if (received.event.type === 'message') seen.push(received.event.text);
      return echo(tx, received);
    };
    return { seen, handle };
  };

  test('is answered, and the platform told once it is stored', async () => {
    const platform = newPlatform();
    await here.bot({ platform });
    platform.say('claire', 'de la tréso');
    expect((await platform.waitFor('claire')).text).toBe('Reçu : de la tréso');
    await platform.settled();
    const [row, ...others] = await rows(platform);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ type: 'message', state: 'handled', error: null });
    expect(JSON.stringify(row)).not.toContain('tréso');
  });

  test('four times the same event, at once, is one', async () => {
    const platform = newPlatform();
    const { seen, handle } = counting();
    await here.bot({ platform, handle });
    platform.faults.copies = 4;
    platform.say('claire', 'une fois');
    platform.say('claire', 'deux fois');
    await platform.waitFor('claire', ({ text }) => text.includes('deux'));
    await platform.settled();
    expect(seen).toEqual(['une fois', 'deux fois']);
    expect(platform.texts('claire')).toEqual(['Reçu : une fois', 'Reçu : deux fois']);
  });

  test('the same event on two processes is one: the unique key decides', async () => {
    const platform = newPlatform();
    const { seen, handle } = counting();
    const one = await here.bot({ platform, handle, listens: false });
    const two = await here.bot({ platform, handle, listens: false });
    platform.say('claire', 'une fois');
    const [event] = platform.owed;
    await Promise.all([one.receive(event), two.receive(event), one.receive(event), two.receive(event)]);
    await Promise.all([one.drain.sweep(), two.drain.sweep()]);
    await platform.waitFor('claire');
    expect(await rows(platform)).toHaveLength(1);
    expect(seen).toEqual(['une fois']);
    expect(platform.texts('claire')).toEqual(['Reçu : une fois']);
  });

  test('is answered in the order it was stored, whichever of two processes took each message', async () => {
    const platform = newPlatform();
    const bots = [
      await here.bot({ platform, listens: false, chatOptions: { deduplicates: false } }),
      await here.bot({ platform, listens: false, chatOptions: { deduplicates: false } }),
    ];
    const numbers = Array.from({ length: 24 }, (_, index) => `message ${index}`);
    for (const text of numbers) platform.say('claire', text);
    for (const [index, event] of platform.owed.entries()) await bots[index % 2]!.receive(event);
    await platform.waitFor('claire', ({ text }) => text.endsWith(' 23'));
    expect(platform.texts('claire')).toEqual(numbers.map((text) => `Reçu : ${text}`));
  });

  test("its own messages and those of other bots are nobody's business", async () => {
    const platform = newPlatform();
    const { seen, handle } = counting();
    const bot = await here.bot({ platform, handle });
    platform.say('robot', 'je suis un robot', { automatic: true });
    platform.say('claire', 'moi non');
    await platform.waitFor('claire');
    await platform.settled();
    expect(seen).toEqual(['moi non']);
    expect(await rows(platform)).toHaveLength(1);
    await bot.chat.stop();
  });

  test('in a conversation, is handled in the order it arrived, whatever the others do', async () => {
    const platform = newPlatform();
    const { seen, handle } = counting();
    await here.bot({ platform, handle });
    for (let n = 1; n <= 10; n += 1) {
      platform.say('claire', `claire ${n}`);
      platform.say('marc', `marc ${n}`);
    }
    await platform.waitFor('claire', ({ text }) => text.endsWith(' 10'));
    await platform.waitFor('marc', ({ text }) => text.endsWith(' 10'));
    const ten = Array.from({ length: 10 }, (_, index) => index + 1);
    for (const who of ['claire', 'marc']) {
      expect(seen.filter((text) => text.startsWith(who))).toEqual(ten.map((n) => `${who} ${n}`));
      expect(platform.texts(who)).toEqual(ten.map((n) => `Reçu : ${who} ${n}`));
    }
  });

  test('from somebody who floods does not hold up the others, and all of it is stored', async () => {
    const platform = newPlatform();
    const order: string[] = [];
    await here.bot({
      platform,
      handle: async (tx, received) => {
        order.push(received.event.from.userId);
        return echo(tx, received);
      },
    });
    for (let n = 0; n < 60; n += 1) platform.say('paul', `encore ${n}`);
    platform.say('claire', 'et moi ?');
    await platform.waitFor('claire');
    expect(order.indexOf('claire')).toBeLessThan(5);
    await platform.settled(30_000);
    expect(order).toHaveLength(61);
  });

  test('is left to the platform when the database stumbles, and nothing is stored', async () => {
    const platform = newPlatform();
    let outages = 2;
    await here.bot({
      platform,
      handle: async (tx, received) => {
        outages -= 1;
        if (outages >= 0) throw new TransientError('no database');
        return echo(tx, received);
      },
    });
    platform.say('claire', 'malgré la panne');
    await platform.waitFor('claire');
    expect(platform.texts('claire')).toEqual(['Reçu : malgré la panne']);
    expect(await rows(platform)).toHaveLength(1);
    expect(here.lines.filter((line) => line.includes('event.postponed'))).toHaveLength(2);
  });

  test('is kept when handling it fails: rolled back, its sender told, nothing of it in the log', async () => {
    const platform = newPlatform();
    const canary = 'canari-7f3a à Roubaix';
    await here.bot({
      platform,
      handle: async (tx, received) => {
        await tx.words.add([
          {
            id: received.inboundId as never,
            consultationId: null,
            personId: null,
            text: 'x',
            lang: null,
            writtenAt: 1,
          },
        ]);
        throw new Error(`can't read ${canary}\n    at ${canary} (/secret/${canary}:1:1)`, {
          cause: new TypeError(canary),
        });
      },
    });
    platform.say(canary, canary);
    const told = await platform.waitFor(canary);
    expect(told.text).toBe("Quelque chose n'a pas marché.");
    await platform.settled();
    const [row] = await rows(platform);
    expect(row).toMatchObject({ state: 'failed', error: 'Error' });
    const words = await here.database.prisma.words.findMany({ where: { text: { in: [canary, 'x'] } } });
    expect(words).toMatchObject([{ id: row!.wordsId, text: canary }]);
    const logged = here.lines.join('');
    expect(logged).toContain('event.failed');
    expect(logged).toContain('receive.test.ts');
    expect(logged).not.toContain('canari');
    const failed = await here.store.transaction((tx) => tx.inbox.failed(1000));
    expect(failed.some(({ id }) => id === row!.id)).toBe(true);
  });

  test('belongs to the person it came from, once it was handled', async () => {
    const platform = newPlatform();
    const [personId, consultationId] = [ids.next<PersonId>(), ids.next<ConsultationId>()];
    await here.bot({
      platform,
      handle: async (tx, received) => ({ ...(await echo(tx, received)), personId, consultationId }),
    });
    platform.say('claire', 'à moi', {
      files: [{ ref: 'f1', name: 'à moi.pdf', type: 'application/pdf', bytes: 1 }],
    });
    await platform.settled();
    expect(
      await here.database.prisma.words.findMany({ where: { personId }, orderBy: { id: 'asc' } }),
    ).toMatchObject([
      { text: 'à moi', consultationId },
      { text: 'à moi.pdf', consultationId },
    ]);
  });

  test('malformed, is kept as failed under its id, once, and the next is answered', async () => {
    const platform = newPlatform();
    await here.bot({ platform });
    const odd = { id: 'e-odd', platform: platform.name, workspace: 'main', type: 'message', text: 'canari' };
    for (const event of [odd, odd, null, 42, 'canari', { type: 'message' }, { ...odd, id: 'a\0b' }])
      platform.inject(event);
    platform.say('claire', 'et moi ?');
    await platform.waitFor('claire');
    const kept = await rows(platform);
    expect(kept.filter(({ state }) => state === 'failed')).toMatchObject([
      { eventId: 'e-odd', type: 'malformed', error: 'malformed' },
    ]);
    expect(JSON.stringify(kept) + here.lines.join('')).not.toContain('canari');
  });

  test('of any kind is stored with no text in its payload', async () => {
    const platform = newPlatform();
    await here.bot({ platform, chatOptions: { maxButtons: 3 } });
    const text = 'canari NUL \0 et demi \ud800';
    const message = platform.say('claire', text, {
      files: [{ ref: 'f1', name: 'canari.pdf', type: 'canari', bytes: 12 }],
    });
    platform.edit('claire', message, 'canari corrigé');
    platform.delete('claire', message);
    platform.react('claire', message, '👍');
    const forged: Inbound = {
      ...(platform.owed[0] as Inbound),
      type: 'choice',
      id: 'forged',
      message: null,
      value: 'canari en toutes lettres',
    };
    platform.inject(forged);
    platform.say('claire', 'fin');
    await platform.waitFor('claire', ({ text }) => text.endsWith('fin'));
    await platform.settled();
    const kept = await rows(platform);
    expect(kept.map(({ type }) => type)).toEqual([
      'message',
      'edit',
      'delete',
      'reaction',
      'choice',
      'message',
    ]);
    expect(JSON.stringify(kept)).not.toContain('canari');
    const words = await here.database.prisma.words.findMany({
      where: { id: { in: kept.flatMap((row) => row.wordsId ?? []) } },
    });
    expect(words.map((row) => row.text)).toContain('canari NUL \ufffd et demi \ufffd');
  });
});

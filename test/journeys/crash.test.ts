/** The bot stops at a bad moment; another one takes over on the same database and the same chat. */
import { afterEach, describe, expect, test } from 'vitest';
import type { MemoryPlatform } from '../../adapters/memory/platform.ts';
import type { Database } from '../../src/store/database.ts';
import { databases } from '../databases.ts';
import { botOn, LILLE, openStage, type Stage } from './stage.ts';
import { quiet, tell } from './story.ts';

describe.each(databases())('a bot that stops, on $name', (kind) => {
  let stage: Stage | null = null;
  afterEach(() => stage?.close());

  /** Stopping a bot closes its database: this one outlives it, as a server or a directory does. */
  const lasting = (database: Database): Database => ({ ...database, close: async () => {} });

  const open = async (stories: number) => {
    const database = await kind.open();
    const first = await openStage(lasting(database), { world: LILLE, stories });
    return { first, database };
  };
  const invite = (on: Stage) =>
    tell(on, "Rachida: ouvrir plan-actions\n Bot: On envoie ?\n Rachida: oui\n Bot: C'est ouvert");
  const takeOver = async (first: Stage, database: Database): Promise<Stage> => {
    const { world, platform, clock } = first;
    const bot = await botOn(database, { world, platform, clock, buttons: true });
    await bot.start();
    stage = { ...first, bot, close: () => bot.stop() };
    return stage;
  };
  const posts = (platform: MemoryPlatform, name: string, stories: number): number[] =>
    Array.from({ length: stories }, (_, index) => platform.texts(`${name}-${index + 1}`).length);

  test('in the middle of a fan-out: everybody is invited once', async () => {
    const stories = 12;
    const { first, database } = await open(stories);
    await tell(first, 'Rachida: ouvrir plan-actions\n Bot: On envoie ?');
    const gate = first.platform.faults.hold();
    first.platform.say('rachida', 'oui');
    await gate.reached(5);
    const stopping = first.bot.stop();
    gate.open();
    await stopping;
    const second = await takeOver(first, database);
    await quiet(second);
    for (const name of ['claire', 'omar', 'lucie', 'kate', 'tom'])
      expect(posts(second.platform, name, stories)).toEqual(Array.from({ length: stories }, () => 1));
    await tell(second, 'Claire: oui\n Bot: 1/6 :');
  });

  test('between two messages: the second bot goes on where the first was', async () => {
    const { first, database } = await open(2);
    await invite(first);
    const told = await tell(
      first,
      `
      Claire: oui
      Bot: 1/6 :
      Claire: - des locaux moins chers à Roubaix↵- un fonds d'amorçage
      Bot: {a}, … {b}, … C'est bien ça ?
    `,
    );
    await first.bot.stop();
    const second = await takeOver(first, database);
    second.platform.say(told.users.Claire!, 'oui mais pas que Roubaix, tout le versant nord-est');
    await second.platform.waitFor(told.users.Claire!, ({ text }) => text.includes('C’est corrigé.'));
    await tell(
      second,
      `
      Claire: mes propositions
      Bot: {a}, … {b},
    `,
      told,
    );
  });

  test('with messages said while no bot was there: each is taken, once', async () => {
    const { first, database } = await open(2);
    await invite(first);
    const told = await tell(
      first,
      `
      Claire: oui
      Bot: 1/6 :
    `,
    );
    await first.bot.stop();
    const user = told.users.Claire!;
    const before = first.platform.texts(user).length;
    first.platform.say(user, 'des locaux moins chers à Roubaix');
    first.platform.say(user, 'un annuaire des structures');
    const second = await takeOver(first, database);
    await quiet(second);
    const replies = second.platform.texts(user).slice(before);
    expect(replies).toHaveLength(2);
    expect(replies[0]).toMatch(/2\/6\s:/u);
    expect(replies[1]).toMatch(/3\/6\s:/u);
  });
});

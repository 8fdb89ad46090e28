/** The silence map on the page: the line changes where it stands, on pages that are open and on those opened later. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import { openStage, type Stage, somebody, until } from './stage.ts';

describe.each(storyDatabases())('the silence map on the page, on $name', (database) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(await database.open(), [somebody('claire'), somebody('omar')]);
  });
  afterAll(() => stage.close());

  test('follows the answers in place', async () => {
    const [rachida, claire] = [await stage.person('rachida'), await stage.person('claire')];
    await rachida.say('silence');
    await until(async () => (await rachida.read()).some(({ text }) => text.includes('0 sur ')));
    const before = await rachida.read();
    const open = new AbortController();
    const events = await fetch(`${stage.url}${rachida.home}events?since=${Date.now()}`, {
      headers: { cookie: rachida.cookie },
      signal: open.signal,
    });
    let told = '';
    const reading = (async () => {
      for await (const piece of events.body!.pipeThrough(new TextDecoderStream())) told += piece;
    })().catch(() => {});
    await claire.say('oui');
    await until(async () => (await claire.read()).some(({ text }) => text.includes('1/6')));
    await claire.say('une épicerie solidaire');
    await until(async () => (await claire.read()).some(({ text }) => text.includes('Noté')));
    await stage.bot.tick();
    await until(async () => told.includes('1 a répondu'));
    open.abort();
    await reading;
    const after = await rachida.read();
    expect(after.length).toBe(before.length);
    expect(after.at(-1)!.text).toContain('1 a répondu');
    // Under the name the line has on the page: it is changed there, not added.
    const line = told.split('\n').find((one) => one.includes('1 a répondu'))!;
    const { id } = JSON.parse(line.slice('data: '.length)) as { id: string };
    expect(await rachida.page()).toMatch(new RegExp(`data-id="${id}"[^]*1 a répondu`, 'u'));
  });
});

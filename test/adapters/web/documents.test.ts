/** Documents on the page: a link in the message, made for whoever it was sent to each time it is opened. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import type { Person } from './person.ts';
import { openStage, type Stage, somebody, until } from './stage.ts';

describe.each(storyDatabases())('documents on the page, on $name', (database) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(await database.open(), [
      somebody('omar'),
      somebody('lucie'),
      somebody('solene', { roles: ['staff'], partner: null }),
    ]);
  });
  afterAll(() => stage.close());

  const get = (person: Person, path: string) =>
    fetch(stage.url + person.home + path, { headers: { cookie: person.cookie } });

  test('a document of a message is a link, made when it is opened, for whoever it was sent to and nobody else', async () => {
    const solene = await stage.person('solene');
    await solene.say('document propositions en csv');
    await until(async () => (await solene.read()).some(({ text }) => text.includes('Voici le document')));
    const page = await solene.page();
    const [, path] = /href="(made\/[\w-]{36})" download>Tableau des propositions/u.exec(page)!;
    const before = await (await get(solene, path!)).text();
    const omar = await stage.person('omar');
    await omar.say('oui');
    await until(async () => (await omar.read()).some(({ text }) => text.includes('1/6')));
    await omar.say('une épicerie solidaire au pied de la tour');
    await until(async () => (await omar.read()).some(({ text }) => text.includes('Noté')));
    const found = await get(solene, path!);
    expect(found.headers.get('content-disposition')).toContain('propositions.csv');
    const after = await found.text();
    expect([before, after].map((text) => text.includes('épicerie solidaire'))).toEqual([false, true]);
    expect((await get(omar, path!)).status).toBe(404);
    expect((await get(omar, `made/${randomUUID()}`)).status).toBe(404);
  });

  test('one’s own data is a link; whose link is void has neither page nor file', async () => {
    const lucie = await stage.person('lucie');
    for (const [said, text] of [
      ['mes données', 'Je vous écris tout ici'],
      ['oui', 'Tout ce que nous gardons'],
    ] as const) {
      await lucie.say(said);
      await until(async () => (await lucie.read()).some((one) => one.text.includes(text)));
    }
    const [, path] = /href="(made\/[\w-]{36})" download>Mes données/u.exec(await lucie.page())!;
    expect(await (await get(lucie, path!)).json()).toHaveProperty('keys');
    await stage.bot.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      await tx.people.revokeLinks(consultation!.id, { platform: 'web', workspace: 'main', userId: 'lucie' });
    });
    expect((await get(lucie, path!)).status).toBe(401);
  });
});

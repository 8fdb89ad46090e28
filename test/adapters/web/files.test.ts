/** Files over HTTP: what is taken, what is refused, and who may have one. */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDatabases } from '../../databases.ts';
import type { Person } from './person.ts';
import { openStage, type Stage, somebody, until } from './stage.ts';

describe.each(storyDatabases())('files on the page, on $name', (database) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(
      await database.open(),
      'claire omar lucie marc'.split(' ').map((name) => somebody(name)),
    );
  });
  afterAll(() => stage.close());

  const send = (person: Person, files: readonly File[], over: Record<string, string> = {}) => {
    const body = new FormData();
    const fields = { form: person.form, id: randomUUID(), text: '', ...over };
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    for (const file of files) body.append('file', file);
    return fetch(`${stage.url}${person.home}messages`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: person.cookie, accept: 'application/json' },
      body,
    });
  };
  const get = (person: Person, path: string) =>
    fetch(stage.url + person.home + path, { headers: { cookie: person.cookie } });
  const pdf = (name: string, text = '%PDF-1.7 une note') => new File([text], name, { type: 'text/html' });
  const linksIn = (page: string) => [...page.matchAll(/href="(files\/[^"]+)"/gu)].map(([, path]) => path!);

  test('sent without a script, twice: one line with its name and size, one file, byte for byte', async () => {
    const claire = await stage.person('claire');
    const id = randomUUID();
    const note = 'é'.repeat(40_000);
    for (const _ of [1, 2]) {
      const body = new FormData();
      for (const [name, value] of [
        ['form', claire.form],
        ['id', id],
        ['text', ''],
      ] as const)
        body.set(name, value);
      body.append('file', new File([note], 'été à Lille.txt'));
      const answer = await fetch(`${stage.url}${claire.home}messages`, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: claire.cookie },
        body,
      });
      expect(answer.status).toBe(303);
    }
    await until(async () => (await claire.read()).some(({ text }) => text.includes('Je garde')));
    const page = await claire.page();
    expect(page.match(/été à Lille\.txt/gu)!.length).toBe(2);
    expect(page).toContain('80 ko');
    const [own, told, ...more] = linksIn(page);
    expect([told, more]).toEqual([own, []]);
    const file = await get(claire, own!);
    expect(file.status).toBe(200);
    expect(await file.text()).toBe(note);
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="_t_ _ Lille.txt"; filename*=UTF-8''%C3%A9t%C3%A9%20%C3%A0%20Lille.txt`,
    );
  });

  test('the team has it by the link in its conversation, a partner never, and each is asked for at each request', async () => {
    const [claire, omar, rachida] = [
      await stage.person('claire'),
      await stage.person('omar'),
      await stage.person('rachida'),
    ];
    const [path] = linksIn(await claire.page());
    rachida.say('pièces');
    await until(async () => linksIn(await rachida.page()).length > 0);
    expect(linksIn(await rachida.page())).toContain(path);
    expect((await get(rachida, path!)).status).toBe(200);
    expect((await get(omar, path!)).status).toBe(404);
    expect((await fetch(stage.url + claire.home + path)).status).toBe(401);
    expect((await get(rachida, `files/${randomUUID()}`)).status).toBe(404);
    expect((await get(rachida, 'files/../secret')).status).toBe(404);
    await stage.bot.store.transaction(async (tx) => {
      const [consultation] = await tx.consultations.all();
      const opened = await tx.acts.done(consultation!.id, ['attachment.open', 'attachment.open-own']);
      expect(opened.map(({ verb }) => verb)).toContain('attachment.open');
      const rachidaNow = (
        await tx.people.byAddress({ platform: 'web', workspace: 'main', userId: 'rachida' })
      )[0]!;
      await tx.people.setStopped(rachidaNow.id, null);
    });
  });

  test('what may act by itself leaves as bytes, sandboxed, under a name that hides nothing', async () => {
    const lucie = await stage.person('lucie');
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], 'a\u202egnp.svg', {
      type: 'image/png',
    });
    expect((await send(lucie, [svg, pdf('../../etc/"passwd".pdf')])).status).toBe(200);
    const files = await Promise.all(
      [...new Set(linksIn(await lucie.page()))].map(async (path) => get(lucie, path)),
    );
    expect(files.map(({ headers }) => headers.get('content-type'))).toEqual([
      'application/octet-stream',
      'application/pdf',
    ]);
    for (const { headers } of files) {
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[^"/\\]+"; filename\*=/u);
      expect(headers.get('content-disposition')).not.toMatch(/%E2%80%AE|\/|%2F/u);
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('what is too big, too many, empty, forged or broken is refused, or said kindly', async () => {
    const marc = await stage.person('marc');
    const big = new File([new Uint8Array(10_000_001)], 'film.pdf');
    expect((await send(marc, [big])).status).toBe(200);
    await until(async () => (await marc.read()).some(({ text }) => text.includes('dépasse 10 Mo')));
    expect(await marc.page()).toContain('non gardé');
    expect((await send(marc, [], { text: ' ' })).status).toBe(400);
    expect((await send(marc, [pdf('a.pdf')], { form: 'forged' })).status).toBe(403);
    expect((await send(marc, [pdf('a.pdf')], { id: '../x' })).status).toBe(400);
    const broken = await fetch(`${stage.url}${marc.home}messages`, {
      method: 'POST',
      headers: { cookie: marc.cookie, 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nnever ended',
    });
    expect(broken.status).toBeGreaterThanOrEqual(400);
    const cut = await fetch(`${stage.url}${marc.home}messages`, {
      method: 'POST',
      headers: { cookie: marc.cookie, 'content-type': 'multipart/form-data; boundary=x' },
      body: `--x\r\nContent-Disposition: form-data; name="form"\r\n\r\n${marc.form}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nnever ended`,
    });
    expect(cut.status).toBe(400);
    const none = await fetch(`${stage.url}${marc.home}messages`, {
      method: 'POST',
      headers: { cookie: marc.cookie, 'content-type': 'multipart/form-data' },
      body: 'x',
    });
    expect(none.status).toBe(400);
    expect(linksIn(await marc.page())).toEqual([]);
  });

  test('one person who sends slowly, several times over, holds up themselves alone', async () => {
    const [claire, omar] = [await stage.person('claire'), await stage.person('omar')];
    const begun = [1, 2, 3, 4, 5].map(() => slowly(stage.url, claire));
    await until(async () => begun.filter(({ answer }) => answer()?.includes(' 429 ')).length === 4);
    const told = begun.map(({ answer }) => answer()).find((one) => one !== null)!;
    expect(told).toContain('"error":"busy"');
    expect(told).toContain('retry-after: 5');
    expect((await send(omar, [pdf('vite.pdf')])).status).toBe(200);
    for (const { end } of begun) end();
    // Cut off, it gives its place back.
    await until(async () => (await send(claire, [pdf('enfin.pdf')])).status === 200);
  });
});

/** The beginning of a form with a file, whose end never comes. */
function slowly(site: string, person: Person): { answer(): string | null; end(): void } {
  const { hostname, port, host } = new URL(site);
  let heard = '';
  const socket = connect(Number(port), hostname, () =>
    socket.write(
      [
        `POST ${person.home}messages HTTP/1.1`,
        `host: ${host}`,
        `cookie: ${person.cookie}`,
        'accept: application/json',
        'content-type: multipart/form-data; boundary=x',
        'content-length: 100000',
        '',
        '--x',
        'content-disposition: form-data; name="form"',
        '',
        person.form,
        '--x',
        'content-disposition: form-data; name="file"; filename="a"',
        '',
        'a',
      ].join('\r\n'),
    ),
  );
  socket.on('data', (piece) => {
    heard += String(piece);
  });
  socket.on('error', () => {});
  return { answer: () => (heard.includes('\r\n\r\n') ? heard : null), end: () => socket.destroy() };
}

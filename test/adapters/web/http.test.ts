import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesHolding } from '../../at-rest.ts';
import { storyDatabases } from '../../databases.ts';
import { linesIn } from './person.ts';
import { openStage, type Stage, somebody, until } from './stage.ts';

const DAY = 86_400_000;
const NAMES = 'claire omar lucie marc ines paul jade noe lea tom max eva'.split(' ');

describe.each(storyDatabases())('the page over HTTP, on $name', (database) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(
      await database.open(),
      NAMES.map((name) => somebody(name)),
    );
  });
  afterAll(() => stage.close());

  const text = async (response: Response) => (await response.text()).replace(/<[^>]*>/gu, '');
  const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers,
  });

  describe('a personal link', () => {
    test('asks who is there before it opens anything', async () => {
      const link = await stage.link('claire');
      const asked = await fetch(link);
      expect(asked.status).toBe(200);
      expect(asked.headers.get('set-cookie')).toBeNull();
      expect(await text(asked)).toContain('Vous êtes bien Claire\u202f?');
      const no = await fetch(link, form({ answer: 'no' }));
      expect(no.headers.get('set-cookie')).toBeNull();
      expect(await text(no)).toContain('Rien n’a été ouvert');
      const yes = await fetch(link, form({ answer: 'yes' }));
      expect(yes.status).toBe(303);
      const cookie = yes.headers.get('set-cookie')!;
      expect(cookie).toMatch(/HttpOnly/u);
      expect(cookie).toMatch(/SameSite=Strict/u);
      expect(cookie).toContain(`Path=${yes.headers.get('location')}`);
    });

    test('forwarded: whoever has it says who they are, and the team gives them a link of their own', async () => {
      const link = await stage.link('omar');
      const no = await (await fetch(link, form({ answer: 'no' }))).text();
      expect(no).toContain('Qui êtes-vous\u202f?');
      expect(no).not.toMatch(/Omar|Structure de omar/u);
      const id = /name="id" value="([^"]+)"/u.exec(no)![1]!;
      const nameless = await fetch(link, form({ answer: 'who', id, word: 'Je prends la suite.' }));
      expect(nameless.status).toBe(422);
      expect(await nameless.text()).toMatch(/Il manque votre nom[\s\S]*Je prends la suite\./u);
      const who = {
        answer: 'who',
        id,
        name: 'Nadia Petit',
        organisation: 'La Ressourcerie, Lille',
        email: 'Nadia.Petit@Exemple.fr',
        word: 'On m’a transmis ce lien.\n<b>Merci</b>',
      };
      for (const _ of ['once', 'twice']) {
        const known = await fetch(link, form(who));
        expect(known.headers.get('set-cookie')).toBeNull();
        expect(await text(known)).toContain('transmis à l’équipe');
      }
      const rachida = await stage.person('rachida');
      const answered = async (say: string, part: string) => {
        rachida.say(say);
        await until(async () => (await rachida.read()).some(({ text: said }) => said.includes(part)));
        return (await rachida.read()).findLast(({ text: said }) => said.includes(part))!.text;
      };
      const listed = await answered('doutes', 'se présente');
      expect(listed.match(/se présente/gu)).toHaveLength(1);
      expect(listed).toMatch(/par le lien de Omar Martin, Structure de omar/u);
      const add = /« (ajouter Nadia Petit, [^»]*?nadia\.petit@exemple\.fr) »/u.exec(
        listed.replace(/\s/gu, ' '),
      );
      await answered(add![1]!, 'Nadia Petit est invité·e');
      await answered('doutes', 'Rien n’attend votre avis');
      const [nadia] = await stage.bot.store.transaction(async (tx) => {
        const all = await tx.people.partners((await tx.consultations.all())[0]!.id);
        return all.filter(({ person }) => person.name === 'Nadia Petit');
      });
      expect(nadia).toMatchObject({
        organisation: 'La Ressourcerie, Lille',
        college: 'partenaires',
        person: { email: 'nadia.petit@exemple.fr', addresses: [{ platform: 'web' }] },
      });
      expect(await stage.link(nadia!.person.addresses[0]!.userId)).toContain('/t/');
    });

    test('forwarded: nothing to do is nothing kept; who says it all day long is heard no more', async () => {
      const link = await stage.link('claire');
      const id = () => crypto.randomUUID();
      const who = (name: string) => fetch(link, form({ answer: 'who', id: id(), name }));
      expect((await who('Canari Inconnu')).status).toBe(200);
      const rachida = await stage.person('rachida');
      const heard = (part: string) =>
        until(async () => (await rachida.read()).some(({ text: said }) => said.includes(part)));
      rachida.say('doutes');
      await heard('Canari Inconnu');
      rachida.say('classer 1');
      await heard('C’est classé');
      const words = await stage.bot.store.transaction(async (tx) => {
        const [one] = await tx.consultations.all();
        expect(await tx.doubts.open(one!.id)).toEqual([]);
        return JSON.stringify(await tx.inbox.failed(10));
      });
      expect(words).not.toContain('Canari');
      expect((await rachida.read()).map(({ text: said }) => said).join('\n')).not.toContain('Canari Inconnu');
      const answers = [];
      for (let n = 0; n < 6; n++) answers.push((await who('Robot')).status);
      expect(answers.at(-1)).toBe(429);
      expect((await fetch(link, form({ answer: 'who', id: id(), name: 'x'.repeat(500) }))).status).toBe(400);
    });

    test('is refused when anything in it was changed, and says what to do', async () => {
      const link = await stage.link('claire');
      const [site, token] = link.split('/t/') as [string, string];
      const [payload, mark] = token.split('.') as [string, string];
      const other = (await stage.link('omar')).split('/t/')[1]!.split('.');
      const forged = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('claire', 'omar'));
      for (const wrong of [
        payload,
        `${payload}.`,
        `${payload}.${mark.slice(0, -1)}0f`,
        `${payload}.${other[1]}`,
        `${forged.toString('base64url')}.${mark}`,
        `${token}.x`,
        'x'.repeat(5000),
        '%00',
      ]) {
        const refused = await fetch(`${site}/t/${wrong}`);
        expect(refused.status).toBe(404);
        expect(await text(refused)).toMatch(/n’est pas complet|adresse/u);
      }
    });

    test('expires, is revoked, and its sessions with it', async () => {
      const lucie = await stage.person('lucie');
      const link = await stage.link('lucie');
      expect(await lucie.page()).toContain('role="log"');
      await stage.bot.page!.links.revoke('mel-ess-2015-2020', 'lucie');
      const revoked = await fetch(link);
      expect(revoked.status).toBe(410);
      expect(await text(revoked)).toContain('Ce lien ne sert plus');
      expect(await lucie.page()).toContain('Ce lien ne sert plus');
      const again = await stage.link('lucie');
      expect((await fetch(again)).status).toBe(200);
      stage.pass(181 * DAY);
      const expired = await fetch(again);
      stage.pass(-181 * DAY);
      expect(expired.status).toBe(410);
      expect(await text(expired)).toContain('Ce lien a expiré');
    });

    test('is no session, and a session no link; one from the future is neither', async () => {
      const claire = await stage.person('claire');
      const token = (await stage.link('claire')).split('/t/')[1]!;
      const withLink = await fetch(stage.url + claire.home, { headers: { cookie: `tour=${token}` } });
      expect(withLink.status).toBe(401);
      const withSession = await fetch(`${stage.url}/t/${claire.cookie.split('=')[1]}`);
      expect(withSession.status).toBe(404);
      stage.pass(DAY);
      const future = await stage.link('claire');
      stage.pass(-DAY);
      expect((await fetch(future)).status).toBe(404);
    });

    test('of somebody who is not enrolled does not exist', async () => {
      expect(await stage.bot.page!.links.issue('mel-ess-2015-2020', 'nobody')).toBeNull();
      expect(await stage.bot.page!.links.issue('no-such-plan', 'claire')).toBeNull();
    });
  });

  describe('a page', () => {
    test('is opened by its own cookie only, and two people may share a browser', async () => {
      const [claire, omar] = [await stage.person('claire'), await stage.person('omar')];
      const visit = (home: string, cookie: string) => fetch(stage.url + home, { headers: { cookie } });
      expect((await visit(claire.home, claire.cookie)).status).toBe(200);
      expect((await visit(claire.home, omar.cookie)).status).toBe(401);
      expect((await visit(claire.home, '')).status).toBe(401);
      expect(claire.home).not.toBe(omar.home);
      expect(claire.home).not.toContain('claire');
    });

    test('loads nothing from elsewhere, runs no script of its text, is kept in no cache', async () => {
      const claire = await stage.person('claire');
      const page = await fetch(stage.url + claire.home, { headers: { cookie: claire.cookie } });
      expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/u);
      expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      expect(page.headers.get('cache-control')).toBe('no-store');
      const html = await page.text();
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|\sstyle=|https?:\/\//u);
    });

    test('answers to its own name only', async () => {
      const { port } = new URL(stage.url);
      const status = await new Promise((resolve, reject) => {
        const asked = request({ port, host: '127.0.0.1', path: '/', headers: { host: 'rebound.example' } });
        asked.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
        asked.end();
      });
      expect(status).toBe(421);
    });
  });

  describe('what is sent', () => {
    test('is taken once, however often it comes', async () => {
      const marc = await stage.person('marc');
      const id = randomUUID();
      for (let time = 0; time < 4; time += 1)
        expect((await marc.request('messages', { id, text: 'aide' })).status).toBe(200);
      await until(async () => (await marc.read()).some(({ text }) => text.includes('mes propositions')));
      const mine = (await marc.read()).filter(({ side }) => side === 'person');
      expect(mine).toEqual([{ ref: id, side: 'person', text: 'aide', choices: [] }]);
    });

    test('comes from the page itself, or not at all', async () => {
      const ines = await stage.person('ines');
      const fields = { id: randomUUID(), text: 'aide' };
      const send = (body: Record<string, string>, headers: Record<string, string>) =>
        fetch(`${stage.url}${ines.home}messages`, form(body, { cookie: ines.cookie, ...headers }));
      const token = { form: ines.form };
      expect((await send(fields, {})).status).toBe(403);
      expect((await send({ ...fields, form: 'x' }, {})).status).toBe(403);
      expect((await send({ ...fields, ...token }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await send({ ...fields, ...token }, { origin: 'https://elsewhere.example' })).status).toBe(403);
      const { form: others } = await stage.person('paul');
      expect((await send({ ...fields, form: others }, {})).status).toBe(403);
      expect((await ines.read()).filter(({ side }) => side === 'person')).toEqual([]);
      expect((await send({ ...fields, ...token }, { 'sec-fetch-site': 'same-origin' })).status).toBe(303);
    });

    test('must be readable, and of a size', async () => {
      const jade = await stage.person('jade');
      const post = (body: Buffer | string, type: string) =>
        fetch(`${stage.url}${jade.home}messages`, {
          method: 'POST',
          body: body as never,
          headers: { cookie: jade.cookie, 'content-type': type },
        });
      const said = { form: jade.form, id: randomUUID() };
      const utf8 = (text: string) => Buffer.from(JSON.stringify({ ...said, text }));
      const broken = Buffer.concat([utf8('a').subarray(0, -2), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]);
      expect((await post(broken, 'application/json')).status).toBe(400);
      expect((await post('{"text":', 'application/json')).status).toBe(400);
      expect((await post('[]', 'application/json')).status).toBe(400);
      expect((await post('{"text":{"$ne":1}}', 'application/json')).status).toBe(400);
      expect(
        (await post(`form=${jade.form}&id=${said.id}&text=%FF`, 'application/x-www-form-urlencoded')).status,
      ).toBe(400);
      expect((await post('<a/>', 'text/xml')).status).toBe(415);
      expect((await post(utf8(' \n '), 'application/json')).status).toBe(400);
      expect((await post(utf8('x'.repeat(40_001)), 'application/json')).status).toBe(413);
      expect((await post(utf8('x'.repeat(500_000)), 'application/json')).status).toBe(413);
      expect((await jade.read()).filter(({ side }) => side === 'person')).toEqual([]);
      const odd = '__proto__ \u0000 \ud800 <b>&amp;</b> \u202e x';
      expect((await jade.request('messages', { id: said.id, text: odd })).status).toBe(200);
      const [read] = (await jade.read()).filter(({ side }) => side === 'person');
      expect(read!.text).toContain('<b>&amp;</b>');
      expect(read!.text).not.toContain('\u202e');
    });

    test('is throttled for one person, and for nobody else', async () => {
      const [noe, lea] = [await stage.person('noe'), await stage.person('lea')];
      const statuses = await Promise.all(
        Array.from({ length: 200 }, () => noe.request('messages', { id: randomUUID(), text: 'aide' })),
      ).then((all) => all.map(({ status }) => status));
      const taken = statuses.filter((status) => status === 200).length;
      expect(taken).toBeGreaterThanOrEqual(20);
      expect(taken).toBeLessThan(40);
      expect(new Set(statuses)).toEqual(new Set([200, 429]));
      expect((await lea.request('messages', { id: randomUUID(), text: 'aide' })).status).toBe(200);
    });

    test('by button must have been offered, to that person, and still be asked', async () => {
      const [tom, max] = [await stage.person('tom'), await stage.person('max')];
      const [invitation] = await tom.read();
      const [others] = await max.read();
      const press = (message: string, value: string) => tom.request('choices', { message, value });
      const value = /name="value" value="([^"]+)"/u.exec(await tom.page())![1]!;
      expect((await press(invitation!.ref, 'signer')).status).toBe(409);
      expect((await press(others!.ref, value)).status).toBe(409);
      expect((await press(invitation!.ref, value)).status).toBe(200);
      expect((await press(invitation!.ref, value)).status).toBe(200);
      await until(async () => (await tom.read()).some(({ text }) => text.includes('1/6')));
      const chosen = (await tom.read()).filter(({ side }) => side === 'person');
      expect(chosen.map(({ text }) => text)).toEqual(['Commencer']);
      expect(await tom.page()).not.toContain('class="choices"');
    });

    test('is shown erased once it is, wherever the bot repeats it', async () => {
      const eva = await stage.person('eva');
      const say = async (text: string, heard: string) => {
        eva.say(text);
        await until(async () =>
          (await eva.read()).some((line) => line.side === 'bot' && line.text.includes(heard)),
        );
      };
      await say('oui', '1/6');
      const canary = 'un atelier canari-7 pour réparer les vélos à Loos';
      await say(canary, 'P-0');
      await say('mes propositions', 'canari-7');
      await stage.database.prisma.$executeRaw`
        UPDATE "Words" SET text = '', "erasedAt" = now() WHERE text LIKE '%canari-7%'`;
      const lines = await eva.read();
      expect(JSON.stringify(lines)).not.toContain('canari-7');
      expect(lines.some(({ side, text }) => side === 'person' && text === '[effacé]')).toBe(true);
      expect(lines.some(({ side, text }) => side === 'bot' && text.includes('[effacé]'))).toBe(true);
      expect(stage.lines.join('')).not.toContain('canari-7');
    });
  });

  test('the past is shown page by page, and nothing twice', async () => {
    const paul = await stage.person('paul');
    for (let n = 1; n <= 130; n += 1) await stage.tell('paul', `Annonce ${n}.`);
    await until(async () => (await paul.read()).at(-1)!.text === 'Annonce 130.');
    const seen: string[] = [];
    for (let query: string | null = ''; query !== null; ) {
      const page: string = await paul.page(query);
      seen.unshift(...linesIn(page).map(({ text }) => text));
      const earlier: string | undefined = /href="\.\/(\?before=[^"]+)" data-earlier/u.exec(page)?.[1];
      query = earlier ?? null;
    }
    expect(seen.slice(-130)).toEqual(Array.from({ length: 130 }, (_, index) => `Annonce ${index + 1}.`));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen[0]).toContain('Bonjour Paul');
  });

  test('eight pages of one person are told at once; a ninth takes the place of the oldest, which asks again', async () => {
    const marc = await stage.person('marc');
    const page = async () => {
      const cut = new AbortController();
      const response = await fetch(`${stage.url}${marc.home}events?since=0`, {
        headers: { cookie: marc.cookie },
        signal: cut.signal,
      });
      expect(response.status).toBe(200);
      const seen = { text: '', ended: false, cut };
      void (async () => {
        for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) seen.text += piece;
      })().then(
        () => Object.assign(seen, { ended: true }),
        () => {},
      );
      return seen;
    };
    const pages = [];
    for (let n = 0; n < 9; n += 1) pages.push(await page());
    await stage.tell('marc', 'Bonjour à toutes vos pages');
    const [oldest, ...others] = pages;
    await until(async () => others.every(({ text }) => text.includes('toutes vos pages')));
    await until(async () => oldest!.ended);
    expect(oldest!.text).not.toContain('toutes vos pages');
    expect(others.filter(({ ended }) => ended)).toEqual([]);
    // What it missed is there when it asks again.
    const again = await page();
    await until(async () => again.text.includes('toutes vos pages'));
    for (const { cut } of [...pages, again]) cut.abort();
  });

  test('no secret lies in the database: neither links nor sessions, nor what signs them', async () => {
    const link = await stage.link('ines');
    const ines = await stage.person('ines');
    const token = link.slice(link.lastIndexOf('/') + 1);
    const secrets = [token, ines.cookie.split('=')[1]!, ines.form, 'a secret of the tests'];
    expect(secrets.every((secret) => secret.length > 20)).toBe(true);
    expect(await tablesHolding(stage.database, secrets)).toEqual([]);
  });

  test('neither links nor sessions nor what people write are logged', async () => {
    const claire = await stage.person('claire');
    const token = (await stage.link('claire')).split('/t/')[1]!;
    const log = stage.lines.join('');
    expect(log).not.toContain(token.slice(-32));
    expect(log).not.toContain(claire.cookie.slice(-32));
  });
});

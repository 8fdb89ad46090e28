import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { paragraph } from '../../../src/chat/outbound.ts';
import { embeddedCopy } from '../../databases.ts';
import { barriers } from './axe.ts';
import { DESK, hasChromium, launch, PHONE, watched } from './chromium.ts';
import type { Person } from './person.ts';
import { openStage, type Stage, somebody, until } from './stage.ts';

const HOSTILE =
  '<img src=x onerror="alert(1)"><script>alert(2)</script> &lt;b&gt; [x](javascript:alert(3)) "\' `';
const PEOPLE = [
  'claire omar lucie marc ines paul jade noe yann'.split(' ').map((name) => somebody(name)),
  somebody('kate', { lang: 'en' }),
  somebody('solene', { roles: ['staff'], partner: null }),
  somebody('mallory', { name: '<b>Mallory</b> "><script>alert(4)</script>' }),
].flat();

describe.runIf(hasChromium)('the page in Chromium', () => {
  let stage: Stage;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    [stage, browser] = await Promise.all([
      embeddedCopy().then((database) => openStage(database, PEOPLE)),
      launch(),
    ]);
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  async function context(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
    const made = await browser.newContext(options);
    contexts.push(made);
    return made;
  }

  /** Comes by the link and says yes. */
  async function come(page: Page, userId: string): Promise<void> {
    await page.goto(await stage.link(userId));
    await page
      .getByRole('button', { name: /c’est moi|that’s me/u })
      .first()
      .click();
    await page.locator('#log').waitFor();
  }
  const write = async (page: Page, text: string) => {
    await page.locator('#text').fill(text);
    await page.locator('.send').click();
  };
  const hears = (page: Page, text: string | RegExp) =>
    page.locator('.bot').filter({ hasText: text }).first().waitFor();
  const own = (page: Page) => page.locator('.person:not(.pending) .text').allTextContents();

  test('Claire answers on her phone, from her link to the receipt', async () => {
    const { page, faults, origins } = await watched(await context(PHONE));
    await page.goto(await stage.link('claire'));
    expect(await page.getByRole('heading').textContent()).toBe('Vous êtes bien Claire\u202f?');
    await page.getByRole('button', { name: 'Oui, c’est moi' }).tap();
    await hears(page, 'Bonjour Claire');
    await page.getByRole('button', { name: 'Commencer' }).tap();
    await hears(page, '1/6');
    await write(page, '- une avance de trésorerie\n- un comptable partagé entre quatre associations');
    await hears(page, /P-\d{4}/u);
    expect(await own(page)).toEqual([
      'Commencer',
      '- une avance de trésorerie\n- un comptable partagé entre quatre associations',
    ]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    expect(await page.evaluate('parseFloat(getComputedStyle(text).fontSize)')).toBeGreaterThanOrEqual(16);
    expect(faults).toEqual([]);
    expect([...origins]).toEqual([stage.url]);
  });

  test('a double click, and an answer lost on the way back, send once', async () => {
    const { page, faults } = await watched(await context(DESK));
    await come(page, 'omar');
    await page.getByRole('button', { name: 'Commencer' }).dblclick();
    await hears(page, '1/6');
    const faultsOnTheWay = ['before', 'after'];
    await page.route('**/messages', async (route) => {
      const fault = faultsOnTheWay.shift();
      if (fault === 'after') await route.fetch();
      if (fault === undefined) await route.continue();
      else await route.abort();
    });
    await page.locator('#text').fill('un prêt à taux zéro');
    await page.locator('.send').dblclick();
    await hears(page, /P-\d{4}/u);
    await page.locator('.pending').waitFor({ state: 'detached' });
    expect(faultsOnTheWay).toEqual([]);
    expect(await own(page)).toEqual(['Commencer', 'un prêt à taux zéro']);
    await page.reload();
    expect(await own(page)).toEqual(['Commencer', 'un prêt à taux zéro']);
    expect(await page.locator('.bot').count()).toBe(3);
    expect(faults).toEqual([]);
  });

  test('a reload, a second tab and a lost connection lose nothing', async () => {
    const shared = await context(DESK);
    const { page: first, faults } = await watched(shared);
    await come(first, 'lucie');
    const { page: second } = await watched(shared);
    await second.goto(first.url());
    await first.bringToFront();
    await write(first, 'oui');
    for (const page of [first, second]) await hears(page, '1/6');
    expect(await own(second)).toEqual(['oui']);

    await first.locator('#text').fill('pas fini d’écr');
    await first.reload();
    expect(await first.locator('#text').inputValue()).toBe('pas fini d’écr');

    await stage.bot.page!.stop();
    await write(first, 'écrit sans connexion');
    await first.locator('.pending').filter({ hasText: 'Pas encore envoyé' }).waitFor();
    await stage.tell('lucie', 'Dit pendant ce temps.');
    await stage.bot.page!.start((event) => stage.bot.receive(event));
    for (const page of [first, second]) {
      await hears(page, 'Dit pendant ce temps.');
      await hears(page, /P-\d{4}/u);
      await page.locator('.pending').waitFor({ state: 'detached' });
      expect(await own(page)).toEqual(['oui', 'écrit sans connexion']);
      const ids = await page.locator('.line').evaluateAll((lines) => lines.map((line) => line.dataset.id));
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(faults).toEqual([]);
  });

  test('one’s own message is changed and deleted, and every tab sees it', async () => {
    const shared = await context(DESK);
    const { page, faults } = await watched(shared);
    await come(page, 'marc');
    await write(page, 'oui');
    await hears(page, '1/6');
    await write(page, 'des locaux pas chers');
    await hears(page, /P-\d{4}/u);
    const { page: other } = await watched(shared);
    await other.goto(page.url());
    // A browser draws the tab in front only, and Playwright waits for what it clicks to be drawn.
    await page.bringToFront();
    await page.locator('.person', { hasText: 'des locaux' }).getByRole('link', { name: 'Modifier' }).click();
    expect(await page.locator('#text').inputValue()).toBe('des locaux pas chers');
    await page.locator('#text').fill('des locaux pas chers à Tourcoing');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await hears(page, 'J’ai suivi votre modification');
    for (const tab of [page, other])
      await tab.getByText('des locaux pas chers à Tourcoing').first().waitFor();
    await page.locator('.person', { hasText: 'Tourcoing' }).getByRole('link', { name: 'Modifier' }).click();
    await page.getByRole('button', { name: 'Supprimer ce message' }).click();
    await hears(page, 'est retirée');
    for (const tab of [page, other]) await tab.getByText('Message supprimé').waitFor();
    expect(faults).toEqual([]);
  });

  test('everything works without a script', async () => {
    const { page } = await watched(await context({ ...PHONE, javaScriptEnabled: false }));
    await come(page, 'ines');
    await page.getByRole('button', { name: 'Commencer' }).tap();
    await hears(page, '1/6');
    await write(page, 'un guichet unique');
    await hears(page, /P-\d{4}/u);
    await page.locator('.person', { hasText: 'guichet' }).getByRole('link', { name: 'Modifier' }).tap();
    await page.locator('#text').fill('un guichet unique à Roubaix');
    await page.getByRole('button', { name: 'Enregistrer' }).tap();
    await hears(page, 'J’ai suivi votre modification');
    await page.getByRole('link', { name: 'Modifier' }).last().tap();
    await page.getByRole('button', { name: 'Supprimer' }).tap();
    await hears(page, 'est retirée');
    await page.getByRole('button', { name: 'Aide' }).tap();
    await hears(page, 'Répondez avec vos mots');
    expect(await own(page)).toEqual(['Commencer', 'Message supprimé', 'aide']);
  });

  test('what is too much is given back, not lost', async () => {
    const { page } = await watched(await context(DESK));
    await come(page, 'jade');
    await page.route('**/messages', (route) =>
      route.fulfill({ status: 413, contentType: 'application/json', body: '{"ok":false,"error":"tooLong"}' }),
    );
    await write(page, 'un très long texte');
    await page.locator('.refused').filter({ hasText: 'trop long' }).waitFor();
    await page.getByRole('button', { name: 'Reprendre le texte' }).click();
    expect(await page.locator('#text').inputValue()).toBe('un très long texte');
    expect(await page.locator('.pending').count()).toBe(0);
  });

  test('hostile text is only text, whoever wrote it and however it comes', async () => {
    const { page, faults, origins } = await watched(await context(DESK));
    await come(page, 'mallory');
    await write(page, 'oui');
    await hears(page, '1/6');
    await write(page, HOSTILE);
    await until(async () => (await page.locator('.bot').count()) > 2);
    const live = await page.locator('#log').textContent();
    expect(await own(page)).toEqual(['oui', HOSTILE]);
    await page.reload();
    expect(await own(page)).toEqual(['oui', HOSTILE]);
    expect(await page.locator('#log').textContent()).toContain('Bonjour <b>Mallory</b>');
    expect(live).toContain('Bonjour <b>Mallory</b>');
    expect(await page.locator('#log').locator('img, script, b, a[href^="javascript"]').count()).toBe(0);
    expect(faults).toEqual([]);
    expect([...origins]).toEqual([stage.url]);
  });

  test('it is read, tabbed through and spoken: axe finds nothing, in both languages, by day and by night', async () => {
    const made = await context(PHONE);
    const { page } = await watched(made);
    const found: string[] = [];
    const check = async (what: string) => {
      for (const one of await barriers(page)) found.push(`${what}, ${one}`);
    };
    for (const userId of ['paul', 'kate']) {
      await stage.tell(userId, {
        lang: userId === 'kate' ? 'en' : 'fr',
        blocks: [
          paragraph('Un ', { text: 'mot', strong: true }),
          { type: 'quote', content: [{ text: 'cité' }] },
          { type: 'list', items: [[{ text: 'un' }], [{ text: 'deux' }]] },
        ],
        choices: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      });
      await page.goto(await stage.link(userId));
      await check(`${userId}’s gate`);
      await page.getByRole('button', { name: /Non|No,/u }).click();
      await check(`${userId}’s not me`);
      await page.getByRole('textbox', { name: /Prénom et nom|First and last/u }).fill(' ');
      await page.getByRole('button', { name: /équipe|team/u }).click();
      await page.getByRole('alert').waitFor();
      await check(`${userId}’s not me, without a name`);
      await page.getByRole('textbox', { name: /Prénom et nom|First and last/u }).fill('Nadia Petit');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /transmis|has it/u }).waitFor();
      await check(`${userId}’s link, known by somebody else`);
      await come(page, userId);
      await page.locator('.choices').waitFor();
      await check(`${userId}’s conversation`);
      await write(page, userId === 'kate' ? 'help' : 'aide');
      await page.locator('.person:not(.pending)').waitFor();
      await page.locator('summary').click();
      await check(`${userId}’s answered conversation`);
      const edit = new URL((await page.locator('[data-edit]').getAttribute('href'))!, page.url()).href;
      await page.locator('[data-edit]').click();
      await check(`${userId}’s editing`);
      await page.goto(edit);
      await check(`${userId}’s edit page`);
      await page.goto(page.url().replace(/edit.*$/u, 'nowhere'));
      await check(`${userId}’s error`);
    }
    await page.goto(`${stage.url}/`);
    await check('no link');
    await page.goto(`${stage.url}/t/wrong`);
    await check('wrong link');
    expect(found).toEqual([]);
  });

  test('the keyboard reaches everything, and the focus is seen', async () => {
    const { page } = await watched(await context(DESK));
    await come(page, 'noe');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Aller à la réponse');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().width')).toBeGreaterThan(50);
    await page.keyboard.press('Enter');
    await page.keyboard.type('oui');
    await page.keyboard.press('Enter');
    await hears(page, '1/6');
    expect(await page.evaluate('document.activeElement.id')).toBe('text');
    expect(await page.evaluate('getComputedStyle(text).outlineWidth')).toBe('3px');
    expect(await page.getByRole('log').getAttribute('aria-label')).toBe('Conversation');
  });

  test('the whole page weighs less than 100 kB', async () => {
    const { page } = await watched(await context(PHONE));
    let bytes = 0;
    let packed = 0;
    const weighed: Promise<void>[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/events')) return;
      weighed.push(
        response.body().then(
          (body) => {
            bytes += body.length;
            packed += gzipSync(body).length;
          },
          () => {},
        ),
      );
    });
    await come(page, 'paul');
    await page.waitForLoadState('load');
    await Promise.all(weighed);
    console.log(`the page from the link on: ${bytes} bytes, ${packed} compressed`);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(100_000);
  });

  test('what the team is sent, and what is given back, holds no barrier either', async () => {
    const { page } = await watched(await context(PHONE));
    const [yann, rachida] = [await stage.person('yann'), await stage.person('rachida')];
    const asks = async (person: Person, text: string, answer: string | RegExp) => {
      const before = (await person.read()).length;
      person.say(text);
      await until(async () =>
        (await person.read()).slice(before).some((line) => line.text.search(answer) >= 0),
      );
    };
    const asked = async (text: string, answer: string | RegExp) => {
      await write(page, text);
      await hears(page, answer);
    };
    const found: string[] = [];
    const check = async (what: string) => {
      for (const one of await barriers(page)) found.push(`${what}, ${one}`);
    };
    await asks(yann, 'oui', '1/6');
    await asks(yann, 'une avance de trésorerie en attendant les subventions', 'Noté');
    await come(page, 'solene');
    await asked('silence', 'répondu');
    await asked('statut', 'plan-actions');
    await page.locator('.picture img').waitFor();
    await asked('digest', 'document interne');
    expect(await page.locator('meter').count()).toBeGreaterThan(0);
    await asks(rachida, 'clore plan-actions : tout le monde a répondu', 'est clos');
    await asked('synthèse', 'Brouillon');
    await asked('document synthèse', 'Voici le document');
    expect(await page.locator('.enclosed a').count()).toBeGreaterThan(1);
    await asked('documents', 'ces documents');
    expect(await page.locator('.choices button').count()).toBeGreaterThan(1);
    await check('a colleague’s page');
    const draft = (await page.locator('#log').textContent())!;
    const open = [...draft.matchAll(/«\ssans désaccord (\S+)\s»/gu)].map(([, axis]) => axis);
    await asked(`sans désaccord ${[...new Set(open)].join(', ')}`, 'C’est fait');
    await asked('signer', 'signée');
    await asked('décider le reste hors de nos compétences : Cela relève de la Région.', 'On enregistre');
    await asked('oui', 'C’est noté');
    await asked(`entériner comite ${new Date().toISOString().slice(0, 10)}`, /enregistrée?s?\b/u);
    await asked('restitution', /messages? prêts?/u);
    await asked('oui', 'C’est parti');
    const given = await watched(await context(PHONE));
    await come(given.page, 'yann');
    await hears(given.page, 'Cela relève de la Région');
    await given.page.getByRole('button', { name: 'Contester une réponse' }).waitFor();
    const beyond = (on: Page) =>
      on.locator('.commands').evaluate((row: { dataset: object }) => Object.keys(row.dataset));
    expect(await beyond(given.page)).toEqual([]);
    const small = await watched(await context({ ...PHONE, viewport: { width: 360, height: 640 } }));
    await come(small.page, 'solene');
    await until(async () => (await beyond(small.page)).join() === 'after');
    const last = small.page.locator('.commands button').last();
    await last.focus();
    await until(async () => (await beyond(small.page)).join() === 'before');
    const { x, width } = (await last.boundingBox())!;
    expect(x + width).toBeLessThanOrEqual(360);
    for (const one of await barriers(given.page)) found.push(`what is given back, ${one}`);
    expect(found).toEqual([]);
  });
});

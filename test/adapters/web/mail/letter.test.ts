/** A letter as it is read: in text, in a mail program, by whoever is not meant to have it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Browser } from 'playwright-core';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMailer } from '../../../../adapters/web/mail/mailer.ts';
import { invitation } from '../../../../src/bot/partner/consent.ts';
import type { Letter } from '../../../../src/chat/letter.ts';
import { type Message, resolve } from '../../../../src/chat/outbound.ts';
import { loadFolder } from '../../../../src/content/load-folder.ts';
import { DESK, hasChromium, launch, PHONE } from '../chromium.ts';
import { plainly } from './smtp.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LINK =
  '/t/WyJtZWwtZXNzLTIwMTUtMjAyMCIsImNsYWlyZSIsMSwxNzk1NTk5Njc5LDE4MTExNTE2Nzld.d3c9966531fec7635958edc11300e0a9';

async function written(
  over: Partial<Letter> & { name?: string; asker?: string; replyTo?: string | null } = {},
) {
  const { name = 'Claire Delattre', asker = 'la Métropole', replyTo = null, ...letter } = over;
  let sent: SendMailOptions | null = null;
  const mailer = createMailer({
    transport: {
      send: async (mail) => {
        sent = mail;
        return '250 ok';
      },
      verify: async () => {},
      close() {},
    },
    from: { name: null, address: 'plan@example.org' },
    replyTo,
    guests: {
      find: async (consultation, userId) => ({
        consultation,
        userId,
        generation: 1,
        name,
        lang: 'fr',
        zone: 'Europe/Paris',
        team: false,
        title: 'Plan ESS',
        asker,
      }),
    },
    linkOf: () => LINK,
    stopOf: () => '/u/stop',
    origin: () => 'https://consultation.example.org',
    newId: () => 'id',
  });
  await mailer.send({
    key: '0198-delivery',
    kind: 'notice',
    email: 'claire@example.org',
    shared: false,
    consultation: 'ess',
    userId: 'claire',
    message: said('Un mot.'),
    round: null,
    ...letter,
  });
  return sent!;
}

/** The bytes a mail server is given. */
async function onTheWire(mail: SendMailOptions): Promise<string> {
  const stream = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await stream.sendMail(mail);
  return message.toString();
}

const said = (text: string, person = false): Message => ({
  lang: 'fr',
  choices: [],
  blocks: [{ type: 'paragraph', content: [person ? { text, person: true } : { text }] }],
});

async function invited(): Promise<Pick<Letter, 'kind' | 'message' | 'round'>> {
  const loaded = await loadFolder('prompts/mel-ess-2015-2020');
  if (!loaded.ok) throw new Error('the consultation can’t be loaded');
  const { consultation } = loaded;
  const round = consultation.rounds.find(({ key }) => key === 'plan-actions')!;
  const closesAt = Date.parse('2015-04-17T21:59:59Z');
  const person = { lang: 'fr', name: 'Claire Delattre' } as Parameters<typeof invitation>[3]['person'];
  const document = invitation(consultation, round, { closesAt }, { person, attribution: 'organisation' });
  return {
    kind: 'invitation',
    message: resolve(document, new Map(), ''),
    round: { title: 'Écrire le plan d’actions', until: closesAt, zone: consultation.zone },
  };
}

describe('a letter', () => {
  test('reads well as text, with the link on a line of its own', async () => {
    const { subject, text, messageId } = await written(await invited());
    expect(subject).toBe('Votre avis jusqu’au 17 avril : Écrire le plan d’actions');
    expect(messageId).toBe('<0198-delivery@example.org>');
    const lines = plainly(text as string).split('\n');
    expect(lines[0]).toBe('Pour Claire Delattre');
    expect(lines).toContain(`https://consultation.example.org${LINK}`);
    expect(lines).toContain('Personne ne lit les réponses à cet e-mail : tout se passe sur votre page.');
    expect(lines).toContain('-- ');
  });

  test('says when answers are read', async () => {
    const { text, replyTo } = await written({ replyTo: 'equipe@example.org' });
    expect(replyTo).toBe('equipe@example.org');
    expect(text).toContain('L’équipe lit les réponses');
  });

  test('says for whom it is, where a mailbox is shared', async () => {
    const { subject } = await written({ shared: true, kind: 'restitution' });
    expect(subject).toBe('Pour Claire Delattre – Ce que deviennent vos propositions');
  });

  test('keeps people’s words words, and their direction theirs', async () => {
    const { html, text } = await written({
      message: said('<img src=https://evil.example/x onerror=alert(1)> \u202egnp.exe مقهى', true),
      name: 'Eve <script>alert(1)</script>\r\nBcc: all@example.org',
    });
    expect(html).not.toMatch(/<img|<script|\u202e/u);
    expect(text).not.toMatch(/\u202e/u);
    expect(text).toMatch(/\u2068[^\u2069]*مقهى\u2069/u);
    expect((text as string).split('\n')[0]).toBe('Pour Eve <script>alert(1)</script> Bcc: all@example.org');
  });

  test.each([
    ['a second header', 'Eve\r\nBcc: all@example.org\r\n\r\n<b>body</b>'],
    ['a folded one', 'Eve\n Bcc: all@example.org'],
    ['what mail programs decode', '=?utf-8?Q?Eve=0D=0ABcc:_all@example.org?='],
    ['another address', 'Eve" <eve@evil.example>, "x'],
    ['line ends of other systems', 'Eve\u2028Bcc: all@example.org\u0085X-Evil: y\0'],
  ])('%s in a name, a title and an asker stays words, in the bytes that leave', async (_what, hostile) => {
    const letter = { kind: 'invitation' as const, round: { title: 'T', until: 0, zone: 'Europe/Paris' } };
    const headersOf = (raw: string) => raw.split('\r\n\r\n')[0]!.match(/^[\w-]+(?=:)/gmu);
    const harmless = await onTheWire(await written(letter));
    const raw = await onTheWire(
      await written({ ...letter, name: hostile, asker: hostile, round: { ...letter.round, title: hostile } }),
    );
    expect(headersOf(raw)).toEqual(headersOf(harmless));
    expect(headersOf(raw)).not.toContain('Bcc');
    const read = await PostalMime.parse(raw);
    expect([read.to, read.from?.address]).toEqual([
      [{ name: expect.any(String), address: 'claire@example.org' }],
      'plan@example.org',
    ]);
    const bare = (text: string | undefined) => text?.replace(/[\s\p{Cc}]+/gu, '');
    for (const text of [read.to?.[0]?.name, read.from?.name, read.subject]) {
      expect(text).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      expect(bare(text)).toContain(bare(hostile));
    }
  });

  test.each([
    ['a@example.org, b@example.org'],
    ['a@example.org\r\nBcc: b@example.org'],
    ['nobody'],
    ['<a@example.org>'],
  ])('is not sent to %j', async (email) => {
    await expect(written({ email })).rejects.toMatchObject({
      transient: false,
      scope: 'letter',
      code: 'address',
    });
  });
});

describe.skipIf(!hasChromium)('a letter in a mail program', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each([
    ['a telephone', { ...PHONE, viewport: { width: 320, height: 640 } }],
    ['a desk', DESK],
  ])('fits %s, by day and by night, asks nobody for anything and is readable', async (_where, device) => {
    const { html } = await written(await invited());
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ ...device, colorScheme });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.setContent(html as string);
      const [wide, sheet] = await page.evaluate<[number, number]>(
        `[document.documentElement.scrollWidth - document.documentElement.clientWidth,
          document.querySelector('.sheet').getBoundingClientRect().width]`,
      );
      expect(wide).toBeLessThanOrEqual(0);
      expect(sheet).toBeLessThanOrEqual(602);
      const button = await page.locator('a.button-text').first().boundingBox();
      expect(button!.height).toBeGreaterThanOrEqual(44);
      expect(button!.y + button!.height).toBeLessThan(640);
      await page.evaluate(AXE);
      // Landmarks are a page's; a mail program has its own around the letter.
      const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa'] })`,
      );
      const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      expect(faults).toEqual([]);
      expect(asked).toEqual([]);
      await context.close();
    }
  });
});

/** `tour mail test`: what the operator who sets up e-mail is told. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../src/commands/program.ts';
import type { Shell } from '../../src/commands/shell.ts';
import { tryMail } from '../../src/compose/mail.ts';
import { maintenance } from '../../src/store/maintenance.ts';
import { type MailServer, mailServer } from '../adapters/web/mail/smtp.ts';
import { captured } from './shell.ts';

const MAIL = { from: 'plan@example.org', replyTo: null, perMinute: 60, withoutTls: false };

describe('tour mail test', () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await mailServer({ auth: { user: 'bot', pass: 's3cret' } });
  });
  afterEach(() => server.close());

  async function tour(words: readonly string[], url: string | null, lang: Shell['lang'] = 'fr') {
    const { out, said } = captured();
    const exit = await run(words, {
      lang,
      out,
      tryMail: url === null ? null : (email) => tryMail({ ...MAIL, url }, lang, email),
      open: () => Promise.reject(new Error('no database is needed')),
      account: 'operator',
      clock: { now: Date.now },
      database: { databaseUrl: null, dataDir: '' },
      maintenance: async () => maintenance,
      path: (given) => given,
      beside: async () => null,
    });
    return { exit, ...said() };
  }
  const as = (login: string) => server.url.replace('://', `://${login}@`);

  test('sends one letter, and says what the server answered', async () => {
    const said = await tour(['mail', 'test', 'claire@example.org'], as('bot:s3cret'));
    expect(said).toMatchObject({ exit: 0, err: '' });
    expect(said.out).toMatch(/^Parti\. Le serveur a répondu : 250/u);
    expect(server.to('claire@example.org')[0]!.mail).toMatchObject({
      subject: 'Essai d’envoi',
      from: { address: 'plan@example.org' },
    });
    const json = await tour(['mail', 'test', 'claire@example.org', '--json'], as('bot:s3cret'), 'en');
    expect(JSON.parse(json.out)).toMatchObject({ ok: true, response: expect.stringMatching(/^250/u) });
  });

  test('without a server, writes the letter to a folder, to be opened', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'tour-letters-'));
    try {
      const said = await tour(['mail', 'test', 'claire@example.org'], `file:${dir}/in/here`);
      expect(said).toMatchObject({ exit: 0, err: '' });
      const [name] = readdirSync(`${dir}/in/here`);
      expect(said.out).toContain(`${dir}/in/here/${name}`);
      expect(statSync(`${dir}/in/here/${name}`).mode & 0o777).toBe(0o600);
      const letter = await PostalMime.parse(readFileSync(`${dir}/in/here/${name}`));
      expect(letter).toMatchObject({ subject: 'Essai d’envoi', to: [{ address: 'claire@example.org' }] });
      const nowhere = await tour(['mail', 'test', 'claire@example.org'], 'file:/dev/null/here');
      expect(nowhere).toMatchObject({ exit: 1, err: expect.stringContaining('ENOTDIR') });
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  test.each([
    ['bot:guess', 'claire@example.org', /EAUTH:535.*mot de passe dans SMTP_URL/u],
    ['bot:s3cret', 'nobody@example.org', /EENVELOPE:550, 550 not today.*administrateur/u],
    ['bot:s3cret', 'nobody', /Vérifiez cette adresse/u],
  ])('as %s to %s: the server’s words, and what to look at', async (login, email, expected) => {
    server.trouble('nobody@example.org', 'refused');
    const said = await tour(['mail', 'test', email], as(login));
    expect(said.exit).toBe(1);
    expect(said.err).toMatch(expected);
    expect(said.err).not.toMatch(/s3cret|guess/u);
  });

  test('without a server, or with one that is gone, says where to look', async () => {
    expect((await tour(['mail', 'test', 'claire@example.org'], null, 'en')).err).toContain('give SMTP_URL');
    const url = server.url;
    await server.close();
    const gone = await tour(['mail', 'test', 'claire@example.org'], url);
    expect(gone.err).toMatch(/ECONNREFUSED.*pare-feu/u);
  });
});

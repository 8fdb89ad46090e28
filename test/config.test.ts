/** Settings of e-mail: what goes together, what is refused, and that no secret is ever repeated. */
import { describe, expect, test } from 'vitest';
import { settingsFrom } from '../src/config.ts';

const WHOLE = {
  SMTP_URL: 'smtp://bot%40example.org:s3cret@mail.example.org:587',
  MAIL_FROM: 'Plan ESS <plan@example.org>',
  MAIL_REPLY_TO: 'equipe@example.org',
  PUBLIC_URL: 'https://consultation.example.org',
};
const refusal = (env: Record<string, string>): string => {
  try {
    settingsFrom(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('they were taken');
};

describe('e-mail', () => {
  test('is off without settings', () => {
    expect(settingsFrom({}).mail).toBeUndefined();
    expect(settingsFrom({ SMTP_URL: '', MAIL_FROM: '' }).mail).toBeUndefined();
  });

  test('is on with a server and a sender', () => {
    expect(settingsFrom(WHOLE).mail).toEqual({
      url: WHOLE.SMTP_URL,
      from: WHOLE.MAIL_FROM,
      replyTo: 'equipe@example.org',
      perMinute: 60,
      withoutTls: false,
    });
    const { mail } = settingsFrom({
      ...WHOLE,
      MAIL_REPLY_TO: '',
      MAIL_PER_MINUTE: '20',
      SMTP_WITHOUT_TLS: 'yes',
    });
    expect(mail).toMatchObject({ replyTo: null, perMinute: 20, withoutTls: true });
  });

  test('to a server of this machine needs no public address: it is a try', () => {
    for (const SMTP_URL of ['smtp://localhost:1025', 'smtp://127.0.0.1', 'smtps://a:b@[::1]:465'])
      expect(settingsFrom({ SMTP_URL, MAIL_FROM: 'plan@example.org' }).mail).toBeDefined();
    expect(refusal({ ...WHOLE, PUBLIC_URL: '' })).toContain('PUBLIC_URL');
    expect(refusal({ ...WHOLE, PUBLIC_URL: '', SMTP_URL: 'smtp://localhost.example.org' })).toContain(
      'PUBLIC_URL',
    );
  });

  test.each([
    ['SMTP_URL', 'mail.example.org'],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://user:s3cret word@mail.example.org'],
    ['MAIL_FROM', ''],
    ['MAIL_FROM', 'Plan ESS'],
    ['MAIL_FROM', 'Plan <plan@example.org>\r\nBcc: all@example.org'],
    ['MAIL_REPLY_TO', 'a@example.org, b@example.org'],
    ['MAIL_PER_MINUTE', '0'],
    ['SMTP_WITHOUT_TLS', 'perhaps'],
  ])('says what is wrong with %s: %j', (name, value) => {
    const said = refusal({ ...WHOLE, [name]: value });
    expect(said).toContain(`${name} :`);
    expect(said).not.toContain('s3cret');
  });
});

test.each([
  [
    'fr',
    /^Des réglages de l’environnement sont à reprendre :\n {2}PORT : cette valeur est refusée\. Le port/u,
  ],
  ['en', /^Wrong settings in the environment:\n {2}PORT: .+\. The port/u],
] as const)('what is wrong is said in the language of the interface: %s', (INTERFACE_LANG, said) => {
  expect(refusal({ INTERFACE_LANG, PORT: '99999' })).toMatch(said);
  const missing = refusal({ INTERFACE_LANG, SMTP_URL: 'smtp://mail.example.org' });
  expect(
    missing
      .split('\n')
      .map((line) => line.trim().split(/ ?:/u)[0])
      .slice(1),
  ).toEqual(['MAIL_FROM', 'PUBLIC_URL']);
  expect(missing).toContain(
    INTERFACE_LANG === 'fr' ? 'il manque à côté de SMTP_URL' : 'missing beside SMTP_URL',
  );
});

describe('Matrix', () => {
  const ACCOUNT = {
    MATRIX_HOMESERVER: 'https://matrix.example.org/',
    MATRIX_USER: '@tour:example.org',
    MATRIX_PASSWORD: 's3cret word',
  };

  test('is off without settings, on with an account; its keys may come later', () => {
    expect(settingsFrom({}).matrix).toBeUndefined();
    expect(settingsFrom({ ...ACCOUNT, MATRIX_INVITERS: '*:a.org , @b:c.org' }).matrix).toEqual({
      homeserver: 'https://matrix.example.org',
      user: '@tour:example.org',
      password: 's3cret word',
      token: null,
      registrationToken: null,
      storeKey: null,
      recoveryKey: null,
      inviters: ['*:a.org', '@b:c.org'],
    });
    const { MATRIX_HOMESERVER } = ACCOUNT;
    expect(settingsFrom({ MATRIX_HOMESERVER, MATRIX_TOKEN: 'syt_x' }).matrix).toMatchObject({ user: null });
  });

  test.each([
    ['MATRIX_HOMESERVER', ''],
    ['MATRIX_HOMESERVER', 'matrix.example.org'],
    ['MATRIX_HOMESERVER', 'https://s3cret@example.org'],
    ['MATRIX_USER', ''],
    ['MATRIX_USER', '@tour:exa mple'],
    ['MATRIX_PASSWORD', ''],
    ['MATRIX_STORE_KEY', 's3cret'],
    ['MATRIX_INVITERS', 'a b'],
  ])('refuses %s=%s by its name, and repeats no value', (name, value) => {
    const said = refusal({ ...ACCOUNT, [name]: value });
    expect(said).toContain(`${name} :`);
    expect(said).not.toContain('s3cret');
  });
});

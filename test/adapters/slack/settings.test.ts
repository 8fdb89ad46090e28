/** From nothing to a connected bot: the settings, the manifest, and what `tour check` says of both. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { PATH } from '../../../adapters/slack/connection/http.ts';
import { MENU_SHORTCUT, MESSAGE_SHORTCUTS } from '../../../adapters/slack/inbound/shortcut.ts';
import { SCOPES } from '../../../adapters/slack/scopes.ts';
import { check } from '../../../src/commands/check.ts';
import { slackReport } from '../../../src/commands/check-slack.ts';
import { checkSlack } from '../../../src/compose/slack.ts';
import { type SlackSettings, settingsFrom } from '../../../src/config.ts';
import { switching } from './switching.ts';
import { SCOPES as EMULATED, openWorkspace, type Workspace } from './workspace.ts';

const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1-a', SLACK_SIGNING_SECRET: 's3cret' };

describe('the settings of Slack', () => {
  test('are none by default', () => {
    expect(settingsFrom({}).slack).toBeUndefined();
    expect(settingsFrom({ SLACK_BOT_TOKEN: '', SLACK_PORT: '9000' }).slack).toBeUndefined();
  });

  test('are by HTTP with a signing secret, by a socket with an app token', () => {
    expect(settingsFrom({ ...HTTP, HOST: '::1', SLACK_PORT: '9000' }).slack).toEqual({
      tokens: ['xoxb-1-a'],
      connection: { by: 'http', signingSecret: 's3cret', host: '::1', port: 9000 },
      apiUrl: 'https://slack.com/api/',
    });
    expect(
      settingsFrom({ SLACK_BOT_TOKEN: 'xoxb-1-a , xoxb-2-b', SLACK_APP_TOKEN: 'xapp-1' }).slack,
    ).toMatchObject({ tokens: ['xoxb-1-a', 'xoxb-2-b'], connection: { by: 'socket', appToken: 'xapp-1' } });
  });

  test.each([
    [{ ...HTTP, SLACK_BOT_TOKEN: 'xoxp-s3cret' }, 'SLACK_BOT_TOKEN'],
    [{ ...HTTP, SLACK_BOT_TOKEN: '' }, 'SLACK_BOT_TOKEN'],
    [{ SLACK_BOT_TOKEN: 'xoxb-s3cret' }, 'SLACK_SIGNING_SECRET'],
    [{ ...HTTP, SLACK_APP_TOKEN: 's3cret' }, 'SLACK_APP_TOKEN'],
    [{ ...HTTP, SLACK_API_URL: 'https://s3cret.example' }, 'SLACK_API_URL'],
  ])('%o are refused, without a word of what was given', (env, name) => {
    const refused = () => settingsFrom(env as Record<string, string>);
    expect(refused).toThrow(name);
    expect(refused).not.toThrow('s3cret');
  });
});

describe('the manifest', () => {
  const manifest = parse(readFileSync('adapters/slack/manifest.yaml', 'utf8')) as {
    oauth_config: { scopes: { bot: string[] } };
    display_information: { name: string; description: string };
    features: {
      shortcuts: { name: string; type: string; callback_id: string; description: string }[];
    };
    settings: { event_subscriptions: { bot_events: string[] } };
  };

  test('asks for the scopes that are checked, and the tests have no other', () => {
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...SCOPES].toSorted());
    expect([...EMULATED].filter((scope) => !(SCOPES as readonly string[]).includes(scope))).toEqual([]);
  });

  test('offers the shortcuts that are heard, and no other', () => {
    const { shortcuts } = manifest.features;
    const ids = (type: string) =>
      shortcuts.filter((one) => one.type === type).map(({ callback_id }) => callback_id);
    expect(ids('message')).toEqual(Object.keys(MESSAGE_SHORTCUTS));
    expect(ids('global')).toEqual([MENU_SHORTCUT]);
    // Slack documents five of each.
    expect(ids('message').length).toBeLessThanOrEqual(5);
  });

  test('names one address, thrice: without the lines that do, the app is reached over a socket', () => {
    const lines = readFileSync('adapters/slack/manifest.yaml', 'utf8').split('\n');
    const named = lines.filter((line) => /^ *(?:request_)?url: /u.test(line)).map((line) => line.trim());
    const at = `https://consultation.example.org${PATH}`;
    expect(named).toEqual([`url: ${at}`, `request_url: ${at}`, `request_url: ${at}`]);
    const without = parse(lines.filter((line) => !/^ *(?:request_)?url: /u.test(line)).join('\n'));
    expect(JSON.stringify(without)).not.toContain('consultation.example.org');
  });

  test('keeps within the lengths of Slack', () => {
    for (const { name, description } of manifest.features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
  });
});

describe('tour check', () => {
  let slack: Workspace;
  let poor: Workspace;
  beforeAll(async () => {
    slack = await openWorkspace({ bot: () => '', people: 1, scopes: SCOPES });
    poor = await openWorkspace({ bot: () => '', people: 1, scopes: ['chat:write', 'im:write'] });
  });
  afterAll(() => Promise.all([slack.close(), poor.close()]));

  const settings = (of: Workspace): SlackSettings => ({
    tokens: [of.botToken],
    connection: { by: 'socket', appToken: 'xapp-1' },
    apiUrl: of.apiUrl,
  });
  async function said(of: Workspace, lang: 'fr' | 'en', json = false, over: Partial<SlackSettings> = {}) {
    const [out, err]: [string[], string[]] = [[], []];
    const report = await slackReport({ checkSlack: () => checkSlack({ ...settings(of), ...over }), lang });
    const lines = {
      print: (line: string) => void out.push(line),
      error: (line: string) => void err.push(line),
    };
    const exit = await check('prompts/mel-ess-2015-2020', lines as never, { json, lang, slack: report });
    return { exit, out: out.join('\n'), err: err.join('\n') };
  }

  test('says that all is well', async () => {
    expect(await said(slack, 'fr')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('Slack, Emulate (T000000001) : relié, en tant que U0TOURBOT.'),
      err: '',
    });
  });

  test('names the scopes that were not granted', async () => {
    const { exit, err } = await said(poor, 'en');
    expect(exit).toBe(1);
    expect(err).toMatch(/missing channels:history, .*users:read, users:read\.email\. Add them/u);
    expect(err).not.toContain('chat:write');
    const told = JSON.parse((await said(poor, 'en', true)).out) as { ok: boolean; slack: { ok: boolean } };
    expect(told).toMatchObject({ ok: false, summary: { axes: 5 }, slack: { ok: false } });
  });

  test('says that the token is refused', async () => {
    slack.revoked = true;
    const { exit, err } = await said(slack, 'fr');
    expect(exit).toBe(1);
    expect(err).toContain('token_revoked');
    slack.revoked = false;
  });

  test('of several tokens, says which one is refused, and what of the others', async () => {
    const between = await switching([slack, poor]);
    const over = { tokens: [slack.botToken, poor.botToken], apiUrl: between.url };
    poor.revoked = true;
    const { exit, err } = await said(slack, 'fr', false, over);
    expect(exit).toBe(1);
    expect(err).toContain(`(${slack.team}) : relié`);
    expect(err).toContain('token_revoked. Vérifiez le jeton n° 2 de SLACK_BOT_TOKEN');
    poor.revoked = false;
    between.close();
  });

  test('says that the app token is refused: no socket would be opened', async () => {
    slack.appToken = 'xapp-of-another-app';
    const told = await said(slack, 'en');
    slack.appToken = 'xapp-1';
    expect(told.exit).toBe(1);
    expect(told.err).toContain('apps.connections.open: invalid_auth. Check SLACK_APP_TOKEN');
    expect(told.err).not.toContain('xapp-1');
    expect((await said(slack, 'en')).exit).toBe(0);
  });
});

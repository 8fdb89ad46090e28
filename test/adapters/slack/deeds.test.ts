import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { FORM as FORM_VIEW } from '../../../adapters/slack/outbound/modal.ts';
import { type Message, paragraph } from '../../../src/chat/outbound.ts';
import { faultsOfView } from './block-kit.ts';
import { botOf } from './bot.ts';
import { Endpoint } from './endpoint.ts';
import { rendered } from './rendered.ts';

const here = await Endpoint.open();
afterAll(() => here.close());
beforeEach(() => here.reset());

describe('what is done', () => {
  test('a reaction comes and goes by its sign, skin apart', async () => {
    const item = { type: 'message', channel: 'D1', ts: '1.0' };
    const of = (type: string, reaction: string) => here.told({ type, reaction, item, text: undefined });
    await of('reaction_added', '+1::skin-tone-3');
    expect(await of('reaction_removed', 'parrot')).toMatchObject([
      { type: 'reaction', emoji: '👍', removed: false, message: '1.0' },
      { type: 'reaction', emoji: 'parrot', removed: true },
    ]);
  });

  test('a command is said in private, to be answered where it was typed', async () => {
    expect(await here.slack.command(here.claire, 'statut', { channel: 'C1' })).toBe('');
    const direct = await here.slack.direct(here.claire);
    const place = { kind: 'direct', ref: direct };
    expect(here.given).toMatchObject([
      {
        type: 'message',
        text: 'statut',
        place,
        from: { userId: here.claire },
        aside: expect.stringMatching(/^C1 /u),
      },
    ]);
    // Slack's address for the answer is stored with it: for whichever process answers, and nobody else.
    expect(JSON.stringify(here.given)).not.toContain(here.slack.gateway.url);
    here.given = [];
    expect(await here.slack.command(here.claire, '')).toBe('');
    expect(here.given).toMatchObject([{ text: 'menu', aside: null }]);
  });

  test('an answer is shown where it was asked; what waits for words is said in private, and the way shown', async () => {
    const direct = { workspace: here.slack.team, ref: await here.slack.direct(here.claire) };
    const message = {
      lang: 'fr',
      blocks: [paragraph('Voici.')],
      choices: [{ value: 'aide', label: 'Aide' }],
    };
    const asked = () => ({
      workspace: here.slack.team,
      ref: (here.given.at(-1) as { aside: string }).aside,
      aside: true as const,
    });
    // Another process than the one that was asked, which shares its secret alone.
    const other = botOf(here.slack);
    await here.slack.command(here.claire, 'statut', { channel: 'C3' });
    await other.whisper!(asked(), here.claire, message as Message, 'k/0');
    const [shown] = here.slack.asides(here.claire, 'C3');
    expect(shown?.text).toBe('Voici.');
    await here.slack.pressAside(here.claire, 'C3', shown!, 'Aide');
    expect(here.given.at(-1)).toMatchObject({ type: 'message', text: 'aide', place: { ref: direct.ref } });
    await other.pointFrom!(asked(), 'fr');
    expect(here.slack.asides(here.claire, 'C3').map(({ text }) => text)).toEqual([
      'Voici.',
      'Je vous réponds en message privé.',
    ]);
    await other.pointFrom!({ ...asked(), ref: `C3 ${'A'.repeat(80)}` }, 'fr');
    await botOf({ ...here.slack, apiUrl: here.slack.apiUrl, botToken: 'x', secret: 'other' } as never)
      .pointFrom!(asked(), 'fr');
    expect(here.slack.asides(here.claire, 'C3')).toHaveLength(2);
  });

  test('a command that can’t be stored is acknowledged in time, with its words, and stored once it can be', async () => {
    let isDown = true;
    here.store = async (one) => {
      if (isDown) throw Object.assign(new Error('down'), { transient: true });
      here.given.push(one);
    };
    const answer = JSON.parse(
      await here.slack.command(here.claire, 'ouvrir <!channel> *vite*', { channel: 'C1' }),
    );
    expect(answer).toMatchObject({ response_type: 'ephemeral' });
    expect(rendered(answer)).toContain('«\u00a0ouvrir @channel *vite*\u00a0»');
    expect(here.given).toEqual([]);
    isDown = false;
    await expect.poll(() => here.given.length, { timeout: 40_000 }).toBe(1);
    expect(here.given).toMatchObject([
      { text: 'ouvrir @channel *vite*', aside: expect.stringMatching(/^C1 /u) },
    ]);
  });

  test('what a database never answers to is acknowledged all the same; a form stays, and is sent again', async () => {
    let isDown = true;
    here.store = async (one) => {
      if (isDown) await new Promise(() => {});
      here.given.push(one);
    };
    const actions = [{ type: 'button', action_id: 'choice-0', value: 'x', action_ts: '1.0' }];
    const at = { channel: { id: 'C2' }, container: { message_ts: '1.0' } };
    const view = {
      id: 'V1',
      callback_id: FORM_VIEW,
      private_metadata: 'idea',
      state: { values: { idea: { field: { value: 'un four' } } } },
    };
    const [command, press, form] = await Promise.all([
      here.slack.command(here.claire, 'statut', { channel: 'C2' }),
      here.slack.interact(here.claire, {
        type: 'block_actions',
        ...at,
        response_url: `${here.slack.gateway.url}response/C2/${here.claire}`,
        actions,
      }),
      here.slack.interact(here.claire, { type: 'view_submission', view }),
    ]);
    expect(command).toContain('statut');
    expect([press.status, form.status]).toEqual([200, 200]);
    const said = () => here.slack.asides(here.claire, 'C2').map(({ text }) => text);
    await expect.poll(() => said().join()).toContain('je réessaie');
    expect(JSON.parse(form.body)).toEqual({
      response_action: 'errors',
      errors: { idea: expect.stringContaining('envoyez de nouveau') },
    });
    isDown = false;
    const again = await here.slack.interact(here.claire, { type: 'view_submission', view });
    expect(JSON.parse(again.body)).toEqual({ response_action: 'clear' });
    expect(here.given).toMatchObject([{ type: 'form', fields: [{ key: 'idea', text: 'un four' }] }]);
  });

  describe('a form without any field', () => {
    const view = { id: 'V3', callback_id: FORM_VIEW, private_metadata: 'leave', state: { values: {} } };
    const sent = async (userId: string, id = 'V3') => {
      const { status, body } = await here.slack.interact(userId, {
        type: 'view_submission',
        view: { ...view, id },
      });
      expect(status).toBe(200);
      const answer = JSON.parse(body) as { response_action: string; view: object };
      expect(answer.response_action).toBe('update');
      expect(faultsOfView(answer.view)).toEqual([]);
      return rendered(answer.view as never);
    };

    test('of somebody Slack opens no conversation with says that nothing changed', async () => {
      expect(await sent('U0NOBODY')).toContain('rien n’a changé');
      expect(here.given).toEqual([]);
    });

    test('that can’t be stored in time says so, in the language of who sent it, and is stored once it can be', async () => {
      here.lang = async () => 'en';
      let isDown = true;
      here.store = async (one) => {
        if (isDown) throw Object.assign(new Error('down'), { transient: true });
        here.given.push(one);
      };
      expect(await sent(here.claire, 'V4')).toContain('I’m trying again');
      isDown = false;
      await expect.poll(() => here.given.length, { timeout: 40_000 }).toBe(1);
      expect(here.given).toMatchObject([{ type: 'form', form: 'leave', fields: [] }]);
    });

    test('shows what is here.wrong with it; and a form with fields shows under the first what is about none of them', async () => {
      here.wrong = new Map([['gone', 'Il manque une réponse ici.']]);
      expect(await sent(here.claire, 'V5')).toContain('Il manque une réponse ici.');
      const state = { values: { idea: { field: { value: 'une halle' } } } };
      const { body } = await here.slack.interact(here.claire, {
        type: 'view_submission',
        view: { ...view, id: 'V6', state },
      });
      expect(JSON.parse(body)).toEqual({
        response_action: 'errors',
        errors: { idea: 'Il manque une réponse ici.' },
      });
    });
  });

  test('what is Slack’s alone is said in the language of who reads it, or last read, when nobody can tell in time', async () => {
    here.lang = async () => 'en';
    const answer = async () =>
      (await here.slack.command(here.claire, 'statut', { channel: 'C4' })).replaceAll('\\n', ' ');
    here.store = async () => {
      throw new TypeError('a mistake of ours');
    };
    expect(await answer()).toContain('I could not note this');
    here.lang = () => new Promise(() => {});
    expect(await answer()).toContain('I could not note this');
    here.lang = async () => 'fr';
    expect(await answer()).toContain('Je n’ai pas pu noter ceci');
  });

  test('a form that was taken too late to say so closes when it is sent again, once', async () => {
    let release = () => {};
    const stored = new Promise<void>((resolve) => {
      release = resolve;
    });
    here.store = async (one) => {
      await stored;
      here.given.push(one);
      // From now on nobody is asked that any more.
      here.wrong = new Map([['idea', 'Rien n’est rempli encore.']]);
    };
    const view = {
      id: 'V2',
      callback_id: FORM_VIEW,
      private_metadata: 'idea',
      state: { values: { idea: { field: { value: 'une halle' } } } },
    };
    const submit = async () =>
      JSON.parse((await here.slack.interact(here.claire, { type: 'view_submission', view })).body) as object;
    expect(JSON.stringify(await submit())).toContain('envoyez de nouveau');
    const again = submit();
    release();
    expect(await again).toEqual({ response_action: 'clear' });
    expect(await submit()).toEqual({ response_action: 'clear' });
    expect(here.given).toHaveLength(1);
    const other = { ...view, state: { values: { idea: { field: { value: 'un four' } } } } };
    const refused = await here.slack.interact(here.claire, { type: 'view_submission', view: other });
    expect(refused.body).toContain('Rien n’est rempli encore.');
  });

  test('a button of somebody else is no choice of ours', async () => {
    const actions = [{ type: 'button', action_id: 'other', value: 'x', action_ts: '1.0' }];
    await here.slack.interact(here.claire, {
      type: 'block_actions',
      channel: { id: 'D1' },
      message: { ts: '1.0' },
      actions,
    });
    expect(here.given).toEqual([]);
  });
});

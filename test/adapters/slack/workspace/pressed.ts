/** What people press, send and type: once each, as Slack posts it. */
import { APP } from '../emulated.ts';
import { buttonsOf, type SlackMessage } from '../rendered.ts';
import { stateOf } from '../views.ts';
import type { Seen, Where } from './read.ts';
import { Saying } from './said.ts';
import { now } from './stamps.ts';

export class Pressing extends Saying {
  /** Presses a button of a message: of `message`, where it is in a thread, which a channel's history leaves out. */
  async press(
    userId: string,
    ts: string,
    value: string,
    where: Where & { readonly message?: SlackMessage } = {},
  ): Promise<void> {
    const channel = where.channel ?? (await this.direct(userId));
    const message = where.message ?? (await this.messageAt(userId, channel, ts));
    const button = buttonsOf(message).find((one) => one.value === value || one.text.text === value);
    if (button === undefined) throw new Error(`no button ${value} on ${ts}`);
    await this.interact(userId, {
      type: 'block_actions',
      channel: { id: channel, name: 'directmessage' },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      message,
      response_url: `${this.gateway.url}response/${channel}/${userId}`,
      actions: [{ ...button, block_id: 'choices', action_ts: now() }],
    });
  }

  /** Presses a button of what only that person sees. */
  pressAside(userId: string, channel: string, shown: Seen, value: string) {
    const button = buttonsOf(shown.message).find((one) => one.value === value || one.text.text === value);
    if (button === undefined) throw new Error(`no button ${value}`);
    return this.interact(userId, {
      type: 'block_actions',
      channel: { id: channel, name: 'somewhere' },
      container: { type: 'message', message_ts: shown.ref, channel_id: channel, is_ephemeral: true },
      response_url: `${this.gateway.url}response/${channel}/${userId}`,
      actions: [{ ...button, block_id: 'choices', action_ts: now() }],
    });
  }

  /** What Slack posts when somebody presses, chooses or submits. */
  interact(userId: string, payload: Readonly<Record<string, unknown>>) {
    const trigger = this.views.trigger(userId);
    const home = this.homeOf(userId);
    const view = payload.view as object | undefined;
    const body = {
      team: { id: view === undefined ? this.team : home, domain: 'emulate' },
      user: { id: userId, username: 'somebody', team_id: home },
      api_app_id: APP,
      token: 'unused',
      trigger_id: trigger,
      is_enterprise_install: false,
      ...payload,
      ...(view === undefined ? {} : { view: { ...view, team_id: home, app_installed_team_id: this.team } }),
    };
    return this.courier.once({ payload: JSON.stringify(body), trigger_id: trigger });
  }

  /** Looks at what the bot shows of itself. */
  async openHome(userId: string): Promise<void> {
    const channel = await this.direct(userId);
    await this.deliver({ type: 'app_home_opened', user: userId, channel, tab: 'home', event_ts: now() });
  }

  /** Fills in the modal they look at, by its labels, and sends it: it closes, or says by field what is wrong. */
  async submit(
    userId: string,
    answers: Readonly<Record<string, string | readonly string[]>>,
  ): Promise<Readonly<Record<string, string>>> {
    const open = this.views.modal(userId);
    if (open === null) throw new Error(`${userId} looks at no modal`);
    if (open.view.submit === undefined) throw new Error('that modal has no button to send it');
    const state = stateOf(open.view, answers);
    const view = { ...open.view, id: open.id, state, hash: 'x', app_id: APP };
    const taken = await this.interact(userId, { type: 'view_submission', view, response_urls: [] });
    if (taken.status !== 200) throw new Error(`the modal was not taken: ${taken.status}`);
    const said = taken.body === '' ? {} : (JSON.parse(taken.body) as { errors?: Record<string, string> });
    if (said.errors === undefined) this.views.close(userId);
    return said.errors ?? {};
  }

  /** `/tour text`; what Slack then shows them of the answer. */
  async command(userId: string, text: string, where: Where = {}): Promise<string> {
    const channel = where.channel ?? (await this.direct(userId));
    const taken = await this.courier.once({
      token: 'unused',
      team_id: this.team,
      team_domain: 'emulate',
      channel_id: channel,
      channel_name: 'directmessage',
      user_id: userId,
      user_name: 'somebody',
      command: '/tour',
      text,
      api_app_id: APP,
      is_enterprise_install: 'false',
      response_url: `${this.gateway.url}response/${channel}/${userId}`,
      trigger_id: this.views.trigger(userId),
    });
    return taken.body;
  }
}

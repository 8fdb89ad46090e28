/** What the app is told of. */
import { randomBytes } from 'node:crypto';
import { APP, BOT } from '../emulated.ts';
import type { Answered } from '../gateway.ts';
import { Site } from './site.ts';

export class Telling extends Site {
  /** Any event at all, signed and delivered as Slack does; resolves when it was taken or given up. */
  async deliver(event: unknown, over: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.courier.event(this.envelope(event, over));
  }

  envelope(event: unknown, over: Readonly<Record<string, unknown>> = {}) {
    const { user } = (event ?? {}) as { readonly user?: unknown };
    const home = typeof user === 'string' ? this.homeOf(user) : this.team;
    return {
      token: 'unused',
      team_id: home,
      api_app_id: APP,
      event,
      type: 'event_callback',
      event_id: `Ev${randomBytes(8).toString('hex')}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: this.team,
          user_id: BOT.userId,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: home !== this.team,
      ...over,
    };
  }

  /** Slack tells an app of its own messages too. */
  heard(call: Answered): void {
    const { method, channel, answer, body } = call;
    for (const watcher of this.watchers) watcher(call);
    // Nothing lists what only one person sees, but their client.
    if (method === 'chat.postEphemeral') this.whispers.push({ ...body, ts: String(answer.message_ts) });
    if (method !== 'chat.postMessage' || channel === null) return;
    const message = { ...(answer.message as object), bot_id: BOT.botId, app_id: APP };
    void this.deliver({ ...message, ...this.placeOf(answer.channel as string), event_ts: answer.ts });
  }

  protected placeOf(channel: string) {
    return { channel, channel_type: channel.startsWith('D') ? 'im' : 'channel' };
  }
}

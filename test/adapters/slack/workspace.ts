/** A Slack workspace on loopback: `emulate` keeps its state, and this adds what it lacks, the way Slack does it. */
import { httpCourier } from './courier.ts';
import { EMULATED_TEAM, openEmulated } from './emulated.ts';
import { type Asked, openGateway } from './gateway.ts';
import type { SocketSide } from './socket.ts';
import { Pressing } from './workspace/pressed.ts';
import { now } from './workspace/stamps.ts';

export type { Seen, Where } from './workspace/read.ts';
export type { Account } from './workspace/site.ts';

export interface WorkspaceSettings {
  /** Where the bot takes events and interactivity, asked each time; or the socket it opens. */
  readonly bot: (() => string) | SocketSide;
  readonly people?: number;
  readonly team?: string;
  readonly scopes?: readonly string[];
  /** Of the app, by which its requests are signed: the same in every workspace. */
  readonly secret?: string;
}

export const SCOPES = [
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'im:history',
  'im:write',
  'channels:history',
  'channels:read',
  'pins:write',
  'reactions:read',
  'reactions:write',
  'users:read',
  'users:read.email',
] as const;

let made = 0;

export async function openWorkspace(settings: WorkspaceSettings): Promise<Workspace> {
  made += 1;
  const team = settings.team ?? EMULATED_TEAM;
  const names = Array.from({ length: settings.people ?? 6 }, (_, index) => `person${index + 1}`);
  const bot = { token: `xoxb-${made}`, scopes: settings.scopes ?? SCOPES };
  const emulated = await openEmulated(names, bot);
  const secret = settings.secret ?? `signing-secret-${made}`;
  const { bot: reached } = settings;
  const courier = typeof reached === 'function' ? httpCourier(reached, secret) : reached;
  const world: { current: Workspace | null } = { current: null };
  const gateway = await openGateway({
    done: (call) => world.current?.heard(call),
    enrich: (call, answer) => world.current?.enriched(call, answer) ?? answer,
    instead: (call) => world.current?.instead(call) ?? null,
    responded: (at, body) => world.current?.whispers.push({ ...body, ...at, ts: now() }),
    scopes: () => bot.scopes,
    known: (token) => (token === world.current?.botToken ? bot.token : token),
  });
  gateway.aim(emulated.url);
  world.current = new Workspace({ team, secret, botToken: bot.token, emulated, gateway, courier });
  return world.current;
}

export class Workspace extends Pressing {
  /** What stands in the place of Slack's own answer. */
  instead(call: Asked): Readonly<Record<string, unknown>> | null {
    const { method, token } = call;
    if (method === 'apps.connections.open')
      return token === this.appToken
        ? { ok: true, url: 'url' in this.courier ? this.courier.url : 'ws://127.0.0.1:1' }
        : { ok: false, error: 'invalid_auth' };
    if (this.revoked || this.former.has(token ?? '')) return { ok: false, error: 'token_revoked' };
    return this.answers.get(method) ?? this.views.answer(call);
  }

  /** What Slack answers beyond what is emulated. */
  enriched(call: Asked, answer: Record<string, unknown>): Record<string, unknown> {
    const full = JSON.parse(this.translated(JSON.stringify(answer))) as Record<string, unknown>;
    if (/^users\.(?:info|lookupByEmail)$/u.test(call.method) && full.ok === true) {
      const user = full.user as { id: string };
      const { locale = 'fr-FR', tz = 'Europe/Paris', ...as } = this.profiles.get(user.id) ?? {};
      const asked = call.body.include_locale === 'true' ? { locale } : {};
      return { ...full, user: { is_email_confirmed: true, ...user, tz, ...asked, ...as } };
    }
    if (
      /^conversations\.(?:history|replies)$/u.test(call.method) &&
      call.body.include_all_metadata !== 'true'
    )
      for (const message of (full.messages ?? []) as { metadata?: unknown }[]) delete message.metadata;
    return full;
  }

  async close(): Promise<void> {
    this.courier.close();
    await this.courier.settled();
    if ('end' in this.courier) await this.courier.end();
    await this.gateway.close();
    await this.emulated.close();
  }
}

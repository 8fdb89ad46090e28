/** Who people are by what their chats say of them: asked once of somebody nobody knows, and now and then of the others. */
import type { Clock } from '../app/ports/edge.ts';
import type { Address } from '../app/ports/people.ts';
import type { Profile } from '../app/ports/profiles.ts';
import type { Store, Transaction } from '../app/ports/store.ts';
import type { Inbound } from '../chat/inbound.ts';
import type { ChatPort } from '../chat/port.ts';
import { languageOf, zoneOf } from '../core/person/known-by-chat.ts';
import { code, errorCode, type Log } from '../log.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { within } from './within.ts';

export interface Acquaint {
  /** What the chat says of somebody nobody knows; null when they are known, or nothing is said in time. */
  stranger(event: Inbound): Promise<Profile | null>;
  /** Asks about as many accounts, and looks for as many e-mails, as is due. Never rejects. */
  refresh(): Promise<void>;
  /** Asks nothing more, and waits for the answer on its way. */
  stop(): Promise<void>;
}

export interface AcquaintParts {
  readonly store: Store;
  readonly ports: ReadonlyMap<string, Pick<ChatPort, 'profile' | 'findByEmail'>>;
  readonly clock: Clock;
  readonly log: Log;
  readonly learn: (tx: Transaction, address: Address, said: Profile) => Promise<void>;
  /** Gives an account that was found by its e-mail to whoever it is. */
  readonly recognise: (tx: Transaction, address: Address, said: Profile) => Promise<void>;
}

/** ms: a platform wants to know within 3 s that an event is stored. */
const PATIENCE = 800;
const DAY = 86_400_000;
const PROFILE_LIFE = 7 * DAY;
const SOUGHT_LIFE = DAY;
/** ms: how long somebody who was not recognised is not asked about again. */
const UNKNOWN_LIFE = 60_000;
/** A refresh, once a minute: Slack lets about 50 look-ups by e-mail pass a minute, and 100 profiles. */
const PROFILES = 60;
const E_MAILS = 30;
const MOST_REMEMBERED = 20_000;

/** Of an account the platform knows nothing about any more. */
const CLOSED: Profile = { lang: null, zone: null, email: null, gone: true };

export function createAcquaint(parts: AcquaintParts): Acquaint {
  const { store, ports, clock, log } = parts;
  const known = new Set<string>();
  const unknown = new Map<string, { readonly until: number; readonly said: Profile | null }>();
  let stopping = false;

  const read = async (address: Address): Promise<Profile | null> => {
    const said = await ports.get(address.platform)?.profile?.(address.workspace, address.userId);
    if (!said) return null;
    const { locale, zone, email, gone } = said;
    return { lang: languageOf(locale), zone: zoneOf(zone), email: email?.toLowerCase() ?? null, gone };
  };
  const failed = (platform: string, error: unknown) =>
    log.warn('profile.unknown', { platform: code(platform), code: errorCode(error) });

  async function profiles(platform: string): Promise<void> {
    const before = clock.now() - PROFILE_LIFE;
    const silent = new Set<string>();
    for (const address of await store.transaction((tx) => tx.profiles.due(platform, before, PROFILES))) {
      if (stopping || silent.has(address.workspace)) continue;
      try {
        const said = (await read(address)) ?? CLOSED;
        await store.transaction((tx) => parts.learn(tx, address, said));
      } catch (error) {
        silent.add(address.workspace);
        failed(platform, error);
      }
    }
  }

  async function seek(platform: string, find: NonNullable<ChatPort['findByEmail']>): Promise<void> {
    const before = clock.now() - SOUGHT_LIFE;
    for (const email of await store.transaction((tx) => tx.profiles.toSeek(platform, before, E_MAILS))) {
      if (stopping) return;
      for (const { workspace, userId } of await find(email)) {
        const address = { platform, workspace, userId };
        const said = await read(address);
        if (said?.email === email) await store.transaction((tx) => parts.recognise(tx, address, said));
      }
      await store.transaction((tx) => tx.profiles.setSought(email, clock.now()));
    }
  }

  const refreshes = oneAtATime(
    async () => {
      for (const [platform, port] of ports) {
        try {
          if (port.profile !== undefined) await profiles(platform);
          if (port.findByEmail !== undefined) await seek(platform, (email) => port.findByEmail!(email));
        } catch (error) {
          failed(platform, error);
        }
      }
    },
    () => stopping,
  );

  return {
    async stranger({ platform, workspace, from, type }) {
      if (ports.get(platform)?.profile === undefined || !SPEAKS.has(type)) return null;
      const address = { platform, workspace, userId: from.userId };
      const name = JSON.stringify([platform, workspace, from.userId]);
      if (known.has(name)) return null;
      // The same event may come again.
      const asked = unknown.get(name);
      if (asked !== undefined && asked.until > clock.now()) return asked.said;
      if ((await store.transaction((tx) => tx.people.byAddress(address))).length > 0) {
        if (known.size >= MOST_REMEMBERED) known.clear();
        known.add(name);
        return null;
      }
      if (unknown.size >= MOST_REMEMBERED) unknown.clear();
      try {
        const said = await within(AbortSignal.timeout(PATIENCE), () => read(address));
        unknown.set(name, { until: clock.now() + UNKNOWN_LIFE, said });
        return said;
      } catch (error) {
        failed(platform, error);
        return null;
      }
    },
    refresh: () => refreshes.run(),
    async stop() {
      stopping = true;
      await refreshes.running;
    },
  };
}

/** By a change of an old message nobody new appears. */
const SPEAKS: ReadonlySet<Inbound['type']> = new Set(['message', 'choice', 'presence']);

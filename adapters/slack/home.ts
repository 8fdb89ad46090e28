/** App Home of each person: published when they open it, and again when the bot told them something since, whichever process did. */
import { z } from 'zod';
import type { Place } from '../../src/chat/port.ts';
import type { Surfaces } from '../../src/chat/surface.ts';
import { id, isDirect, maybe } from './inbound/shapes.ts';
import { homeOf } from './outbound/home.ts';
import { refusalOf } from './web/errors.ts';
import type { Workspaces } from './web/workspaces.ts';

/** Milliseconds: what happens meanwhile is shown together. */
const SOON = 3_000;
/** Of so many it is remembered what they see, and not published again as it is. */
const MOST = 2_000;

const Opened = z.object({ user: id, channel: id, tab: maybe(z.string()) });

interface Home {
  readonly userId: string;
  /** Slack's name for what is shown, and what that is. */
  hash: string | null;
  shown: string | null;
  busy: Promise<void>;
}

export interface Homes {
  /** What Slack tells when somebody looks at it. Throws ZodError when it can't be read. */
  opened(workspace: string, event: unknown): void;
  /** They do something on it: a process that did not show it to them knows by that. */
  looks(workspace: string, userId: string, channel: string): void;
  /** Something was said to them there. */
  touched(place: Pick<Place, 'workspace' | 'ref'>): void;
  stop(): Promise<void>;
}

export function createHomes(parts: {
  readonly platform: string;
  readonly workspaces: Workspaces;
  readonly surfaces: Surfaces;
  readonly report: (error: unknown) => void;
}): Homes {
  /** By the channel where that person and the bot talk. */
  const homes = new Map<string, Home>();
  /** Those to whom something was just said. */
  const soon = new Map<string, NodeJS.Timeout>();
  const busy = new Set<Promise<void>>();
  const nameOf = (workspace: string, channel: string) => `${workspace} ${channel}`;

  async function publish(workspace: string, home: Home): Promise<void> {
    const asker = { platform: parts.platform, workspace, userId: home.userId };
    const view = homeOf(await parts.surfaces.home(asker));
    const shown = JSON.stringify(view);
    if (shown === home.shown) return;
    const { ask } = await parts.workspaces.callsIn(workspace);
    const put = (hash: string | null) =>
      ask('views.publish', null, (client) =>
        client.views
          .publish({
            user_id: home.userId,
            view: view as never,
            ...(hash === null ? {} : { hash }),
          })
          // Another instance was first: what is true now is shown over it.
          .catch((error: unknown) => {
            if (hash === null || refusalOf(error) !== 'hash_conflict') throw error;
            return null;
          }),
      );
    const answer = (await put(home.hash)) ?? (await put(null));
    home.hash = answer?.view?.hash ?? null;
    home.shown = shown;
  }

  function show(workspace: string, home: Home): void {
    home.busy = home.busy.then(() => publish(workspace, home)).catch(parts.report);
  }

  function remember(workspace: string, userId: string, channel: string): Home {
    const name = nameOf(workspace, channel);
    const home = homes.get(name) ?? {
      userId,
      hash: null,
      shown: null,
      busy: Promise.resolve(),
    };
    homes.delete(name);
    homes.set(name, home);
    const [oldest] = homes.keys();
    if (homes.size > MOST && oldest !== undefined) homes.delete(oldest);
    return home;
  }

  /** Another process may be the one that they opened it with. */
  async function again(workspace: string, ref: string): Promise<void> {
    const known = homes.get(nameOf(workspace, ref));
    if (known !== undefined) return show(workspace, known);
    const userId = await parts.surfaces.looker({ platform: parts.platform, workspace, ref });
    if (userId !== null) show(workspace, remember(workspace, userId, ref));
  }

  return {
    opened(workspace, event) {
      const { user, channel, tab } = Opened.parse(event);
      if (tab !== null && tab !== undefined && tab !== 'home') return;
      show(workspace, remember(workspace, user, channel));
    },
    looks(workspace, userId, channel) {
      remember(workspace, userId, channel);
    },
    touched({ workspace, ref }) {
      const name = nameOf(workspace, ref);
      if (!isDirect(ref) || soon.has(name)) return;
      const timer = setTimeout(() => {
        soon.delete(name);
        const looked: Promise<void> = again(workspace, ref)
          .catch(parts.report)
          .finally(() => busy.delete(looked));
        busy.add(looked);
      }, SOON);
      timer.unref();
      soon.set(name, timer);
    },
    async stop() {
      for (const timer of soon.values()) clearTimeout(timer);
      soon.clear();
      await Promise.all(busy);
      const all = [...homes.values()];
      homes.clear();
      await Promise.all(all.map(({ busy }) => busy));
    },
  };
}

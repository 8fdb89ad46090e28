/** App Home of each person: published when they open it, and again when the bot told them something since. */
import { z } from 'zod';
import type { Place } from '../../src/chat/port.ts';
import type { Surfaces } from '../../src/chat/surface.ts';
import { id, maybe } from './inbound/shapes.ts';
import { homeOf } from './outbound/home.ts';
import { refusalOf } from './web/errors.ts';
import type { Workspaces } from './web/workspaces.ts';

/** Milliseconds: what happens meanwhile is shown together. */
const SOON = 3_000;
/** Those who opened it last are kept up to date; others find it as it is when they come back. */
const MOST = 2_000;

const Opened = z.object({ user: id, channel: id, tab: maybe(z.string()) });

interface Home {
  readonly userId: string;
  /** Slack's name for what is shown, and what that is. */
  hash: string | null;
  shown: string | null;
  timer: NodeJS.Timeout | null;
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
      timer: null,
      busy: Promise.resolve(),
    };
    homes.delete(name);
    homes.set(name, home);
    const [oldest] = homes.keys();
    if (homes.size > MOST && oldest !== undefined) homes.delete(oldest);
    return home;
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
      const home = homes.get(nameOf(workspace, ref));
      if (home === undefined || home.timer !== null) return;
      home.timer = setTimeout(() => {
        home.timer = null;
        show(workspace, home);
      }, SOON);
      home.timer.unref();
    },
    async stop() {
      const all = [...homes.values()];
      homes.clear();
      for (const { timer } of all) if (timer !== null) clearTimeout(timer);
      await Promise.all(all.map(({ busy }) => busy));
    },
  };
}

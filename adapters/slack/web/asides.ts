/** What one person is shown where they typed a command or pressed a button, whether or not the bot is in that channel. */
import { z } from 'zod';
import { bounded } from '../bounded.ts';
import type { SlackBlock } from '../outbound/blocks.ts';
import { ownAddress } from './address.ts';
import type { Api } from './calls.ts';

export interface Spot {
  readonly workspace: string;
  readonly channel: string;
  readonly userId: string;
}

export interface Shown {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

export interface Asides {
  /** Remembers the address that came with what they did there. */
  note(spot: Spot, body: unknown): void;
  /** False when there is no such address, or it does not take it. */
  show(spot: Spot, content: Shown): Promise<boolean>;
  /** Their answer is to be expected there; when it is said in their direct conversation, `pointer` shows the way to it. */
  await(spot: Spot, direct: string, pointer: Shown): void;
  /** Something was said in a direct conversation. */
  said(place: { readonly workspace: string; readonly ref: string }): void;
}

/** Slack takes five answers, for half an hour. */
const USES = 5;
const LIFE = 29 * 60_000;
/** ms: what is said later is no answer. */
const SOON = 60_000;
const MOST = 5_000;

const Given = z.object({ response_url: z.string().max(2_000) });

interface Known {
  readonly url: URL;
  readonly until: number;
  left: number;
}
interface Awaited {
  readonly spot: Spot;
  readonly pointer: Shown;
  readonly until: number;
}

export function createAsides(api: Api, now: () => number): Asides {
  const known = bounded<Known>(MOST);
  const awaited = bounded<Awaited>(MOST);
  const spotName = ({ workspace, channel, userId }: Spot) => `${workspace} ${channel} ${userId}`;
  const directName = (workspace: string, direct: string) => `${workspace} ${direct}`;

  async function show(spot: Spot, { text, blocks }: Shown): Promise<boolean> {
    const found = known.get(spotName(spot));
    if (found === undefined || found.left <= 0 || found.until < now()) return false;
    found.left -= 1;
    try {
      const response = await fetch(found.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, text, blocks }),
        redirect: 'manual',
        signal: AbortSignal.timeout(api.patience),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  return {
    note(spot, body) {
      const given = Given.safeParse(body).data;
      const url = given === undefined ? null : ownAddress(given.response_url, api.url);
      if (url !== null) known.set(spotName(spot), { url, until: now() + LIFE, left: USES });
    },
    async show(spot, content) {
      const shown = await show(spot, content);
      for (const [name, one] of awaited.all())
        if (spotName(one.spot) === spotName(spot)) awaited.delete(name);
      return shown;
    },
    await(spot, direct, pointer) {
      awaited.set(directName(spot.workspace, direct), { spot, pointer, until: now() + SOON });
    },
    said({ workspace, ref }) {
      const name = directName(workspace, ref);
      const found = awaited.get(name);
      if (found === undefined) return;
      awaited.delete(name);
      if (found.until >= now()) void show(found.spot, found.pointer);
    },
  };
}

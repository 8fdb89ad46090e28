/** What one person is shown where they typed a command or pressed a button, whether or not the bot is in that channel. */
import { z } from 'zod';
import { bounded } from '../bounded.ts';
import type { SlackBlock } from '../outbound/blocks.ts';
import { ownAddress } from './address.ts';
import type { Api } from './calls.ts';
import { sealOf } from './sealed.ts';

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
  /** False when no such address is known here, or it does not take it. */
  show(spot: Spot, content: Shown): Promise<boolean>;
  /** The channel, with that address for whichever process answers: it goes with the event, sealed. */
  placeOf(channel: string, body: unknown): string;
  /** False when that place came without an address, or it does not take it (any more). */
  showAt(place: string, content: Shown): Promise<boolean>;
}

/** Slack takes five answers, for half an hour. */
const USES = 5;
const LIFE = 29 * 60_000;
const MOST = 5_000;
/** Characters: a place is a name of the store's. */
const LONGEST = 500;

const Given = z.object({ response_url: z.string().max(2_000) });

interface Known {
  readonly url: URL;
  readonly until: number;
  left: number;
}

/** Of a place of `placeOf`. */
export const channelOf = (place: string): string => place.split(' ')[0] ?? place;

/** `secret` is one that every process of the bot has. */
export function createAsides(api: Api, now: () => number, secret: string): Asides {
  const known = bounded<Known>(MOST);
  const seal = sealOf(secret);
  const spotName = ({ workspace, channel, userId }: Spot) => `${workspace} ${channel} ${userId}`;

  const addressIn = (body: unknown): URL | null => {
    const given = Given.safeParse(body).data;
    return given === undefined ? null : ownAddress(given.response_url, api.url);
  };

  async function answer(url: URL, { text, blocks }: Shown): Promise<boolean> {
    try {
      const response = await fetch(url, {
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
      const url = addressIn(body);
      if (url !== null) known.set(spotName(spot), { url, until: now() + LIFE, left: USES });
    },
    async show(spot, content) {
      const found = known.get(spotName(spot));
      if (found === undefined || found.left <= 0 || found.until < now()) return false;
      found.left -= 1;
      return answer(found.url, content);
    },
    placeOf(channel, body) {
      const url = addressIn(body);
      const place = url === null ? channel : `${channel} ${seal.close(`${now() + LIFE} ${url}`)}`;
      return place.length <= LONGEST ? place : channel;
    },
    async showAt(place, content) {
      const [, sealed] = place.split(' ');
      const opened = sealed === undefined ? null : seal.open(sealed);
      const [until, address = ''] = opened?.split(' ') ?? [];
      const url = ownAddress(address, api.url);
      return url !== null && Number(until) >= now() && answer(url, content);
    },
  };
}

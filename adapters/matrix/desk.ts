/** What an administrator does about the account, while the bot is stopped; or sees of it, beside the bot. */
import { randomBytes } from 'node:crypto';
import { createClient } from 'matrix-js-sdk';
import { encodeRecoveryKey } from 'matrix-js-sdk/lib/crypto-api/recovery-key.js';
import { type AccountSettings, PATIENCE } from './connection/account.ts';
import { connect, type MatrixSettings } from './connection/client.ts';
import { chatErrorOf } from './connection/errors.ts';
import { silence } from './connection/silence.ts';
import type { MatrixPhrases } from './locales.ts';
import { takeVolume } from './store/volume.ts';

export interface Found {
  readonly userId: string;
  readonly deviceId: string;
  /** Whether partners see the device as the account's own. */
  readonly signed: boolean;
  /** Whether the recovery key opens the vault. */
  readonly recoverable: boolean;
  readonly rooms: number;
}

export const newKeys = (): { readonly storeKey: string; readonly recoveryKey: string } => ({
  storeKey: randomBytes(32).toString('base64url'),
  recoveryKey: encodeRecoveryKey(randomBytes(32))!,
});

/**
 * Logs in where that was never done, makes or restores the account's identity, and looks at the result. null while the
 * bot itself has the account. Rejects with MatrixRefusal, or ChatError for an outage.
 */
export async function setUp(parts: {
  readonly settings: MatrixSettings;
  readonly dir: string;
  readonly say: MatrixPhrases;
  readonly anew: boolean;
}): Promise<Found | null> {
  const volume = takeVolume(parts.dir);
  if (volume === null) return null;
  try {
    const { client, crypto, session, standing, stop } = await connect({
      settings: parts.settings,
      volume,
      say: parts.say,
      anew: parts.anew,
      report: () => {},
      // Nothing is taken: the position stays where the bot left it.
      feed: () => ({ take: async () => {}, settled: async () => {}, isSettled: () => false }),
    });
    const { userId, deviceId } = session;
    const device = await crypto.getDeviceVerificationStatus(userId, deviceId);
    const { joined_rooms } = await client.getJoinedRooms();
    await stop();
    return {
      userId,
      deviceId,
      signed: device?.signedByOwner === true && standing.published,
      recoverable: standing.opens === true,
      rooms: joined_rooms.length,
    };
  } finally {
    volume.close();
  }
}

export interface Status {
  /** What the server calls its versions of the protocol. */
  readonly versions: readonly string[];
  /** Whether a process has the account now. */
  readonly inUse: boolean;
}

/** Whether the homeserver answers, and whether the bot runs. Rejects with ChatError. */
export async function standing(
  { homeserver }: Pick<AccountSettings, 'homeserver'>,
  dir: string,
  _say: MatrixPhrases,
): Promise<Status> {
  const client = createClient({ baseUrl: homeserver, localTimeoutMs: PATIENCE, logger: silence });
  const { versions } = await client
    .getVersions()
    .catch((error: unknown) => Promise.reject(chatErrorOf(error, 'versions')));
  const volume = takeVolume(dir);
  volume?.close();
  return { versions, inUse: volume === null };
}

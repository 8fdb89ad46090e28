/**
 * The account's cross-signing identity and the vault (secret storage) that it is restored from. The server is asked
 * what there is before anything is made: keys made over others break the account for everybody who trusts it.
 */
import { type MatrixClient, MatrixError } from 'matrix-js-sdk';
import { decodeRecoveryKey } from 'matrix-js-sdk/lib/crypto-api/recovery-key.js';
import type { MatrixPhrases } from '../locales.ts';
import type { Session } from '../store/ledger.ts';
import { withPassword } from './account.ts';
import { errcodeOf, MatrixRefusal } from './errors.ts';

export interface Standing {
  /** Whether the server has cross-signing keys of this account. */
  readonly published: boolean;
  /** Whether their private halves are on this device. */
  readonly held: boolean;
  /** Whether the recovery key opens the vault; null where there is no vault. */
  readonly opens: boolean | null;
}

/** The private key that a recovery key spells. Throws MatrixRefusal. */
export function recoveryKeyOf(
  text: string | null,
  say: MatrixPhrases,
): { readonly encoded: string; readonly key: Uint8Array<ArrayBuffer> } | null {
  if (text === null) return null;
  try {
    return { encoded: text, key: decodeRecoveryKey(text) };
  } catch {
    throw new MatrixRefusal(say.refusals.badRecoveryKey);
  }
}

export async function standingOf(
  client: MatrixClient,
  userId: string,
  key: Uint8Array<ArrayBuffer> | null,
): Promise<Standing> {
  const crypto = client.getCrypto()!;
  // Of the server itself: what the SDK remembers of an account can be older.
  const { master_keys } = await client.downloadKeysForUsers([userId]);
  const { privateKeysCachedLocally: cached } = await crypto.getCrossSigningStatus();
  const held = cached.masterKey && cached.selfSigningKey && cached.userSigningKey;
  return { published: master_keys?.[userId] !== undefined, held, opens: await opens(client, key) };
}

async function opens(client: MatrixClient, key: Uint8Array<ArrayBuffer> | null): Promise<boolean | null> {
  const found = await client.secretStorage.getKey();
  if (found === null) return null;
  if (key === null) return false;
  return client.secretStorage.checkKey(key, found[1]);
}

export interface IdentityParts {
  readonly client: MatrixClient;
  readonly session: Session;
  readonly password: string | null;
  readonly recovery: { readonly encoded: string; readonly key: Uint8Array<ArrayBuffer> } | null;
  /** True: makes a new identity and a new vault, whatever there is. */
  readonly anew?: boolean;
  readonly say: MatrixPhrases;
}

/** Makes or restores what is missing, so that this device is signed by the account. Throws MatrixRefusal. */
export async function ensureIdentity(parts: IdentityParts): Promise<Standing> {
  const { client, session, recovery, say } = parts;
  const crypto = client.getCrypto()!;
  const standing = await standingOf(client, session.userId, recovery?.key ?? null);
  const { published, held } = standing;
  if (parts.anew === true) await make(parts, true);
  else if (!published) {
    if (recovery === null) throw new MatrixRefusal(say.refusals.noRecoveryKey);
    if (standing.opens === false) throw new MatrixRefusal(say.refusals.secretsUnreadable);
    await make(parts, false);
  } else if (!held) {
    if (recovery === null || standing.opens !== true) throw new MatrixRefusal(say.refusals.secretsUnreadable);
    await crypto.bootstrapCrossSigning({});
    await crypto.loadSessionBackupPrivateKeyFromSecretStorage().catch(() => {});
  } else if (!(await crypto.isSecretStorageReady()) && standing.opens === true)
    await crypto.bootstrapSecretStorage({});
  await crypto.checkKeyBackupAndEnable();
  return standingOf(client, session.userId, recovery?.key ?? null);
}

async function make({ client, session, password, recovery, say }: IdentityParts, anew: boolean) {
  const crypto = client.getCrypto()!;
  if (recovery === null) throw new MatrixRefusal(say.refusals.noRecoveryKey);
  // The vault first: keys that are published and kept nowhere would be lost with this device.
  await crypto.bootstrapSecretStorage({
    setupNewSecretStorage: anew,
    createSecretStorageKey: async () => ({ privateKey: recovery.key, encodedPrivateKey: recovery.encoded }),
  });
  try {
    await crypto.bootstrapCrossSigning({
      setupNewCrossSigning: true,
      authUploadDeviceSigningKeys: (call) =>
        withPassword(session.userId, password, (auth) => call(auth as never)),
    });
  } catch (error) {
    if (!(error instanceof MatrixError) || (error.httpStatus ?? 500) >= 500) throw error;
    throw new MatrixRefusal(say.refusals.identityRefused(errcodeOf(error) ?? 'password'));
  }
  await crypto.bootstrapSecretStorage({
    setupNewKeyBackup: anew || (await crypto.getKeyBackupInfo()) === null,
  });
}

/** The SDK's client on a volume that is ours: logged in, with its keys on the disk, following the server's stream. */
import { ClientEvent, createClient, HttpApiEvent, type MatrixClient, type SyncState } from 'matrix-js-sdk';
import type { CryptoApi } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { MatrixPhrases } from '../locales.ts';
import { durableIndexedDb } from '../store/indexed-db.ts';
import { keysFrom, type Ledger, ledgerOf, type Session, WrongStoreKey } from '../store/ledger.ts';
import type { Volume } from '../store/volume.ts';
import { type AccountSettings, openSession, PATIENCE, removeLostDevices } from './account.ts';
import { chatErrorOf, MatrixRefusal } from './errors.ts';
import { ensureIdentity, recoveryKeyOf, type Standing } from './identity.ts';
import { type Batch, RawEvent, splitting } from './responses.ts';
import { silence } from './silence.ts';
import { SyncStore } from './sync-store.ts';

export interface MatrixSettings extends AccountSettings {
  /** Seals what is kept on the volume. */
  readonly storeKey: string;
  readonly recoveryKey: string | null;
}

export interface Connection {
  readonly client: MatrixClient;
  readonly crypto: CryptoApi;
  readonly session: Session;
  readonly ledger: Ledger;
  readonly standing: Standing;
  /** Aborted when the server logged the device out. */
  readonly ended: AbortSignal;
  /** Follows the stream no more, and keeps its position if all before it is stored. Closes nothing of the volume. */
  stop(): Promise<void>;
}

export interface ConnectParts {
  readonly settings: MatrixSettings;
  readonly volume: Volume;
  readonly say: MatrixPhrases;
  /** True: a new identity in the place of one whose recovery key is lost. */
  readonly anew?: boolean;
  readonly report: (error: unknown) => void;
  /** Where its messages go; see SyncStoreParts. */
  readonly feed: (connection: Omit<Connection, 'stop' | 'standing'>) => {
    take(batch: Batch): Promise<void>;
    settled(): Promise<void>;
    isSettled(): boolean;
  };
}

/** Throws MatrixRefusal when somebody must mend something, ChatError when waiting may help. */
export async function connect(parts: ConnectParts): Promise<Connection> {
  const { settings, volume, say } = parts;
  const recovery = recoveryKeyOf(settings.recoveryKey, say);
  const keys = keysFrom(settings.storeKey);
  const ledger = ledgerOf(volume.sql, keys.seal);
  const failed = (error: unknown) => volume.giveUp(error);
  const { session, fresh } = await (async () => {
    try {
      return await openSession(settings, ledger, say);
    } catch (error) {
      throw error instanceof WrongStoreKey ? new MatrixRefusal(say.refusals.wrongStoreKey) : error;
    }
  })();
  const indexedDb = await durableIndexedDb(volume.sql, failed);
  const ended = new AbortController();
  let feed: ReturnType<ConnectParts['feed']> | null = null;
  const store = new SyncStore({
    ledger,
    take: async (batch) => feed?.take(batch),
    settled: async () => feed?.settled(),
    isSettled: () => feed?.isSettled() ?? false,
  });
  const client = createClient({
    baseUrl: settings.homeserver,
    ...session,
    logger: silence,
    localTimeoutMs: PATIENCE,
    fetchFn: splitting(
      (position, batch) => store.keep(position, batch),
      (room, state, joined) => isPast(client, session.userId, room, state, joined),
    ),
    cryptoCallbacks: {
      getSecretStorageKey: async ({ keys: wanted }) => {
        const [id] = Object.keys(wanted);
        return id === undefined || recovery === null ? null : [id, recovery.key];
      },
    },
    store,
  });
  const stopping = async () => {
    client.stopClient();
    await indexedDb.close();
  };
  try {
    await client.initRustCrypto({ cryptoDatabasePrefix: indexedDb.prefix, storageKey: keys.crypto });
    const crypto = client.getCrypto()!;
    crypto.globalBlacklistUnverifiedDevices = false;
    endQuietly(crypto);
    const base = { client, crypto, session, ledger, ended: ended.signal };
    feed = parts.feed(base);
    const gone = () => ended.abort(new MatrixRefusal(say.refusals.loggedOut));
    client.on(HttpApiEvent.SessionLoggedOut, gone);
    client.on(ClientEvent.SyncUnexpectedError, parts.report);
    const lost = () => client.stopClient();
    volume.lost.addEventListener('abort', lost, { once: true });
    await client.startClient({
      initialSyncLimit: 20,
      disablePresence: true,
      pollTimeout: 30_000,
    });
    await firstSync(client, volume.lost);
    const standing = await ensureIdentity({
      client,
      session,
      password: settings.password,
      recovery,
      say,
      ...(parts.anew === undefined ? {} : { anew: parts.anew }),
    });
    // What is left of a lost device only makes partners encrypt for nobody.
    if (fresh)
      await removeLostDevices(client, session, settings.password).catch((error: unknown) =>
        parts.report(chatErrorOf(error, 'delete_devices')),
      );
    return {
      ...base,
      standing,
      async stop() {
        volume.lost.removeEventListener('abort', lost);
        client.removeAllListeners();
        client.stopClient();
        if (!volume.lost.aborted) await store.save();
        await indexedDb.close();
      },
    };
  } catch (error) {
    await stopping();
    if (error instanceof MatrixRefusal) throw error;
    throw chatErrorOf(error, 'connect');
  }
}

/** Stopped while requests wait, the SDK rejects a promise that nobody may be waiting for: that would end the process. */
function endQuietly(crypto: CryptoApi): void {
  const { outgoingRequestsManager: requests } = crypto as unknown as {
    outgoingRequestsManager: { doProcessOutgoingRequests(): Promise<void> };
  };
  const process = requests.doProcessOutgoingRequests.bind(requests);
  requests.doProcessOutgoingRequests = () => {
    const processed = process();
    processed.catch(() => {});
    return processed;
  };
}

function isPast(client: MatrixClient, me: string, room: string, state: unknown, joined: boolean): boolean {
  const read = RawEvent.safeParse(state);
  if (!read.success || read.data.state_key === undefined) return false;
  const { type, state_key, event_id, content } = read.data;
  if (joined && type === 'm.room.member' && state_key === me && content.membership !== 'join') return true;
  const known = client.getRoom(room)?.currentState.getStateEvents(type, state_key);
  return (known?.getUnsigned() as { replaces_state?: unknown } | undefined)?.replaces_state === event_id;
}

/** Milliseconds. */
const FIRST_SYNC = 120_000;

function firstSync(client: MatrixClient, lost: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: Error) => {
      clearTimeout(timer);
      client.off(ClientEvent.Sync, look);
      lost.removeEventListener('abort', gone);
      if (error === undefined) resolve();
      else reject(error);
    };
    const gone = () => end(new Error('the volume is lost'));
    const look = (
      state: SyncState | null,
      _before: unknown,
      data?: { fromCache?: boolean; error?: Error },
    ) => {
      if ((state === 'PREPARED' || state === 'SYNCING') && data?.fromCache !== true) end();
      else if (state === 'ERROR') end(data?.error ?? new Error('sync'));
    };
    const timer = setTimeout(() => end(new Error('no sync')), FIRST_SYNC);
    client.on(ClientEvent.Sync, look);
    lost.addEventListener('abort', gone, { once: true });
  });
}

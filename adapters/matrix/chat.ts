/** The chat `matrix`. */
import { ChatError, type ChatPort } from '../../src/chat/port.ts';
import type { MatrixSettings } from './connection/client.ts';
import { createLead } from './connection/lead.ts';
import { fetchFile } from './inbound/files.ts';
import { createLive, type MatrixLive, PLATFORM } from './live.ts';
import type { MatrixPhrases } from './locales.ts';
import { CAPABILITIES } from './outbound/posting.ts';

export { PLATFORM, WORKSPACE } from './live.ts';

export interface MatrixChatParts {
  readonly settings: MatrixSettings;
  /** Of the account's keys: one process at a time. */
  readonly dir: string;
  readonly phrases: MatrixPhrases;
  /** Whether that person may ask the bot into a room. */
  readonly mayInvite: (userId: string) => Promise<boolean>;
  /** Milliseconds before the sender of what no key opens is told. */
  readonly patience?: number;
  readonly now: () => number;
  /** This process speaks for the account from now on. */
  readonly taken?: () => void;
  /** Told of what went wrong here and was answered all the same. */
  readonly report: (error: unknown) => void;
}

export interface MatrixChat extends ChatPort {
  /** Whether another process speaks for the account. */
  readonly isAway: boolean;
  /** The bot's address there; null while this process doesn't speak for it. */
  readonly userId: string | null;
}

const PATIENCE = 2 * 60_000;

export function matrixChat(parts: MatrixChatParts): MatrixChat {
  let receive: ((event: unknown) => Promise<void>) | null = null;
  const give = async (event: unknown): Promise<void> => {
    if (receive === null) throw new ChatError('matrix: not started', { transient: true });
    await receive(event);
  };
  const lead = createLead<MatrixLive>(
    parts.dir,
    async (volume) => {
      const live = await createLive({ patience: PATIENCE, ...parts, give }, volume);
      if (receive !== null) live.open();
      return live;
    },
    () => parts.taken?.(),
    parts.report,
  );
  const posting = async () => (await lead.live()).posting;

  return {
    platform: PLATFORM,
    ...CAPABILITIES,
    get isAway() {
      return lead.isAway;
    },
    get userId() {
      return lead.current?.connection.session.userId ?? null;
    },
    async start(to) {
      receive = to;
      await lead.begin();
      lead.current?.open();
    },
    async stop() {
      await lead.end();
      receive = null;
    },
    openDirect: async (workspace, userId) => (await posting()).openDirect(workspace, userId),
    post: async (place, message, key) => (await posting()).post(place, message, key),
    upload: async (place, file, key) => (await posting()).upload(place, file, key),
    edit: async (place, message, by) => (await posting()).edit(place, message, by),
    react: async (place, message, emoji) => (await posting()).react(place, message, emoji),
    pin: async (place, message) => (await posting()).pin(place, message),
    fetchFile: async (place, file) => fetchFile((await lead.live()).connection, place, file),
  };
}

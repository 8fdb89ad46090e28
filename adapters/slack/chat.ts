/** The chat `slack`. */
import type { Told } from '../../src/chat/inbound.ts';
import { ChatError, type ChatPort } from '../../src/chat/port.ts';
import type { Surfaces } from '../../src/chat/surface.ts';
import type { Failed } from './connection/deliver.ts';
import { httpReceiver } from './connection/http.ts';
import { createInsisting } from './connection/insist.ts';
import { socketReceiver } from './connection/socket.ts';
import { fetchFile } from './files.ts';
import { createHomes } from './home.ts';
import { nameOfEvent } from './inbound/event.ts';
import { createListeners } from './listeners.ts';
import { CAPABILITIES, createPosting } from './posting.ts';
import { createReaders } from './reader.ts';
import { MAX_FILE, upload } from './upload.ts';
import { createViews } from './views.ts';
import { createAsides } from './web/asides.ts';
import type { Api } from './web/calls.ts';
import { remembered } from './web/directs.ts';
import { createDirectory } from './web/people.ts';
import { createWorkspaces, type Installation } from './web/workspaces.ts';

export const PLATFORM = 'slack';
/** Milliseconds. */
export const PATIENCE = 8_000;
export const SLACK_API = 'https://slack.com/api/';

export interface SlackChatParts {
  /** Of the bot, `xoxb-…`; one a workspace. */
  readonly tokens: readonly string[];
  /** How Slack reaches the bot: at an address of its own, or over a socket that the bot opens. */
  readonly connection:
    | {
        readonly by: 'http';
        readonly signingSecret: string;
        readonly host: string;
        /** 0 takes any free port. */
        readonly port: number;
      }
    | { readonly by: 'socket'; readonly appToken: string };
  readonly api: Api;
  /** Of people nobody knows. */
  readonly lang: 'fr' | 'en';
  readonly surfaces: Surfaces;
  readonly now: () => number;
  /** Told of what went wrong here and was answered all the same. */
  readonly report: (error: unknown) => void;
  /** Told of a workspace that takes the bot's token no more. */
  readonly refused?: (workspace: string) => void;
}

export interface SlackChat extends ChatPort {
  /** Where it listens, for the web server before it; null over a socket. */
  readonly url: string | null;
  /** Where the bot is installed, and what it may do there. Rejects with ChatError. */
  meet(): Promise<readonly Installation[]>;
  /** The workspace's name as people see it; null as long as it is not known. */
  nameOf(workspace: string): string | null;
}

export function slackChat(parts: SlackChatParts): SlackChat {
  const { api, now, report } = parts;
  const workspaces = createWorkspaces(parts.tokens, api);
  const { connection } = parts;
  const asides = createAsides(
    api,
    now,
    connection.by === 'http' ? connection.signingSecret : connection.appToken,
  );
  const posting = createPosting(workspaces, asides);
  const readers = createReaders(parts.surfaces, parts.lang);
  const insisting = createInsisting(report);
  const homes = createHomes({ platform: PLATFORM, workspaces, surfaces: parts.surfaces, report });
  let receive: ((event: unknown) => Promise<void>) | null = null;

  const give = async (event: unknown): Promise<void> => {
    if (receive === null) throw new ChatError('slack: not started', { transient: true });
    await receive(event);
  };
  const failed: Failed = async (error, body) => {
    report(error);
    const named = nameOfEvent(body, PLATFORM);
    if (named !== null) await give(named);
  };
  const http = connection.by === 'http' ? httpReceiver({ ...connection, now, failed }) : null;
  const socket = connection.by === 'socket' ? socketReceiver({ ...connection, api, failed, report }) : null;
  const app = createListeners({
    platform: PLATFORM,
    receiver: (http ?? socket)!,
    workspaces,
    now,
    tell: (event: Told) => give(event),
    openDirect: remembered(posting.openDirect),
    insisting,
    asides,
    membersOf,
    readers,
    surfaces: parts.surfaces,
    homes,
    revoked: (workspace) => void ask(workspace),
    views: createViews({ workspaces, surfaces: parts.surfaces, readers, report }),
  });

  /** An order that Slack gives comes signed, and may still come late: what counts is what it answers now. */
  async function ask(workspace: string): Promise<void> {
    try {
      await (await workspaces.callsIn(workspace)).ask('auth.test', null, (client) => client.auth.test());
    } catch (error) {
      report(error);
      if (error instanceof ChatError && error.scope === 'workspace') parts.refused?.(workspace);
    }
  }

  async function membersOf(workspace: string, channel: string): Promise<string[]> {
    const { ask } = await workspaces.callsIn(workspace);
    const members: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const more: { cursor?: string } = cursor === '' ? {} : { cursor };
      const page = await ask('conversations.members', null, (client) =>
        client.conversations.members({ channel, limit: 1000, ...more }),
      );
      members.push(...(page.members ?? []));
      cursor = page.response_metadata?.next_cursor || undefined;
    }
    return members;
  }

  return {
    platform: PLATFORM,
    ...CAPABILITIES,
    ...posting,
    async post(place, message, key) {
      const ref = await posting.post(place, message, key);
      homes.touched(place);
      return ref;
    },
    get url() {
      return http?.url ?? null;
    },
    ...createDirectory(workspaces),
    meet: () => workspaces.meet(),
    nameOf: (workspace) => workspaces.nameOf(workspace),
    fetchFile: (place, file) => fetchFile(workspaces, api.url, place, file),
    maxFile: MAX_FILE,
    upload: (place, file, key) => upload(workspaces, api.url, place, file, key),
    async start(to) {
      receive = to;
      // Who the bot is matters to several workspaces only; an outage of Slack's must not keep people's words out.
      await workspaces.meet().catch(report);
      await app.start();
    },
    async stop() {
      // Requests under way are answered first, or nobody would be told what becomes of them.
      await app.stop();
      await insisting.stop();
      await homes.stop();
      receive = null;
    },
  };
}

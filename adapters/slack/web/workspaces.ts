/** Where the bot is installed: a token a workspace, and who the bot is there. */
import { ChatError } from '../../../src/chat/port.ts';
import { type Api, type Calls, createCalls } from './calls.ts';
import { chatErrorOf } from './errors.ts';

export interface Installation {
  /** Slack's id of the team. */
  readonly workspace: string;
  /** Its name, as people see it. */
  readonly name: string;
  readonly bot: { readonly userId: string; readonly botId: string | null };
  readonly scopes: readonly string[];
}

export interface Workspaces {
  /** Throws ChatError when the bot isn't installed there, or can't tell as long as one of its tokens is refused. */
  callsIn(workspace: string): Promise<Calls>;
  /** The workspace that an event of that team is of: with one installation, it is of that one. */
  workspaceOf(team: string | null): string;
  /** User ids of the bot, as far as they are known. */
  readonly bots: ReadonlySet<string>;
  /** Asks Slack who the bot is, where that isn't known yet. Rejects with ChatError when one can't say. */
  meet(): Promise<readonly Installation[]>;
  /** The same of each token, in order, whatever becomes of the others. */
  meetEach(): Promise<readonly PromiseSettledResult<Installation>[]>;
  /** null as long as it is not known. */
  nameOf(workspace: string): string | null;
  /** As `meet`, without those that can't say now. */
  met(): Promise<readonly Installation[]>;
}

interface Kept {
  readonly calls: Calls;
  met: Installation | null;
}

export function createWorkspaces(tokens: readonly string[], api: Api): Workspaces {
  const all = tokens.map((token): Kept => ({ calls: createCalls(token, api), met: null }));
  const bots = new Set<string>();

  async function meetOne(one: Kept): Promise<Installation> {
    one.met ??= await auth(one.calls);
    bots.add(one.met.bot.userId);
    return one.met;
  }

  return {
    bots,
    meet: () => Promise.all(all.map(meetOne)),
    meetEach: () => Promise.allSettled(all.map(meetOne)),
    async met() {
      const found = await Promise.allSettled(all.map(meetOne));
      return found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
    nameOf: (workspace) => all.find(({ met }) => met?.workspace === workspace)?.met?.name || null,
    workspaceOf(team) {
      const [first, ...others] = all;
      if (others.length === 0) return first?.met?.workspace ?? team ?? '';
      return team ?? '';
    },
    async callsIn(workspace) {
      const [first, ...others] = all;
      if (first !== undefined && others.length === 0) return first.calls;
      const known = () => all.find(({ met }) => met?.workspace === workspace)?.calls;
      const tried = known() === undefined ? await Promise.allSettled(all.map(meetOne)) : [];
      const found = known();
      if (found !== undefined) return found;
      const failed = tried.find((one) => one.status === 'rejected');
      if (failed === undefined)
        throw new ChatError('slack: no token for that workspace', { transient: false, scope: 'place' });
      // It may be the one whose token is refused: what is queued there waits, and nothing else does.
      const { message } = chatErrorOf(failed.reason, 'auth.test');
      throw new ChatError(message, { transient: true, scope: 'workspace' });
    },
  };
}

async function auth(calls: Calls): Promise<Installation> {
  const found = await calls.ask('auth.test', null, (client) => client.auth.test());
  return {
    workspace: found.team_id ?? '',
    name: found.team ?? '',
    bot: { userId: found.user_id ?? '', botId: found.bot_id ?? null },
    scopes: found.response_metadata?.scopes ?? [],
  };
}

/** `/tour words`: words to the bot, wherever they were typed. */
import { z } from 'zod';
import type { Told } from '../../../src/chat/inbound.ts';
import type { Where } from './choice.ts';
import { id, maybe, placeOf } from './shapes.ts';
import { typed } from './text.ts';

const Command = z.object({
  user_id: id,
  team_id: maybe(id),
  channel_id: maybe(id),
  text: maybe(z.string()),
  trigger_id: id,
});

export interface Asked {
  readonly workspace: string;
  readonly userId: string;
  /** Where it was typed. */
  readonly channel: string | null;
  readonly trigger: string;
  readonly text: string;
}

/** Throws ZodError when it can't be read. */
export function readCommand(body: unknown, { workspaceOf }: Where): Asked {
  const { user_id, team_id, channel_id, text, trigger_id } = Command.parse(body);
  return {
    workspace: workspaceOf(team_id ?? null),
    userId: user_id,
    channel: channel_id ?? null,
    trigger: trigger_id,
    text: typed(text ?? '').trim(),
  };
}

/** As if it were said in the direct conversation: answers are for one person's eyes, where it was typed. Its id is the command's own. */
export const saidInPrivate = (
  asked: Asked,
  direct: string,
  text: string,
  at: number,
  platform: string,
  aside: string | null,
): Told => ({
  id: `command/${asked.trigger}`,
  platform,
  workspace: asked.workspace,
  type: 'message',
  at,
  from: { userId: asked.userId, automatic: false },
  place: placeOf(direct, 'im', null),
  message: `command/${asked.trigger}`,
  text,
  replyTo: null,
  files: [],
  aside,
});

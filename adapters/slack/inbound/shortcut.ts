/** Shortcuts: on a message (Slack's `message_action`), and the one that is everywhere. */
import { z } from 'zod';
import type { Asker, Given } from '../../../src/chat/surface.ts';
import type { Where } from './choice.ts';
import { id, maybe, teamOf } from './shapes.ts';
import { typed } from './text.ts';

/**
 * On a message: the form each one begins, or the next one where that is not for them. `manifest.yaml` names them. Slack
 * lets an app have five of these: one's own words and somebody else's are noted by the same.
 */
export const MESSAGE_SHORTCUTS: Readonly<Record<string, readonly string[]>> = {
  record: ['idea', 'behalf'],
  remind: ['remind'],
  close: ['close'],
  merge: ['merge'],
  split: ['split'],
};
export const MENU_SHORTCUT = 'menu';

const common = z.object({
  callback_id: id,
  trigger_id: id,
  user: z.object({ id, team_id: maybe(id) }),
  team: maybe(z.object({ id })),
});
const OnMessage = common.extend({
  message: z.object({ user: maybe(id), text: maybe(z.string()), bot_id: maybe(id) }),
});

interface Called {
  readonly asker: Asker;
  readonly trigger: string;
}

const calledBy = (called: z.infer<typeof common>, { platform, workspaceOf }: Where): Called => ({
  asker: { platform, workspace: workspaceOf(teamOf(called)), userId: called.user.id },
  trigger: called.trigger_id,
});

/** Throws ZodError when it can't be read; null for a shortcut that the bot hasn't. */
export function readMessageShortcut(
  body: unknown,
  where: Where,
): (Called & { readonly forms: readonly string[]; readonly given: Given }) | null {
  const read = OnMessage.parse(body);
  if (!Object.hasOwn(MESSAGE_SHORTCUTS, read.callback_id)) return null;
  const { user, text, bot_id } = read.message;
  return {
    ...calledBy(read, where),
    forms: MESSAGE_SHORTCUTS[read.callback_id]!,
    given: { text: typed(text ?? ''), author: bot_id ? null : (user ?? null) },
  };
}

/** Throws ZodError when it can't be read. */
export const readShortcut = (body: unknown, where: Where): Called => calledBy(common.parse(body), where);

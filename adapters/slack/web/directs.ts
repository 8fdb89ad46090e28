import type { ChatPort } from '../../../src/chat/port.ts';

const MOST_OPENED = 20_000;

/** Where each person and the bot talk never changes: Slack is asked once, and a command does not wait for it. */
export function remembered(open: ChatPort['openDirect']): ChatPort['openDirect'] {
  const known = new Map<string, string>();
  return async (workspace, userId) => {
    const name = `${workspace} ${userId}`;
    const ref = known.get(name) ?? (await open(workspace, userId));
    if (known.size >= MOST_OPENED) known.clear();
    known.set(name, ref);
    return ref;
  };
}

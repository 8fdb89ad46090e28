import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MemoryChatOptions, memoryChat } from '../../../adapters/memory/chat.ts';
import { MemoryPlatform } from '../../../adapters/memory/platform.ts';
import { chatContract, type Harness } from './contract.ts';

/** The other process finds the platform again by its journal, as after a kill. */
async function make(options: MemoryChatOptions): Promise<Harness> {
  const dir = mkdtempSync(join(tmpdir(), 'tour-memory-'));
  const journal = join(dir, 'journal.jsonl');
  let platform = new MemoryPlatform({ journal });
  let people = 0;
  return {
    port: memoryChat(platform, options),
    workspace: 'main',
    newcomer: async () => {
      people += 1;
      return `person-${people}`;
    },
    say: async (userId, text) => platform.say(userId, text),
    edit: async (userId, message, text) => platform.edit(userId, message, text),
    delete: async (userId, message) => platform.delete(userId, message),
    press: async (userId, _message, value) => platform.choose(userId, value),
    seen: async (userId) => platform.inbox(userId).map(({ ref, text }) => ({ ref, text })),
    files: async (userId) =>
      platform.inbox(userId).flatMap(({ file }) => {
        if (file === undefined) return [];
        const { name, title, alt = null, content } = file;
        return [{ name, title, alt, data: Buffer.from(content, 'base64') }];
      }),
    rooms: {
      open: async () => 'salle-1',
      enter: async (userId, room) => platform.enter(userId, room),
      leave: async (userId, room) => platform.leave(userId, room),
      say: async (userId, room, text, how) => platform.say(userId, text, { room, ...how }),
      react: async (userId, room, message) => platform.react(userId, message, '👍', { room }),
      seen: async (userId, room) =>
        platform.inbox(userId, { room }).map(({ ref, text, thread }) => ({ ref, text, thread })),
      pinned: async (room) =>
        platform.inbox('anybody', { room }).flatMap(({ ref, pinned }) => (pinned ? [ref] : [])),
      signs: async (_room, message) => platform.signs(message).length,
    },
    restart: async () => {
      platform.listen(null);
      platform = new MemoryPlatform({ journal });
      return memoryChat(platform, options);
    },
    close: async () => {
      platform.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

chatContract('in memory, with buttons and all it can do', () => make({ maxButtons: 5 }));
chatContract('in memory, with nothing optional', () => make({ optionals: false, maxText: 500 }));
chatContract('in memory, which takes a second post for a second message', () =>
  make({ deduplicates: false }),
);

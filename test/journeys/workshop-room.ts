/** A room where a workshop is held, and the people in it. */
import { expect } from 'vitest';
import type { Seen } from '../../adapters/memory/platform.ts';
import type { Stage } from './stage.ts';
import { quiet } from './story.ts';

export const WORKSHOP = 'atelier-1';
const PATIENCE = 40_000;

export const plainly = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ').replaceAll('’', "'");

export interface Room {
  readonly ref: string;
  /** Says it at the top of the room, or in the thread of the message with these words. */
  say(userId: string, text: string, under?: string): string;
  /** The same, to the bot. */
  ask(userId: string, text: string): Promise<void>;
  react(userId: string, on: string, emoji: string, removed?: boolean): void;
  /** What everybody sees there, or that person. */
  texts(userId?: string): string[];
  /** The last message with these words in it, for that person; waits for it. */
  find(words: string, userId?: string): Promise<Seen>;
  /** What only that person sees there. */
  whispers(userId: string): string[];
  settled(): Promise<void>;
}

export function roomOn(stage: Stage, ref: string): Room {
  const { platform } = stage;
  const here = { room: ref };
  const find = async (words: string, userId = 'everybody') =>
    platform.waitFor(userId, ({ text }) => plainly(text).includes(words), { ...here, within: PATIENCE });
  const sync = (words: string, userId = 'everybody'): Seen => {
    const found = platform.inbox(userId, here).findLast(({ text }) => plainly(text).includes(words));
    if (!found) throw new Error(`nothing with « ${words} » in the room:\n${room.texts().join('\n---\n')}`);
    return found;
  };
  const room: Room = {
    ref,
    say: (userId, text, under) =>
      platform.say(userId, text, { ...here, ...(under === undefined ? {} : { thread: sync(under).ref }) }),
    async ask(userId, text) {
      platform.say(userId, text, { ...here, addressed: true });
      await quiet(stage);
    },
    react: (userId, on, emoji, removed = false) =>
      platform.react(userId, sync(on).ref, emoji, { ...here, removed }),
    texts: (userId = 'everybody') => platform.texts(userId, here).map(plainly),
    find,
    whispers: (userId) =>
      platform
        .inbox(userId, here)
        .filter(({ to }) => to === userId)
        .map(({ text }) => plainly(text)),
    settled: () => quiet(stage),
  };
  return room;
}

/** Nothing that only one person should read is there for all. */
export function expectNothingPrivate(room: Room): void {
  for (const text of room.texts())
    expect(text).not.toMatch(/Vos points|Qui êtes-vous|Bonjour [A-Z]|Noté, P-/u);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MemoryPlatform } from '../../../adapters/memory/platform.ts';

/** The bot takes an event whose id it has seen for one it has answered. */
test('a platform killed again and again never names two events or two messages alike', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tour-platform-'));
  const life = (people: readonly string[]) => {
    const platform = new MemoryPlatform({ journal: join(dir, 'chat.jsonl') });
    for (const who of people) platform.say(who, 'des locaux');
    const known = people.flatMap((who) => platform.said(who));
    // Killed before the bot took any of it.
    platform.close();
    return known;
  };
  try {
    const everybody = Array.from({ length: 20 }, (_, index) => `p${index}`);
    life(everybody);
    life(everybody);
    const all = life(everybody);
    expect(new Set(all.map(({ id }) => id)).size).toBe(60);
    expect(new Set(all.map((event) => 'message' in event && event.message)).size).toBe(60);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

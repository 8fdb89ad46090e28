import { appendFileSync, closeSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import type { Instant } from '../core/time.ts';
import { layout } from './embedded.ts';
import type { Session } from './session.ts';

/** A person whose words were erased: an id and a time, kept outside the database so that no restore forgets it. */
export interface Erasure {
  readonly person: string;
  readonly at: Instant;
}

/** Adds a line to `erasures.jsonl` of the data directory; it is on the disk when this returns. */
export function recordErasure(dir: string, { person, at }: Erasure): void {
  const file = openSync(layout(dir).erasures, 'a', 0o600);
  try {
    appendFileSync(file, `${JSON.stringify({ person, at: new Date(at).toISOString() })}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** All of them, in the order they happened. Throws when a line can't be read: skipping it would bring words back. */
export function readErasures(dir: string): readonly Erasure[] {
  const { erasures } = layout(dir);
  let text: string;
  try {
    text = readFileSync(erasures, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const lines = text.split('\n');
  // Without its newline the last one was cut short by a crash, before the erasure was acknowledged.
  lines.pop();
  return lines.map((line, index) => {
    const erasure = parse(line);
    if (!erasure)
      throw new Error(
        `${erasures}, line ${index + 1}: expected {"person": "<uuid>", "at": "<ISO time>"}. Mend or remove the line by hand, then try again.`,
      );
    return erasure;
  });
}

function parse(line: string): Erasure | null {
  try {
    const { person, at } = JSON.parse(line) as { person: unknown; at: unknown };
    const instant = typeof at === 'string' ? Date.parse(at) : Number.NaN;
    const known = typeof person === 'string' && /^[0-9a-f-]{36}$/i.test(person);
    return known && !Number.isNaN(instant) ? { person, at: instant } : null;
  } catch {
    return null;
  }
}

/** Empties the words and names of those people once more; how many of them the database still had words or a name of. */
export async function replayErasures(session: Session, erasures: readonly Erasure[]): Promise<number> {
  let touched = 0;
  for (const { person, at } of erasures) {
    const when = new Date(at).toISOString();
    const words = await session.query(
      `UPDATE "Words" SET "text" = '', "erasedAt" = $2::timestamptz
       WHERE "personId" = $1::uuid AND "erasedAt" IS NULL RETURNING 1`,
      [person, when],
    );
    const names = await session.query(
      `UPDATE "Person" SET "name" = NULL WHERE "id" = $1::uuid AND "name" IS NOT NULL RETURNING 1`,
      [person],
    );
    if (words.length + names.length > 0) touched += 1;
  }
  return touched;
}

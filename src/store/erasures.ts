import { appendFileSync, closeSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import type { Erasure } from '../app/ports/personal.ts';
import { troubled } from '../app/ports/trouble.ts';
import { layout } from './embedded.ts';
import { erasePerson } from './erase-person.ts';
import { eraseAttachment, eraseProposal, type Query } from './erase-pieces.ts';
import type { Session } from './session.ts';

/** Adds a line to `erasures.jsonl` of the data directory; it is on the disk when this returns. */
export function recordErasure(dir: string, { at, ...what }: Erasure): void {
  mkdirSync(dir, { recursive: true });
  const file = openSync(layout(dir).erasures, 'a', 0o600);
  try {
    appendFileSync(file, `${JSON.stringify({ ...what, at: new Date(at).toISOString() })}\n`);
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
      throw troubled(
        new Error(
          `${erasures}, line ${index + 1}: expected {"person": "<uuid>", "at": "<ISO time>"} (or "proposal", "attachment"). Mend or remove the line by hand, then try again.`,
        ),
        'erasures-unreadable',
        { file: erasures, line: String(index + 1) },
      );
    return erasure;
  });
}

function parse(line: string): Erasure | null {
  try {
    const { at, ...what } = JSON.parse(line) as Record<string, unknown>;
    const instant = typeof at === 'string' ? Date.parse(at) : Number.NaN;
    if (Number.isNaN(instant)) return null;
    const [[kind, id] = ['', null], ...more] = Object.entries(what);
    return KINDS.includes(kind) && isId(id) && more.length === 0
      ? ({ [kind]: id, at: instant } as unknown as Erasure)
      : null;
  } catch {
    return null;
  }
}

const KINDS: readonly string[] = ['person', 'proposal', 'attachment'];

const isId = (id: unknown): id is never => typeof id === 'string' && /^[0-9a-f-]{36}$/i.test(id);

/** Erases those people and proposals once more; of how many the database still had something. */
export async function replayErasures(session: Session, erasures: readonly Erasure[]): Promise<number> {
  const query: Query = (sql, params) => session.query(sql, params);
  let touched = 0;
  for (const erasure of erasures) {
    const at = new Date(erasure.at);
    const erased =
      'person' in erasure
        ? await erasePerson(query, { person: erasure.person, at })
        : 'proposal' in erasure
          ? await eraseProposal(query, { proposal: erasure.proposal, at })
          : await eraseAttachment(query, { attachment: erasure.attachment, at });
    if (erased.touched) touched += 1;
  }
  return touched;
}

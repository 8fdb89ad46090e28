/** What the form under "No, that's not me" sends. */
import type { Passer } from '../../src/chat/guest.ts';

/** UTF-16 units of each field; browsers stop there, and nobody else may send more. */
export const MOST = { name: 120, organisation: 160, email: 254, word: 1_000 } as const;

export const NOBODY: Passer = { id: '', name: '', organisation: '', email: '', word: '' };

const ID = /^[\w-]{8,64}$/u;

/** null when it is none the form could have sent. */
export function passerFrom(fields: ReadonlyMap<string, string>): Passer | null {
  const id = fields.get('id') ?? '';
  const passer: { -readonly [Field in keyof Passer]: string } = { ...NOBODY, id };
  for (const field of ['name', 'organisation', 'email', 'word'] as const) {
    const value = fields.get(field) ?? '';
    if (value.length > MOST[field]) return null;
    passer[field] = value;
  }
  return ID.test(id) ? passer : null;
}

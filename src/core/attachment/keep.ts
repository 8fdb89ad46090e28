/** Which files of a message are kept. */
import type { Offered } from './model.ts';

/** In bytes, and files a message. */
export const LIMITS = { file: 10_000_000, person: 100_000_000, perMessage: 5 } as const;

/** A file that was dealt with keeps its content for so long: in case somebody asks where a proposal came from. */
export const KEPT_AFTER_SETTLED = 365 * 24 * 3_600_000;

/** `cannot`: the chat gives no files. `over-quota`: with this one the person would have sent too much. */
export type Fault = 'empty' | 'too-big' | 'too-many' | 'over-quota' | 'failed' | 'cannot';

/** For each file null when it is kept, else why not; `held` is what is kept of this person already, in bytes. */
export function faultsOf(files: readonly Offered[], held: number): (Fault | null)[] {
  let total = held;
  return files.map(({ file }, place) => {
    if (place >= LIMITS.perMessage) return 'too-many';
    if ('fault' in file) return file.fault;
    if (file.data.length === 0) return 'empty';
    if (file.data.length > LIMITS.file) return 'too-big';
    if (total + file.data.length > LIMITS.person) return 'over-quota';
    total += file.data.length;
    return null;
  });
}

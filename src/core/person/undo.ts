/** What "annule" speaks of: the newest thing somebody did that was not undone already. */
import type { Instant } from '../time.ts';

/** Acts of one person, as recorded. */
export interface Done {
  readonly id: string;
  readonly verb: string;
  /** As whom it was done. */
  readonly role: string;
  readonly subjectId: string;
  readonly at: Instant;
}

/** Undoing something is an act of its own, about the first act it undid. */
export const UNDO = 'act.undo';

/** Changes nothing one would speak of. */
const BESIDE: readonly string[] = [
  'participation.start',
  'language.choose',
  'data.export',
  'attachment.keep',
  'attachment.open-own',
];

/**
 * The acts of one message, oldest first; none when nothing is left. What one message did has one instant. `given` oldest
 * first; what was not done as a partner is passed over, as is what undid and what was undone.
 */
export function lastExchange<Row extends Done>(given: readonly Row[]): readonly Row[] {
  const undone = new Set(given.filter(({ verb }) => verb === UNDO).map(({ subjectId }) => subjectId));
  const exchanges = [...Map.groupBy(given, ({ at }) => at).values()].toReversed();
  for (const acts of exchanges) {
    if (acts.some(({ id, verb }) => verb === UNDO || undone.has(id))) continue;
    const told = acts.filter(({ verb, role }) => role === 'partner' && !BESIDE.includes(verb));
    if (told.length > 0) return told;
  }
  return [];
}

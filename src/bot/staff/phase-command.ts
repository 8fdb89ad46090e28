/** "phases", "clore phase comite", "rouvrir phase comite", "passer outre : motif". */
import { type ShortRules, shortCommand } from '../short-command.ts';

export type PhaseCommand =
  | { readonly does: 'phases' }
  /** `phase` as it was written: its key or its title. */
  | { readonly does: 'close-phase' | 'reopen-phase'; readonly phase: string }
  /** `reason` null: it is asked for. */
  | { readonly does: 'override'; readonly reason: string | null };

const SHORT: ShortRules<PhaseCommand> = [
  [/^(?:voir |montrer |show )?(?:les |the )?phases$/iu, () => ({ does: 'phases' })],
  [
    /^(?:clore|cl[ôo]turer|fermer|close) (?:la |the )?phase (\S.{0,100})$/iu,
    ([, phase]) => ({ does: 'close-phase', phase: phase! }),
  ],
  [
    /^(?:rouvrir|reopen) (?:la |the )?phase (\S.{0,100})$/iu,
    ([, phase]) => ({ does: 'reopen-phase', phase: phase! }),
  ],
];
const LONGEST = 140;
const OVERRIDE = /^\s{0,20}(?:passer outre|override)[ \u00a0\u202f]{0,3}(?:[:,]\s{0,20}|$)/iu;

/** null when the message is no such command. */
export function phaseCommand(text: string): PhaseCommand | null {
  const short = shortCommand(text, SHORT, LONGEST);
  if (short !== null) return short;
  const found = OVERRIDE.exec(text);
  return found && { does: 'override', reason: text.slice(found[0].length).trim() || null };
}

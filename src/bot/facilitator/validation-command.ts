/** "convergence", "préparer la validation des objectifs". */
import { type ShortRules, shortCommand } from '../short-command.ts';

export type ValidationCommand =
  /** `key` null: the newest. */
  | { readonly does: 'views'; readonly key: string | null }
  | { readonly does: 'prepare'; readonly of: 'objectives' | 'synthesis' };

const RULES: ShortRules<ValidationCommand> = [
  [
    /^(?:convergences?|avis des partenaires|partners['’] views)(?: ([\w-]{1,60}))?$/iu,
    ([, key]) => ({ does: 'views', key: key ?? null }),
  ],
  [
    /^(?:pr[ée]parer|prepare) (?:la |une |the |a )?validation(?: (?:des objectifs|of the objectives))?$/iu,
    () => ({ does: 'prepare', of: 'objectives' }),
  ],
  [
    /^(?:pr[ée]parer|prepare) (?:la |une |the |a )?validation (?:de la synth[èe]se|of the synthesis)$/iu,
    () => ({ does: 'prepare', of: 'synthesis' }),
  ],
];

/** null when the message is no such command. */
export const validationCommand = (text: string): ValidationCommand | null => shortCommand(text, RULES, 120);

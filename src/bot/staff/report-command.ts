/** "préparer le bilan 2016", "bilan", "bilan reformuler 1.2 : texte", "publier le bilan": the annual report. */
import { type ShortRules, shortCommand } from '../short-command.ts';

export type ReportCommand =
  /** `year` null: the one that runs. */
  | { readonly does: 'draft-report'; readonly year: number | null }
  | { readonly does: 'show-report' | 'publish-report' }
  /** What is asked of the draft, in the words of a synthesis. */
  | { readonly does: 'edit-report'; readonly asked: string };

const SHORT: ShortRules<ReportCommand> = [
  [
    /^(?:pr[ée]parer|[ée]crire|r[ée]diger|prepare|draft) (?:le |the )?(?:bilan(?: annuel)?|(?:annual )?report)(?: (?:de |of |for )?(\d{4}))?$/iu,
    ([, year]) => ({ does: 'draft-report', year: year === undefined ? null : Number(year) }),
  ],
  [
    /^(?:(?:voir |montrer |show )?(?:le |the )?(?:bilan(?: annuel)?|annual report)|show (?:the )?report)$/iu,
    () => ({ does: 'show-report' }),
  ],
  [
    /^(?:publier|publish) (?:le |the )?(?:bilan(?: annuel)?|(?:annual )?report)$/iu,
    () => ({ does: 'publish-report' }),
  ],
];
const LONGEST = 80;
const EDIT = /^\s{0,20}(?:bilan|report)[ \u00a0]{1,3}(?=\S)/iu;

/** null when the message is no such command. */
export function reportCommand(text: string): ReportCommand | null {
  const short = shortCommand(text, SHORT, LONGEST);
  if (short !== null) return short;
  const found = EDIT.exec(text);
  return found && { does: 'edit-report', asked: text.slice(found[0].length) };
}

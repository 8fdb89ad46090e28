/** "d'accord", "avec des réserves : raison", "je m'oppose": what somebody thinks of a statement, in French and English. */
import type { View } from '../../core/round/validation.ts';
import { bare } from '../understand.ts';

export interface ViewSaid {
  readonly view: View;
  /** Where its reason begins in the message (UTF-16); null when none is given. */
  readonly reasonAt: number | null;
}

const ALONE: Readonly<Record<View, RegExp>> = {
  agree:
    /^(?:(?:oui|ok|yes)[ ,]*)?(?:d'?accord|tout a fait(?: d'accord)?|je suis d'accord|on est d'accord|pour|je valide|valide|ca me va|agree|i agree|we agree|agreed|in favour|fine|oui|ok|yes)$/u,
  reserve:
    /^(?:(?:oui|d'?accord|ok|yes|agree)[ ,]*)?(?:(?:mais )?avec (?:des |une |quelques )?reserves?|(?:des |une )?reserves?|(?:but )?with (?:some |a )?reservations?|(?:some )?reservations?)$/u,
  object:
    /^(?:(?:non|no)[ ,]*)?(?:contre|pas d'accord|je (?:ne suis )?pas d'accord|je m'oppose|on s'oppose|objection|opposition|j'objecte|i object|we object|object|against|disagree|i disagree|non|no)$/u,
};
/** Repetitions are counted: messages of any length come here. */
const REASONED: readonly (readonly [View, RegExp])[] = [
  [
    'reserve',
    /^\s{0,20}(?:(?:oui|d['’]?accord|ok|yes|agree),? )?(?:(?:mais )?avec (?:des |une |quelques )?r[ée]serves?|(?:une |des )?r[ée]serves?|(?:but )?with (?:some |a )?reservations?|reservations?)[ \u00a0\u202f]{0,3}(?:[:,;.–—-]|car|parce qu['’e]|because)\s{0,20}(?=\S)/iu,
  ],
  [
    'object',
    /^\s{0,20}(?:(?:non|no),? )?(?:contre|pas d['’]accord|je m['’]oppose|on s['’]oppose|objection|j['’]objecte|i object|we object|against|i disagree|disagree)[ \u00a0\u202f]{0,3}(?:[:,;.–—-]|car|parce qu['’e]|because)\s{0,20}(?=\S)/iu,
  ],
];
/** "d'accord, mais…": its whole sentence is the reservation. */
const BUT =
  /^\s{0,20}(?:oui|d['’]?accord|ok|yes|agreed?|i agree|je suis d['’]accord)[ ,]{1,3}(?:mais|sauf|à condition|a condition|but|except|provided)\b/iu;

/** null for anything else. */
export function viewSaid(text: string): ViewSaid | null {
  if (text.length <= 80) {
    const word = bare(text);
    const alone = (['reserve', 'object', 'agree'] as const).find((view) => ALONE[view].test(word));
    if (alone) return { view: alone, reasonAt: null };
  }
  for (const [view, pattern] of REASONED) {
    const found = pattern.exec(text);
    if (found) return { view, reasonAt: found[0].length };
  }
  return BUT.test(text) ? { view: 'reserve', reasonAt: 0 } : null;
}

export type ViewsCommand =
  | { readonly does: 'list' }
  /** `place` counts from 1. The view is the message from `at` (UTF-16) on. */
  | { readonly does: 'change'; readonly place: number; readonly at: number };

const LIST = /^(?:(?:voir |montrer |show )?(?:mes avis|my views))$/u;
const CHANGE = /^\s{0,20}(?:avis|view) (\d{1,2})[ \u00a0\u202f]{0,3}:?\s{0,20}(?=\S)/iu;

/** "mes avis", "avis 2 : d'accord"; null for anything else. */
export function viewsCommand(text: string): ViewsCommand | null {
  if (text.length <= 40 && LIST.test(bare(text))) return { does: 'list' };
  const change = CHANGE.exec(text);
  if (!change || viewSaid(text.slice(change[0].length)) === null) return null;
  return { does: 'change', place: Number(change[1]), at: change[0].length };
}

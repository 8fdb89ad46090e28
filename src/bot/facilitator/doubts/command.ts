/** What is said to the queue; repetitions are counted: answers and reasons are free texts of any length. */
import type { Whereabouts } from '../../../app/round/add-to-round.ts';
import { bare } from '../../understand.ts';
import { WHEREABOUTS, whereabouts } from '../../whereabouts.ts';

/** `number` null: the one that is looked at. The text is the message from `textAt` (UTF-16) on, none when null. */
export type DoubtCommand =
  | { readonly does: 'show'; readonly number: number }
  | { readonly does: 'next' | 'previous' | 'count' }
  | { readonly does: 'answer' | 'dismiss'; readonly number: number | null; readonly textAt: number | null }
  /** A proposal put in other words, for its author to agree to. */
  | { readonly does: 'suggest'; readonly ref: number; readonly textAt: number }
  | { readonly does: 'propose'; readonly number: number | null }
  | { readonly does: 'accept' | 'decline' | 'merge'; readonly number: number | null }
  | { readonly does: 'invite'; readonly name: string; readonly at: Whereabouts };

const NUMBER = '(?: {1,3}(?:doute |doubt |n ?° ?)?(\\d{1,3}))?';
const SHOW = /^(?:doute|doubt|point|voir doute|show doubt) {1,3}(?:n ?° ?)?(\d{1,3})$/u;
const NEXT = /^(?:suivante?|le suivant|next|doute suivant|next doubt)$/u;
const PREVIOUS = /^(?:precedente?|le precedent|previous|doute precedent|previous doubt)$/u;
const COUNT =
  /^(?:combien (?:reste-t-il|il reste|en reste-t-il|de doutes|reste t il)|il reste combien|how many(?: are)? left|how many doubts) ?\??$/u;
const ANSWER = new RegExp(
  `^\\s{0,20}(?:r[ée]pondre|reply|answer)(?: [àa] | to )?${NUMBER}[ \\u00a0\\u202f]{0,3}(?:$|[:,]\\s{0,20}(?=\\S|$))`,
  'iu',
);
const DISMISS = new RegExp(
  `^\\s{0,20}(?:classer|ignorer|dismiss|nothing to do)${NUMBER}[ \\u00a0\\u202f]{0,3}(?:$|[:,]\\s{0,20}(?=\\S|$))`,
  'iu',
);
const PROPOSE = new RegExp(`^(?:proposition|c'est une proposition|proposal|it's a proposal)${NUMBER}$`, 'u');
const SETTLE: readonly (readonly [RegExp, 'accept' | 'decline' | 'merge'])[] = [
  [new RegExp(`^(?:accepter|accept)${NUMBER}$`, 'u'), 'accept'],
  [new RegExp(`^(?:ecarter|set aside)${NUMBER}$`, 'u'), 'decline'],
  [new RegExp(`^(?:reunir|merge)${NUMBER}$`, 'u'), 'merge'],
];
const INVITE = new RegExp(
  `^\\s{0,20}(?:inviter|invite) {1,3}([^,:\\n]{2,120}),\\s{0,5}${WHEREABOUTS}\\s{0,20}$`,
  'iu',
);
const SUGGEST =
  /^\s{0,20}(?:corriger|modifier|correct|edit|change) {1,3}p ?[-‐–]? ?0{0,9}(\d{1,9})[ \u00a0\u202f]{0,3}[:,]\s{0,20}(?=\S)/iu;
const SHORT = 80;

const numbered = (found: string | undefined): number | null => (found ? Number(found) : null);

export function doubtCommand(text: string): DoubtCommand | null {
  if (text.length <= SHORT) {
    const plain = bare(text);
    const show = SHOW.exec(plain);
    if (show) return { does: 'show', number: Number(show[1]) };
    if (NEXT.test(plain)) return { does: 'next' };
    if (PREVIOUS.test(plain)) return { does: 'previous' };
    if (COUNT.test(plain)) return { does: 'count' };
    const propose = PROPOSE.exec(plain);
    if (propose) return { does: 'propose', number: numbered(propose[1]) };
    for (const [pattern, does] of SETTLE) {
      const found = pattern.exec(plain);
      if (found) return { does, number: numbered(found[1]) };
    }
  }
  for (const [pattern, does] of [
    [ANSWER, 'answer'],
    [DISMISS, 'dismiss'],
  ] as const) {
    const found = pattern.exec(text);
    if (!found) continue;
    const textAt = text.slice(found[0].length).trim() === '' ? null : found[0].length;
    return { does, number: numbered(found[1]), textAt };
  }
  const suggest = SUGGEST.exec(text);
  if (suggest) return { does: 'suggest', ref: Number(suggest[1]), textAt: suggest[0].length };
  const invite = text.length <= 400 ? INVITE.exec(text) : null;
  return invite ? { does: 'invite', name: invite[1]!.trim(), at: whereabouts(invite[2]!) } : null;
}

/** "thèmes", "T3", "renommer T3 : texte", "fusionner T3 dans T1", "P-0042 dans T2"… Repetitions are counted. */
import { numberOf } from '../../../core/ids.ts';
import { bare } from '../../understand.ts';

export type ThemesCommand =
  | { readonly does: 'list'; readonly axis: string | null }
  | { readonly does: 'show' | 'why'; readonly theme: number }
  | { readonly does: 'rename'; readonly theme: number; readonly title: string }
  | { readonly does: 'merge'; readonly from: number; readonly into: number }
  | { readonly does: 'split'; readonly theme: number; readonly proposals: readonly number[] }
  | { readonly does: 'move'; readonly proposals: readonly number[]; readonly to: number | 'new' }
  | { readonly does: 'pin'; readonly proposals: readonly number[] }
  | { readonly does: 'pin'; readonly theme: number }
  /** Anew, among what was said so far. */
  | { readonly does: 'find' }
  | { readonly does: 'undo' };

const T = '(?:theme )?t ?(\\d{1,4})';
const REF = 'p ?[-‐–]? ?\\d{1,9}';
const REFS = `(${REF}(?:(?: ?[,;] ?| et | and | )${REF}){0,60})`;
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

const LIST = whole("(?:(?:les|the|voir|show) )?themes(?: (?:de |of )?(?:l'?)?(?:axe |axis )?(\\S{1,40}))?");
const FIND = whole(
  '(?:cherche[rz]?|trouve[rz]?|actualise[rz]?|refaire|recalcule[rz]?|find|refresh|update) (?:les |des |the )?themes(?: again)?',
);
const SHOW = whole(`(?:(?:voir|montrer|show) )?${T}`);
const WHY = whole(`(?:pourquoi|why) ${T} ?\\??`);
const RENAME = /^\s{0,20}(?:renommer|rename) {1,3}t ?(\d{1,4})[ \u00a0\u202f]{0,2}:\s{0,20}(?=\S)/iu;
const MERGE = whole(`(?:fusionner|reunir|merge|join) ${T} (et|avec|dans|and|with|into) ${T}`);
const SPLIT = whole(`(?:scinder|separer|split) ${T} ?: ?${REFS}`);
const MOVE = whole(`(?:(?:ranger|mettre|deplacer|put|file) )?${REFS} (?:dans|vers|en|in|into|to|under) ${T}`);
const APART = whole(
  `(?:(?:ranger|mettre|deplacer|put|file) )?${REFS} (?:dans un |in a )?(?:nouveau theme|new theme)`,
);
const PIN = whole(`(?:epingler|fixer|pin) (?:${REFS}|${T})`);
const UNDO = whole(
  '(?:annuler|annule|defaire|undo) (?:le |the )?(?:dernier |last )?(?:changement (?:de |des |du )?)?(?:themes?|theme change)',
);
const LONGEST = 800;
const LONGEST_TITLE = 200;

const numbers = (text: string): number[] => [
  ...new Set([...text.matchAll(new RegExp(REF, 'gu'))].map(([found]) => numberOf(found)!)),
];

/** null when the message is no such command. */
export function themesCommand(text: string): ThemesCommand | null {
  if (text.length > LONGEST) return null;
  const rename = RENAME.exec(text);
  if (rename) {
    const title = text.slice(rename[0].length).trim().slice(0, LONGEST_TITLE);
    return { does: 'rename', theme: Number(rename[1]), title };
  }
  const plain = bare(text);
  if (FIND.test(plain)) return { does: 'find' };
  const list = LIST.exec(plain);
  if (list) return { does: 'list', axis: list[1] ?? null };
  const show = SHOW.exec(plain);
  if (show) return { does: 'show', theme: Number(show[1]) };
  const why = WHY.exec(plain);
  if (why) return { does: 'why', theme: Number(why[1]) };
  const merged = MERGE.exec(plain);
  if (merged) {
    const [first, second] = [Number(merged[1]), Number(merged[3])];
    // "T3 dans T1" says which; "T1 et T3" keeps the first one named.
    return /dans|into/u.test(merged[2]!)
      ? { does: 'merge', from: first, into: second }
      : { does: 'merge', from: second, into: first };
  }
  const split = SPLIT.exec(plain);
  if (split) return { does: 'split', theme: Number(split[1]), proposals: numbers(split[2]!) };
  const moved = MOVE.exec(plain);
  if (moved) return { does: 'move', proposals: numbers(moved[1]!), to: Number(moved[2]) };
  const apart = APART.exec(plain);
  if (apart) return { does: 'move', proposals: numbers(apart[1]!), to: 'new' };
  const pin = PIN.exec(plain);
  if (pin)
    return pin[1] ? { does: 'pin', proposals: numbers(pin[1]) } : { does: 'pin', theme: Number(pin[2]) };
  return UNDO.test(plain) ? { does: 'undo' } : null;
}

/** "En fait non, c'est plutôt…", "je voulais dire…", "actually, I meant…": words that take back what was just said. Pure. */
import type { Lang } from '../../core/consultation/model.ts';
import { foldedInPlace } from '../understand.ts';

/** Where what they meant begins (UTF-16); `sure`: they say that it takes back what they said. */
export interface Amendment {
  readonly from: number;
  readonly sure: boolean;
  /** A place or a precision, which replaces nothing: "plutôt à Wattrelos". */
  readonly detail: boolean;
}

const ASIDE =
  'non mais|no but|ah|oh|euh|heu|hum|bah|ben|ok|oui|yes|attendez|attends|attention|mais|but|enfin|alors|bonjour|well|wait|hold on|hmm';
const SORRY =
  'pardon(?: pardon)?|excusez moi|excuse moi|desolee?|sorry|my bad|oups|oops|zut|mince|je m excuse|apologies';
const TURN =
  'en fait|au fait|finalement|au final|tout compte fait|apres reflexion|reflexion faite|a la reflexion|actually|in fact|on second thoughts?';
const RATHER =
  '(?:(?:ou|or|c est|c etait|ce serait|ce sera|it s|it is|it was|it would be|that s|make it) )?(?:plutot|rather|more like)|(?:(?:c est|c|ce serait|it s|it is|that s) )(?:surtout|mostly|mainly)(?= (?:pour|for)\\b)';
const MEND =
  'je voulais (?:plutot )?(?:dire|ecrire|parler de)(?: plutot)?|j ai voulu (?:dire|ecrire)|je parlais(?: plutot)? d(?:e(?= )|(?= ))|je (?:me )?corrige|je rectifie|je me reprends|je me suis (?:trompee?|mal exprimee?)|correction|rectification|rectificatif|(?:c est une |petite )?erreur(?: de ma part)?(?=[\\s]{0,3}[,;:.!])|my mistake|i (?:only )?meant(?: to (?:say|write))?|what i meant (?:is|was)|i was (?:talking about|thinking of)|i misspoke|scratch that|let me correct(?: that| myself)?|to correct';
/** "Non lucratif" and "no money" say no to nothing. */
const NO = `(?:non|nan|nn|no|nope)(?=[\\s]{0,3}[,;:.!…]| (?:${SORRY}|${TURN}|${RATHER}|${MEND}|attendez|wait|non|no)\\b)`;
const KINDS = { aside: ASIDE, sorry: SORRY, turn: TURN, rather: RATHER, mend: MEND, no: NO } as const;
type Kind = keyof typeof KINDS;
const PIECES = (Object.entries(KINDS) as [Kind, string][]).map(
  ([kind, words]) => [kind, new RegExp(`(?:${words})(?=[\\s,;:.!…–—-]|$)[\\s,;:.!…–—-]{0,9}`, 'uy')] as const,
);
const OPENING = /[\s"«“]{0,9}/uy;

/** Adds, thanks, or says no more. */
const NOT_A_WORD_BACK = /^(?:aussi|egalement|also|too|merci|thanks|rien|nothing|plus rien|et|and)\b/u;
const APOLOGY_FOR = /^(?:pour|du|de|d|for|about|je|j|i|i m|mais|but|si|if)\b/u;
const DETAIL =
  /^(?:(?:que |juste |just )?(?:pas (?:que|seulement|uniquement|juste)|not (?:only|just))|au|aux|dans|sur|pour|en|vers|pres de|chez|avec|sans|seulement|uniquement|surtout|in|at|for|near|around|with|without|only|mostly|especially)\b/u;
/** "A Roubaix" is a place in French, "a nursery" none in English. */
const PLACED = { fr: /^(?:à|a)\s/iu, other: /^à\s/iu } as const;
const THAT = /^(?:que|qu|that)\b/u;
/** Those are at the beginning. */
const HEAD = 160;

/** Begins as a place or a precision does. */
export const isDetail = (text: string, lang: Lang): boolean =>
  DETAIL.test(foldedInPlace(text.slice(0, HEAD)).trim()) ||
  PLACED[lang === 'fr' ? 'fr' : 'other'].test(text.trim());

/** null when the message takes nothing back. */
export function amendmentSaid(text: string, lang: Lang): Amendment | null {
  const plain = foldedInPlace(text.slice(0, HEAD));
  OPENING.lastIndex = 0;
  OPENING.exec(plain);
  let from = OPENING.lastIndex;
  const found = new Set<Kind>();
  for (let next = pieceAt(plain, from); next !== null; next = pieceAt(plain, from)) {
    found.add(next.kind);
    from = next.to;
  }
  const has = (kind: Kind) => found.has(kind);
  const rest = plain.slice(from);
  if (NOT_A_WORD_BACK.test(rest)) return null;
  const explicit = has('mend') || (has('rather') && (has('no') || has('sorry')));
  const maybe = has('rather') || has('no') || (has('sorry') && !APOLOGY_FOR.test(rest));
  if (!explicit && !maybe) return null;
  // "Non" alone is a no, not a word back.
  if (rest.trim() === '' && !has('mend')) return null;
  return { from, sure: explicit && !THAT.test(rest), detail: isDetail(text.slice(from), lang) };
}

/** The longest there, and where it ends. */
function pieceAt(plain: string, at: number): { readonly kind: Kind; readonly to: number } | null {
  let longest: { kind: Kind; to: number } | null = null;
  for (const [kind, pattern] of PIECES) {
    pattern.lastIndex = at;
    if (pattern.exec(plain) && pattern.lastIndex > (longest?.to ?? at))
      longest = { kind, to: pattern.lastIndex };
  }
  return longest;
}

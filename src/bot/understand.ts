/** What a short message says, as people write it, in French and English. Pure; knows no consultation. */
import { COURTESIES, PHRASES, type Said, spaced } from './phrases-heard.ts';

/** For comparing: NFKC, lower case, no accent, plain apostrophes, no invisible character, single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Folded letter for letter, apostrophes as spaces: places in it are those of the text. */
export const foldedInPlace = (text: string): string =>
  [...text]
    .map((one) => {
      const plain = folded(one);
      return plain.length !== one.length || plain === "'" ? ' '.repeat(one.length) : plain;
    })
    .join('');

/** Folded, without the punctuation around it: for a message that is a command or nothing. */
export const bare = (text: string): string =>
  folded(text)
    .replace(/^[\s"'«»“”.!…]+|[\s"'«»“”.!…]+$/gu, '')
    .trim();

/**
 * The whole message says one thing, in one phrase or several ("Bonjour, oui volontiers !"); null otherwise. Courtesies
 * alone say nothing. Apostrophes may be missing: "c est ca".
 */
export function said(text: string): Said | null {
  const whole = PHRASES.get(spaced(folded(text))) ?? PHRASES.get(spaced(bare(text)));
  if (whole) return whole;
  const words = folded(text)
    .split(/[\s,;:.!…"«»“”()–—']+/u)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const found = new Set<Said>();
  for (let at = 0; at < words.length; ) {
    const length = longest(words, at);
    if (length === 0) return null;
    const phrase = words.slice(at, at + length).join(' ');
    const meaning = PHRASES.get(phrase);
    if (meaning) found.add(meaning);
    at += length;
  }
  // "Oui, merci" is a yes.
  if (found.size > 1) found.delete('thanks');
  return found.size === 1 ? [...found][0]! : null;
}

const MOST_WORDS = 12;
const MOST_IN_PHRASE = 7;

/** How many words from there make a phrase or a courtesy; 0 when none do. */
function longest(words: readonly string[], at: number): number {
  for (let length = Math.min(MOST_IN_PHRASE, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    if (PHRASES.has(phrase) || COURTESIES.has(phrase)) return length;
  }
  return 0;
}

const ORDINALS = [
  ['premier', 'premiere', 'first'],
  ['deuxieme', 'second', 'seconde'],
  ['troisieme', 'third'],
];

/** `2`, `2.`, `n°2`, `la deuxième`, `A`, `la 2`… → 0-based place among `count` options; null otherwise. */
export function option(text: string, count: number): number | null {
  const found =
    /^(?:la |le |l'|the |n ?[°o] ?|option |plutot |surtout |d'abord |rather |mostly |liever |reponse )*(?:(\d{1,2})|([a-z])|(\p{L}+))[).]?(?: (?:one|plutot))?$/u.exec(
      bare(text),
    );
  if (!found) return null;
  const place = found[1]
    ? Number(found[1]) - 1
    : found[2]
      ? found[2].charCodeAt(0) - 97
      : ORDINALS.findIndex((words) => words.includes(found[3]!));
  return place >= 0 && place < count ? place : null;
}

const ABOUT_ONE =
  /^(?:(?:finalement|en fait|au fait|pour|sur|et|mais|non|oui|actually|also|about|on|for|but|so)[ ,]{1,2}){0,3}(?:(?:la|ma|my) )?p ?[-‐–]? ?0{0,9}(\d{1,9})\b(?=.{1,100}$)/u;

/** "P-0042, à revoir", "finalement P-0042 c'est pour les petites": about one proposal, by its number; null otherwise. */
export function aboutOne(text: string): number | null {
  const found = text.length < 140 ? ABOUT_ONE.exec(bare(text)) : null;
  return found ? Number(found[1]) : null;
}

const BOTH_OR_AXIS =
  /^(?:(?:tous )?(?:les (?:2|deux)(?: axes)?|both)(?:[\s,;:–—-]{0,3}(?:mais |but )?(?:plutot |rather |surtout |mostly )?(?:[a-d]|\d))?|(?:plutot |rather )?(?:l'|the )?ax(?:e|is) \S{1,12})$/u;

/** "B", "2", "les deux, plutôt A", "axe 3": picks among choices, and says nothing of one's own. */
export const picks = (text: string): boolean =>
  text.length < 60 && (option(text, 26) !== null || BOTH_OR_AXIS.test(bare(text)));

/** Yes or no to a question whose two choices are written `1. … · 2. …`; null for anything else. */
export function agrees(text: string): boolean | null {
  const word = said(text);
  if (word === 'yes' || word === 'no') return word === 'yes';
  const digit = /\d/u.test(text) ? option(text, 2) : null;
  return digit === null ? null : digit === 0;
}

const OPENING =
  /^[\s"«“]*(oui|ouais|ok|okay|d['’]accord|yes|yep|exact|non|nan|no|nope)\b[\s,;:.!–—-]*(?:(mais|but|plut[oô]t|sauf|except|en fait|actually)\b)?[\s,;:.!–—-]*/iu;

/**
 * "Oui mais pas que Roubaix…": where the rest begins (UTF-16), and whether it adds to a yes ("oui, et aussi…") rather
 * than corrects; whether a "mais" or a "pas que" turns it; null without a rest.
 */
export function answerThenRest(
  text: string,
): { yes: boolean; adds: boolean; turns: boolean; restAt: number } | null {
  const found = OPENING.exec(text);
  if (!found || found[0].length >= text.trimEnd().length) return null;
  const rest = text.slice(found[0].length);
  const yes = /^(?:oui|ouais|ok|okay|d|yes|yep|exact)/iu.test(found[1]!);
  return {
    yes,
    adds: yes && found[2] === undefined && ADDING.test(rest),
    turns: found[2] !== undefined || NOT_ONLY.test(rest),
    restAt: found[0].length,
  };
}

const NOT_ONLY = /^(?:ce n['’]est )?(?:pas (?:que|seulement|uniquement|juste)|not (?:only|just))\b/iu;

/** "Pas que Roubaix" and nothing more: which others is not said. */
export const notOnly = (text: string): boolean =>
  NOT_ONLY.test(text.trim()) &&
  !/[,;:.!?–—]\s*\S|\b(?:mais|but|aussi|also|tout|toute|all)\b/iu.test(text.trim());

const ADDING = /^(?:et|and|also|aussi|j['’]ajoute|plus)\b/iu;

const GREETS =
  /^(?:(?:re ?)?(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|bjr|bsr|slt|cc|good (?:morning|afternoon|evening))(?: (?:a (?:tous|toutes|vous)(?: et (?:a )?toutes)?|tout le monde|tous|there|all|everyone|madame|monsieur|(?:le |cher )?(?:robot|bot)|l'equipe))?)(?:[ ,!.]{1,3}(?:comment )?(?:ca va|allez-vous|vas-tu|vous allez bien|tu vas bien|how are you|how's it going))?$/u;

/** "Bonjour !", and nothing more. */
export const greets = (text: string): boolean =>
  text.length < 60 &&
  GREETS.test(bare(text.replace(/\?|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/gu, '')));

/** Nothing that can be read: empty, only emoji, only punctuation. */
export const wordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);

/** Addresses of pages, and nothing more. */
export const linkAlone = (text: string): boolean =>
  /^\s*(?:<?(?:https?:\/\/|www\.)\S+\s*){1,10}$/iu.test(text);

/** "Pour la question 1 : il manque aussi des locaux": an answer to a question asked before, or still to come. */
import { foldedInPlace } from '../understand.ts';

const LEAD =
  '(?:(?:au fait|ah|oui|euh|oups|pardon|en fait|desolee?|j ai oublie|je reviens|bonjour|et|aussi|also|oh|sorry|by the way|btw|going back|i forgot)[ ,.:!…]{1,3}){0,3}';
const TO =
  '(?:(?:pour|sur|a|en reponse a|concernant|c etait pour|retour sur|for|on|to|about|re|in answer to)[ :]{1,2}){0,2}';
const ORDINALS = [
  ['premiere', '1ere', '1re', 'first', '1st'],
  ['deuxieme', 'seconde', '2eme', '2e', 'second', '2nd'],
  ['troisieme', '3eme', '3e', 'third', '3rd'],
  ['quatrieme', '4eme', '4e', 'fourth', '4th'],
  ['cinquieme', '5eme', '5e', 'fifth', '5th'],
  ['sixieme', '6eme', '6e', 'sixth', '6th'],
];
const NAMED = `(?:(?:la |ta |votre |the |your )?(?:questions?|q)[ .]{0,2}(?:n ?[°o] ?)?(\\d{1,2})|(?:la |the )(${ORDINALS.flat().join('|')}) (?:question|q)\\b|(\\d{1,2}) ?/ ?\\d{1,2}(?= ?:))`;
const EARLIER = new RegExp(`^\\s{0,9}${LEAD}${TO}${NAMED}(?:\\s{0,3}[:,;–—-]\\s{0,9}|\\s{1,9})(?=\\S)`, 'u');

/** Which question (0-based), and where the answer to it begins (UTF-16); null when none is named first. */
export function earlierSaid(
  text: string,
  count: number,
): { readonly index: number; readonly from: number } | null {
  const found = EARLIER.exec(foldedInPlace(text.slice(0, HEAD)));
  if (!found) return null;
  const [whole, number, ordinal, place] = found;
  const index = ordinal
    ? ORDINALS.findIndex((words) => words.includes(ordinal))
    : Number(number ?? place) - 1;
  return index >= 0 && index < count ? { index, from: whole.length } : null;
}

const HEAD = 160;

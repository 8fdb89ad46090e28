/** "Ok pour la 1, la 2 c'est plutôt l'axe 3": what is said of each of several proposals by its place. Pure. */
import { foldedInPlace } from '../understand.ts';

export interface PartSaid {
  /** 0-based, among those shown. */
  readonly index: number;
  readonly says: 'right' | 'wrong' | 'withdraw' | 'words';
  /** Where what is said of it stands in the message (UTF-16). */
  readonly from: number;
  readonly to: number;
}

const ORDINALS = [
  ['1', '1ere', '1re', '1er', 'premier', 'premiere', 'first', '1st', 'one'],
  ['2', '2e', '2eme', '2nde', 'deuxieme', 'second', 'seconde', '2nd', 'two'],
  ['3', '3e', '3eme', 'troisieme', 'third', '3rd', 'three'],
  ['4', '4e', '4eme', 'quatrieme', 'fourth', '4th'],
  ['5', '5e', '5eme', 'cinquieme', 'fifth', '5th'],
];
const REF = `p ?[-‐–]? ?\\d{1,9}|\\d{1,2}|${ORDINALS.flatMap((words) => words.slice(1)).join('|')}|derniere?|last`;
const NOUN = '(?: (?:idee|proposition|one|idea|proposal))?';
const YES =
  'oui|ok|okay|d accord|yes|c est (?:ca|bon|juste)|est (?:bonne?|juste)|bonne?|is (?:right|fine|ok|good)|right|fine|good|ca va';
const WRONG =
  'non|no|nope|n est pas (?:juste|bonne?|exacte?|ca)|c est pas (?:ca|bon|juste)|ce n est pas (?:ca|bon|juste)|pas (?:ca|bonne?|juste|du tout)|est fausse|fausse?|faux|a (?:corriger|revoir|modifier)|is wrong|is not right|isn t right|wrong|not right';
const WITHDRAW =
  '(?:est )?a (?:retirer|supprimer|enlever)|retire[rz]?(?: la)?|supprime[rz]?(?: la)?|enleve[rz]?(?: la)?|remove(?: it)?|withdraw(?: it)?|drop(?: it)?|delete(?: it)?';
const CONNECT =
  '(?:c est|c etait|ce serait|ce sera|c|est|etait|it s|it is|it was|is|should be|would be|was|should read)(?= )|[:=]';
const ADVERB = '(?:plutot|en fait|surtout|rather|actually|more|mostly)';
/** "Non lucratif" says no to nothing. */
const NO = `(?:non|no|nope)(?:\\s{0,3}[,;.!]\\s{0,3}(?:mais\\s|en fait\\s)?|\\s(?=(?:${CONNECT})|${ADVERB}\\s))`;
const ONE = new RegExp(
  `(?<for>(?:ok|oui|d accord|yes|bon|fine|good) (?:pour|for|with|on) )?(?:pour |sur |for |on |as for )?(?<article>(?:la |le |l |the )?(?:numero |number |n ?[°o] ?)?)(?<ref>${REF})${NOUN}(?=[\\s,:=]{1,3}(?:${YES}|${WRONG}|${WITHDRAW}|${CONNECT}|${ADVERB})|[\\s.!]{0,3}$|,)`,
  'gu',
);
const SAID = new RegExp(
  `^[\\s,]{0,3}(?:(?<right>(?:${YES})(?=[\\s.!,;]*$))|(?<wrong>(?:${WRONG})(?=[\\s.!,;]*$))|(?<withdraw>(?:${WITHDRAW})(?=[\\s.!,;]*$))|(?:${NO})?(?:(?:${CONNECT})\\s{0,3})?(?:${ADVERB}\\s)?)`,
  'u',
);
const LEAD =
  /^[\s"«“]{0,9}(?:(?:oui|ok|okay|d accord|yes|non|no|c est (?:ca|bon)|parfait|exact|merci|thanks|right|fine|mais|but|sauf(?: que)?|except(?: that)?|par contre|en revanche|juste|en fait|actually|et|and|pardon|sorry|tout est bon|for)[\s,;:.!–—-]{1,9}){0,5}$/u;
const BETWEEN =
  /[,;.!\n](?:[\s]{1,3}(?:et|mais|par contre|en revanche|and|but))?\s{0,3}$|\s(?:et|mais|and|but)\s$/u;
const LONGEST = 400;

const REFERENCE = /^p ?[-‐–]? ?\d/u;
const ALONE = /^(?:p ?[-‐–]? ?)?\d/u;

const indexOf = (said: string, numbers: readonly number[]): number => {
  if (REFERENCE.test(said)) return numbers.indexOf(Number(/\d+/u.exec(said)![0]));
  if (/^(?:derniere?|last)$/u.test(said)) return numbers.length - 1;
  const place = ORDINALS.findIndex((words) => words.includes(said));
  return place >= numbers.length ? -1 : place;
};

/** In the order they are said; none when the message speaks of none of them by its place. */
export function partsSaid(
  text: string,
  numbers: readonly number[],
  /** Whether a number alone names one: "2 : des bureaux". */
  alone = true,
): readonly PartSaid[] {
  if (text.length > LONGEST) return [];
  const plain = foldedInPlace(text);
  const found: { index: number; at: number; end: number; agreed: boolean }[] = [];
  for (const one of plain.matchAll(ONE)) {
    const { article, ref, for: agreed } = one.groups!;
    const index = indexOf(ref!, numbers);
    const before = plain.slice(found.at(-1)?.end ?? 0, one.index);
    const begins = found.length === 0 ? LEAD.test(before) : BETWEEN.test(before) || before.trim() === '';
    // "2 postes", "un": a number alone names something only where a word of its own follows.
    const named = article!.trim() !== '' || agreed !== undefined || (alone ? ALONE : REFERENCE).test(ref!);
    if (index < 0 || !begins || !named) continue;
    found.push({ index, at: one.index, end: one.index + one[0].length, agreed: agreed !== undefined });
  }
  return found.flatMap(({ index, end, agreed }, place): PartSaid[] => {
    const until = found[place + 1]?.at ?? text.length;
    const said = plain
      .slice(end, until)
      .replace(/[\s,;.!]*(?:\b(?:et|mais|par contre|en revanche|and|but))?\s*$/u, '');
    const [lead, groups] = [SAID.exec(said)?.[0] ?? '', SAID.exec(said)?.groups];
    const to = end + said.length;
    if (agreed || groups?.right) return [{ index, says: 'right', from: end, to }];
    if (groups?.wrong) return [{ index, says: 'wrong', from: end, to }];
    if (groups?.withdraw) return [{ index, says: 'withdraw', from: end, to }];
    return said.trim() === '' ? [] : [{ index, says: 'words', from: end + lead.length, to }];
  });
}

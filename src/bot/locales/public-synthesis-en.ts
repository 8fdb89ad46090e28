/** What the bot says in English to those who ask for the synthesis that is published. Read it aloud. */
import type { PublicSynthesisPhrases } from './public-synthesis-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const publicSynthesis: PublicSynthesisPhrases = {
  notYet:
    'The synthesis is not published yet: the team reads it through and signs it after the round closes. “my proposals” shows yours.',
  here: (number, day, proposals, n) =>
    `Here is synthesis no. ${number}, signed on ${day}: ${proposals} proposal${s(n)}.`,
  disagreement: 'Disagreement:',
  moreLines: (n) => `and ${n} more line${s(n)}`,
  whole: 'The whole synthesis is in the file below; “synthesis in pdf” for one to print.',
  yours: 'Yours are cited here:',
  cited: (lines, n) => `line${s(n)} ${lines}`,
  unclassified: 'among those that are not classified',
  more: (n) => `And ${n} more.`,
};

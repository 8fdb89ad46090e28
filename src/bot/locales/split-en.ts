/** One proposal becomes several, in English. */
import type { SplitPhrases } from './split-fr.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six'];

export const split: SplitPhrases = {
  ask: (ref, n) => `In ${ref} the team reads ${NUMBERS[n] ?? n} ideas, in your words:`,
  how: (ref) => `Where should it be cut? “split ${ref}: first idea / second idea”, in its own words.`,
  question: 'Shall we take them apart, so that each gets its own reply?',
  choices: ['Take apart', 'Keep together'],
  asked: (ref, n) =>
    `The author of ${ref} has been asked: ${n} parts, and nothing changes before they answer.`,
  done: (ref) => `${ref} becomes several proposals, each will get its reply:`,
  undo: (ref) => `“rejoin ${ref}” undoes it.`,
  keptWhole: (ref) => `Fine, ${ref} stays in one piece.`,
  rejoined: (ref, parts) =>
    `${ref} is in one piece again${parts === '' ? '' : ` (${parts} ${parts.includes(' ') ? 'go' : 'goes'} back into it)`}.`,
};

/** What is said in English when people read again how they were understood. Read it aloud. */
import type { ReviewPhrases } from './review-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');
const people = (n: number): string => `${n} ${n === 1 ? 'person' : 'people'}`;

export const review: ReviewPhrases = {
  ask: (name, title) =>
    `${name ? `Hello ${name}. ` : ''}Before the team replies, a quick look: this is how I read your answers (${title}).`,
  cited: (lines) => `, cited in ${lines} of the draft synthesis`,
  question: 'Did I understand you right?',
  choices: ['That’s right', 'Correct it', 'Withdraw'],
  confirmed: 'Thank you for reading it again: noted.',
  whichCorrect: (refs) => `Which one should I correct: ${refs}?`,
  whichWithdraw: (refs) => `Which one should I withdraw: ${refs}?`,
  correctVerb: 'correct',
  withdrawVerb: 'withdraw',
  fix: (ref) =>
    `Tell me what is wrong with how I read ${ref}: the axis (“axis 3”), or what you meant to say.`,
  passedOn: (ref) => `Thank you. What you say about ${ref} goes to the team before anybody replies.`,
  nothingLeft: 'There is nothing left to read again, thank you.',
  tooLate: 'The replies have already gone out: I’m passing this on to the team.',

  preview: (key, n) => `“${key}”: ${people(n)} to ask whether they were understood, at a working hour.`,
  previewed: 'Shall I ask them?',
  started: (n) => `On its way: ${n} message${s(n)}, each at its hour. “review” to follow.`,
  notStarted: 'Nothing was sent.',
  progress: (p) =>
    `“${p.round}”, were people understood? ${p.reached} of ${people(p.asked)} got the question; ${p.confirmed + p.mended} “that’s right”${p.mended > 0 ? ` (${p.mended} of them after a correction)` : ''}, ${p.corrected} correction${s(p.corrected)}, ${p.withdrawn} withdrawal${s(p.withdrawn)}, ${p.silent} without an answer.`,
};

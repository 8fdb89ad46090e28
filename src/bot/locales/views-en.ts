/** Statements put to partners, and how they are seen, in English. Read it aloud. */
import type { ViewsPhrases } from './views-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const views: ViewsPhrases = {
  choices: { agree: 'I agree', reserve: 'With reservations', object: 'I object' },
  names: { agree: 'you agree', reserve: 'with reservations', object: 'you object' },
  which: '“agree”, “with reservations” or “I object”?',
  kept: 'I’ll keep your words.',
  noted: (view) => `Noted: ${view}.`,
  notedWhy: (view, ref) => `Noted: ${view}, and your reason is ${ref}: it will get an answer.`,
  reasonGone: (ref) => `${ref}, your reason of before, is withdrawn.`,
  why: {
    reserve: 'Which one, in a few words? “pass” to leave it at that.',
    object: 'For what reason, in a few words? “pass” to leave it at that.',
  },
  yours: 'Your views:',
  own: (statement, view, reason) => `${statement} – ${view}${reason === null ? '' : ` (${reason})`}`,
  none: 'no view yet',
  changeHow: '“my views” shows them; “view 2: agree” changes one, until the close.',
  closed: 'It’s closed: views no longer change. One more idea? Write it here, the team will read it.',
  noSuch: (n) => `There ${n === 1 ? 'is' : 'are'} ${n} statement${s(n)}: “my views” shows them.`,
  head: (title, answered, invited) => `“${title}”: ${answered} of ${invited} people gave their views.`,
  row: (agree, reserve, object) => `${agree} agree, ${reserve} with reservations, ${object} object`,
  reasons: (refs) => `Reasons: ${refs}.`,
  how: 'These figures are exact, for the team alone. “P-0042” shows a reason.',
};

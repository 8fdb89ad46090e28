/** The mid-term round, in English. Read it aloud. */
import type { MidtermPhrases } from './midterm-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const midterm: MidtermPhrases = {
  button: 'Prepare the mid-term',
  command: 'prepare the mid-term',
  next: '“prepare the mid-term” asks partners what should change in it.',
  title: (year) => `The plan at mid-term, ${year}`,
  openTo:
    'What to change in the actions that move slower than expected: amend them, strengthen them, add or drop some.',
  decided: (version) => `The axes and objectives of the plan (version ${version}) stay as they were adopted.`,
  standing: (day) => `Where the plan stands, on ${day}`,
  quoted: (title) => `“${title}”`,
  behind: (titles) => `Moving slower than expected: ${titles}.`,
  question: (title, level) =>
    level === 'missed'
      ? `“${title}” has missed its target. What would you change in it?`
      : `“${title}” is moving slower than expected. What would you change in it?`,
  last: 'And in the rest of the plan, what would you change or add?',
  nothing: 'No action is off track: there is nothing to ask at mid-term. “open” writes any other round.',
  measureFirst: (n) =>
    `${n} indicator${s(n)} ${n === 1 ? 'is' : 'are'} waiting for a measure: “alerts” shows ${n === 1 ? 'it' : 'them'}.`,
  prepared: (n) =>
    `I’ve prepared the mid-term: ${n === 1 ? 'a question on the action that moves' : `${n} questions, one for each action that moves`} slower than expected, and an open one. Nothing has been sent.`,
  left: (n, most) =>
    `${n} more action${s(n)} ${n === 1 ? 'is' : 'are'} off track: “add question action KEY: text” asks about one (${most} questions at most).`,
  unmeasured: (n) =>
    `${n} indicator${s(n)} ${n === 1 ? 'is' : 'are'} waiting for a measure: I ask nothing about ${n === 1 ? 'it' : 'them'}.`,
  already: 'The mid-term is being prepared already, here it is. “drop the draft” starts afresh.',
  byAnother: (name) =>
    `${name ?? 'Somebody in the team'} is preparing the mid-term already: see together what it asks.`,
  draftInTheWay:
    'You have another round in preparation, and I only keep one. “resume the draft” shows it, “drop the draft” gives it up; then “prepare the mid-term”.',
  open: (title, until, key) =>
    `“${title}” is open until ${until}: “status” says how it goes, “close ${key}” ends it.`,
  asked: (title) => `answers the question on “${title}”`,
  fromRound: (n) =>
    n === 1
      ? 'One proposal answers the question on this action:'
      : `${n} proposals answer the question on this action:`,
};

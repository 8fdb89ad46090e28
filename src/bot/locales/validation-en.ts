/** A validation put together in chat, in English. Read it aloud. */
import type { ValidationPhrases } from './validation-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const validation: ValidationPhrases = {
  title: { objectives: 'Agreeing on the objectives', synthesis: 'Agreeing on the synthesis' },
  open: 'The wording of each statement: a reservation or an objection, with its reason, will be discussed.',
  decided: {
    objectives: 'How many axes there are, and the calendar of the plan.',
    synthesis: 'What was said: each line cites its proposals.',
  },
  prepared: (n) =>
    `I’ve prepared the validation: ${n} statement${s(n)}, to each of which people answer “agree”, “with reservations” or “I object”. Nothing has been sent.`,
  left: (n) => `${n} more ${n === 1 ? 'doesn’t' : 'don’t'} fit in: “drop question 2” makes room.`,
  already: 'The validation is being prepared already, here it is. “drop the draft” starts afresh.',
  draftInTheWay:
    'You have another round in preparation, and I only keep one. “resume the draft” shows it, “drop the draft” gives it up; then “prepare the validation of the objectives”.',
  nothing: 'There is nothing to agree on yet.',
};

import type { Consultation, Rules } from '../consultation/model.ts';

/** The consultation's rules of reminders, with the days this round chose for itself. */
export function remindersIn(
  { rules, rounds }: Pick<Consultation, 'rules' | 'rounds'>,
  key: string,
): Rules['reminders'] {
  const own = rounds.find((round) => round.key === key)?.reminders;
  return own ? { ...rules.reminders, ...own } : rules.reminders;
}

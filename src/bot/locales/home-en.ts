/** What is found when one looks at the bot rather than talks to it, in English. */
import type { HomePhrases } from './home-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const home: HomePhrases = {
  nothing: 'Nothing is open for you at the moment: I’ll write to you when a round opens.',
  toBegin: (prompts, minutes, until) =>
    `${prompts} question${s(prompts)}, about ${minutes} minute${s(minutes)}, until ${until}.`,
  at: (position, total, until) => `You are at question ${position} of ${total}. Until ${until}.`,
  done: (until) => `You have answered everything, thank you. You can change it until ${until}.`,
  yours: 'Your proposals',
  more: (n) => `And ${n} more: “my proposals”.`,
  noRound: 'No round is open yet.',
  run: 'Your rounds',
  round: (title, state, heard, invited) =>
    `${title}: ${state}. ${heard} of ${invited} invited ${invited === 1 ? 'person has' : 'people have'} answered.`,
  stranger:
    'Hello. I don’t know you yet: ask those who run the consultation to invite you, and your rounds will appear here.',
};

/** What the bot says in letters only, in English. */
import type { Letters } from './letters-fr.ts';

export const letters: Letters = {
  recapHello: (name, title) =>
    `${name ? `Hello ${name}. ` : ''}Thank you! Here is what we noted of your answers (${title}):`,
  recapLeft: (n, until) =>
    n === 1
      ? `One question is left, should you wish to come back to it: your page keeps it until ${until}.`
      : `${n} questions are left, should you wish to come back to them: your page keeps them until ${until}.`,
  recapChange: (ref, until) =>
    `Is something not right? On your page, until ${until}: “correct ${ref}” rewrites that idea, “withdraw ${ref}” takes it back, “my proposals” shows them all.`,
  recapClosed: 'The round is closed. Is something not right? Say so on your page, the team will read you.',
  recapNext: 'Every idea will get a reasoned answer.',
};

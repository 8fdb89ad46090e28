/** What the bot says in letters only, in English. */
import type { Letters } from './letters-fr.ts';

export const letters: Letters = {
  untold: (n) =>
    `${n} ${n === 1 ? 'person has' : 'people have'} only the page, and no e-mail will tell them: give them their personal link.`,
  untoldMark: 'no e-mail',
  refused: (n) =>
    n > 1
      ? `${n} people could not be reached: their chat or mailbox refused the message.`
      : 'One person could not be reached: their chat or mailbox refused the message.',
  refusedName: (name, organisation, by) =>
    `${name}, ${organisation} (${by.map((way) => (way === 'mail' ? 'e-mail' : 'chat')).join(' and ')})`,
  refusedHow: (name) =>
    `Check the address, and correct it by importing the partners’ file again. If somebody else speaks for the organisation: “replace ${name} by First Last, platform:identifier”. If an answer comes by phone: “for ${name} (phone): …”.`,
  ofRound: (waiting, failed) =>
    `E-mails of this round: ${[
      ...(waiting > 0 ? [`${waiting} waiting to leave`] : []),
      ...(failed > 0 ? [`${failed} refused by the mail service`] : []),
    ].join(', ')}.`,
  recapHello: (name, title) =>
    `${name ? `Hello ${name}. ` : ''}Thank you! Here is what we noted of your answers (${title}):`,
  recapLeft: (n, until) =>
    n === 1
      ? `One question is left, should you wish to come back to it: your page keeps it until ${until}.`
      : `${n} questions are left, should you wish to come back to them: your page keeps them until ${until}.`,
  recapChange: (ref, until) =>
    `Is something not right? On your page, until ${until}: “correct ${ref}” rewrites that idea, “withdraw ${ref}” takes it back, “my proposals” shows them all.`,
  recapClosed: 'The round is closed. Is something not right? Say so on your page, and the team will read it.',
  recapNext: 'Every idea will get a reasoned reply.',
};

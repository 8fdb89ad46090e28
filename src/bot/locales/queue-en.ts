/** The queue of doubts, in English. Read it aloud. */
import type { QueuePhrases } from './queue-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

const WORDS =
  '“reply: text” answers them, “proposal” makes it a proposal of theirs (they are told and may withdraw it), “dismiss” or “dismiss: reason” if there is nothing to do.';
const ACTIONS: Readonly<Record<string, string>> = {
  axis: 'Answer “A”, “B”, “both, rather B” or “axis 3”.',
  late: '“accept”: it counts; “set aside”: it will get a reasoned reply.',
  near: '“merge” asks its author; “dismiss” if these are two ideas.',
  'near-unshown':
    'The words of one can’t be shown to the author of the other, so they can’t be merged here. “dismiss” once you have seen it.',
  question: WORDS,
  'not-understood': WORDS,
  correction: `“correct P-0042: text” suggests a new version to its author; ${WORDS}`,
  referral:
    '“invite First Last, platform:identifier” (or an e-mail) invites them in the same organisation; “reply: text” asks for more; otherwise “dismiss”.',
  visitor:
    '“invite First Last, address@e-mail” gives them a link of their own, in the same organisation; “replace” if they take over; otherwise “dismiss”: what they wrote is then erased.',
  succession: '“replace” hands over to them; otherwise “reply: text” or “dismiss”.',
  former: '“reply: text” or “dismiss”.',
  voice: WORDS,
  'moderation-answer': '“reply: text”, “publish P-0042: reason” or “dismiss”.',
  guest:
    '“add First Last, Organisation, type, guest:1” registers them, and their words count; “dismiss” otherwise.',
  newcomer:
    '“add First Last, Organisation, type, newcomer:code” registers and invites them; “dismiss” otherwise.',
  grouping: '“P-0042 in G2”, “P-0042 apart”, or “dismiss” if it is in its place.',
  regrouped: '“P-0042 in G2” finds it another group; “dismiss” if it stays apart.',
  'alone-again': '“move”, “merge P-0042 into P-0007”, or “dismiss” if it stands on its own.',
};

export const queue: QueuePhrases = {
  how: '“doubt 1” shows it whole and says what to answer; “next” goes on to the one after.',
  inAnswerTo: 'In answer to:',
  hesitates: (axes, sure, needed) =>
    `The machine hesitates between ${axes.map((one, index) => `${'AB'[index]}) ${one}`).join(' and ')}${sure === null ? '' : `: ${sure}% sure of the first, and it takes ${needed}% to decide alone`}.`,
  actions: (kind) => ACTIONS[kind] ?? '“reply: text” or “dismiss”.',
  goOn: '“next”, “previous”.',
  left: (n) => (n === 0 ? 'Nothing is waiting for you.' : `${n} thing${s(n)} left.`),
  whichOne: 'Say which one, for instance “doubt 1”; “doubts” shows them.',
  noSuch: (n) => (n === 0 ? 'Nothing is waiting for you.' : `There are only ${n}. “doubts” shows them.`),
  settledAlready: (n) => `Number ${n} is settled already. “next”, or “doubts” for the list.`,
  last: 'That was the last one. “doubts” shows what is left.',
  first: 'This is the first one.',
  whatAnswer: 'What should I answer? Your next message will be sent as it is; “cancel” otherwise.',
  isAnswer: (name) => `Is that your reply${name ? ` to ${name}` : ''}?`,
  sendAnswer: 'Send it',
  dontSend: 'No',
  notAnswered: 'Nothing is sent.',
  answered: (name) => `Sent${name ? ` to ${name}` : ''}.`,
  dismissed: 'Dismissed.',
  notForThis: (how) => `Not for this one. ${how}`,
  proposed: (refs, name) => `${refs}, in the name of ${name}.`,
  told: (name, said) =>
    `${name ? `Hello ${name}. ` : ''}The team has an answer for you${said ? '. You had written:' : '.'}`,
  toldAnswer: 'Their answer:',
  suggested: (ref) => `I’m putting it to the author of ${ref}, who will confirm or not.`,
  suggestion: (name, ref) =>
    `${name ? `Hello ${name}. ` : ''}From what you told us, the team suggests putting ${ref} like this:`,
  suggestionInstead: 'instead of:',
  suggestionQuestion: 'Shall I replace it?',
  suggestionChoices: { yes: 'Replace it', no: 'Keep mine' },
  suggestionKept: (ref) => `${ref} stays as you had written it.`,
};

/** What follows a synthesis, in English: answers to many, what is owed, disputes. */
import type { FollowUp } from './follow-up-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');
const days = (n: number): string => `${n} day${s(n)}`;
const replies = (n: number): string => `${n} repl${n === 1 ? 'y' : 'ies'}`;
const people = (n: number): string => `${n} ${n === 1 ? 'person' : 'people'}`;
const left = (n: number): string =>
  n < 0 ? `${days(-n)} late` : n === 0 ? 'today' : n === 1 ? 'tomorrow' : `in ${days(n)}`;

export const followUp: FollowUp = {
  together: (n, from, status, body, day) =>
    `${n} proposal${s(n)} without a reply, from ${people(from)}: ${status} (${body}, ${day}).`,
  andAlso: (refs) => `And ${refs}.`,
  except: (refs) => `Except ${refs}.`,
  answeredAlready: (refs) => `Answered already, left as they are: ${refs}.`,
  willRead: 'Each person reads their own words first, then this reason. For example:',
  recordNow: 'Shall I record it?',
  record: 'Record',
  stillPrepared: (n) =>
    `${n > 1 ? `The ${n} replies you prepared are` : 'The reply you prepared is'} not recorded yet: shall I record ${n > 1 ? 'them' : 'it'}?`,
  prepared: (n) =>
    `(${n > 1 ? `The ${n} replies you prepared wait` : 'The reply you prepared waits'}: “record” goes back to ${n > 1 ? 'them' : 'it'}.)`,
  nothingPrepared: 'No reply waits to be recorded.',
  notRecorded: 'Nothing was recorded.',
  recorded: (n, status) => `Noted: ${replies(n)}, ${status}. “debt” shows what is left.`,
  correctHow: (ref) => `Write the right reply: “correct reply ${ref} adopted in part: reason”.`,
  correctedDecision: (ref, before, after) =>
    before === after ? `${ref}: still ${after}, with this reason.` : `${ref}: ${after} instead of ${before}.`,
  awaits: (body) => `Still to be confirmed by ${body}.`,
  toldBefore: 'The person had read the former reply: “give back” will send only what changed.',

  nothingOwed: 'Every contribution has its reply.',
  owed: (n, oldest) =>
    `${n} contribution${s(n)} still ${n === 1 ? 'waits' : 'wait'} for a reply, ${oldest > 0 ? `the oldest for ${days(oldest)}` : 'since today'}:`,
  owedBy: (body, n, refs, more) => `${body}, ${n}: ${refs}${more > 0 ? ` and ${more} more` : ''}`,
  adjustmentsOwed: (n) =>
    `${n} adjustment${s(n)} of the plan still ${n === 1 ? 'waits' : 'wait'} for a body:`,
  disputeOwed: (number, reader, due, n) =>
    `dispute ${number}, ${reader ?? 'no second reader'}: reply promised by ${due}, ${left(n)}`,
  closedOn: (day) => `Closed on ${day}.`,
  restitutionDue: (day, n) => `Replies due back to people by ${day} (${left(n)}).`,
  decisionsDue: (day, n) => `Decisions due by ${day} (${left(n)}).`,

  again: (n) => `${people(n)} had theirs already: only what changed is sent.`,
  unreachable: (n, names, more) =>
    `${people(n)} to be told some other way (no address, or no more messages): ${names}${more > 0 ? ` and ${more} more` : ''}.`,
  restitutionFor: (name, n, reachable) =>
    `${name}: ${n === 0 ? 'no reply is ready' : replies(n)}${reachable ? '.' : ', but I can’t write to them.'}`,
  awaited: (refs) => `Without a decided reply: ${refs}.`,
  answersChanged: (name, title) =>
    `${name ? `Hello ${name}. ` : ''}There is news about your proposals since our last message (${title}).`,
  disputeOffer: (ref) => `If a reply isn’t right: “dispute ${ref}”, and somebody else will read it again.`,
  disputeWord: 'dispute',
  disputeChoice: 'Dispute a reply',

  whatIsWrong: (ref) => `What is wrong with the reply to ${ref}?`,
  whichAnswer: (refs) => `Which reply do you mean: ${refs}?`,
  isItDisputed: (ref) =>
    `Would you like to dispute the reply to ${ref}? Somebody who had no part in it will read it again.`,
  disputeChoices: { yes: 'Dispute it', no: 'No' },
  notDisputed: (kept) =>
    kept ? 'Understood. The team will read your message.' : 'Understood, nothing is disputed.',
  disputeTaken: (ref, due) =>
    `Noted. Somebody who had no part in the decision on ${ref} will read it again; you will have a reasoned reply by ${due}.`,
  disputeAdded: (ref, due) => `I’ve added this to your dispute of ${ref}; the reply will come by ${due}.`,
  upheld: (name, ref, status) =>
    `${name ? `Hello ${name}. ` : ''}You disputed the reply to ${ref}. Somebody who had no part in the decision has read it again: it stands (${status}).`,
  changed: (name, ref, status) =>
    `${name ? `Hello ${name}. ` : ''}You disputed the reply to ${ref}. Somebody who had no part in the decision has read it again: it changes (${status}).`,
  changedAwaits: (body) =>
    `It is still to be confirmed by ${body}. You will be told; until then the first reply stands.`,

  toRead: (number, ref, due) =>
    `Dispute no. ${number} is yours to read, reply promised by ${due}. On ${ref}:`,
  nobodyToRead: (number, ref, due) =>
    `Dispute no. ${number}, reply promised by ${due}: the whole team had a part in the decision. Somebody else has to join it (“npx tour people add NAME --role staff”), then say “take dispute ${number}”. On ${ref}:`,
  toReadHow: (number) => `“dispute ${number}” shows it in full.`,
  readerReminder: (number, ref, due, late) =>
    late
      ? `Dispute no. ${number} (${ref}): the reply was promised by ${due} and hasn’t been sent. “dispute ${number}”`
      : `Dispute no. ${number} (${ref}): reply promised by ${due}. “dispute ${number}”`,
  noDisputes: 'No dispute under way.',
  disputes: (n) => `${n} dispute${s(n)} under way:`,
  disputeHead: (number, ref) => `no. ${number}, ${ref}:`,
  readBy: (reader, due, late) =>
    `(${reader ? `read by ${reader}` : 'no second reader'}, reply ${late ? 'late, promised by' : 'by'} ${due})`,
  disputesHow: (number) => `“dispute ${number}” shows it.`,
  disputeTitle: (number, ref, name, organisation) =>
    `Dispute no. ${number}, ${ref}${name ? `, ${name}` : ''}${organisation ? ` (${organisation})` : ''}`,
  givenAnswer: (status, body, day) => `The reply: ${status} (${body}, ${day}).`,
  theySaid: 'What is disputed:',
  disputeHow: (number) =>
    `“answer dispute ${number}: upheld: reason”, or “answer dispute ${number}: changed, adopted in part: reason”.`,
  disputeTake: (number) => `“take dispute ${number}” to read it in their place.`,
  disputeOwn: 'You had a part in this decision: somebody else replies.',
  disputeDone: 'The reply has been given.',
  disputeAnswered: (number, told) =>
    `Dispute no. ${number}: the reply ${told ? 'is on its way' : 'is recorded, but I can’t write to them'}.`,
};

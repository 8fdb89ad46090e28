/** What the bot says in English. Read it aloud. */

import { STATUS_WORDS } from '../../core/decision/status-words.ts';
import { adjust } from './adjust-en.ts';
import { alert } from './alert-en.ts';
import { amend } from './amend-en.ts';
import { attachments } from './attachments-en.ts';
import { committee } from './committee-en.ts';
import { digest } from './digest-en.ts';
import { documents } from './documents-en.ts';
import { facilitation } from './facilitation-en.ts';
import { followUp } from './follow-up-en.ts';
import { forms } from './forms-en.ts';
import type { Phrases } from './fr.ts';
import { gate } from './gate-en.ts';
import { home } from './home-en.ts';
import { letters } from './letters-en.ts';
import { measure } from './measure-en.ts';
import { menu } from './menu-en.ts';
import { midterm } from './midterm-en.ts';
import { newcomer } from './newcomer-en.ts';
import { opening } from './opening-en.ts';
import { orientation } from './orientation-en.ts';
import { others } from './others-en.ts';
import { personal } from './personal-en.ts';
import { plan } from './plan-en.ts';
import { proofreading } from './proofreading-en.ts';
import { publicSynthesis } from './public-synthesis-en.ts';
import { queue } from './queue-en.ts';
import { quoting } from './quoting-en.ts';
import { rating } from './rating-en.ts';
import { refusals } from './refusals-en.ts';
import { report } from './report-en.ts';
import { review } from './review-en.ts';
import { smallTalk } from './small-talk-en.ts';
import { split } from './split-en.ts';
import { table } from './table-en.ts';
import { teamHelp } from './team-help-en.ts';
import { themes } from './themes-en.ts';
import { undo } from './undo-en.ts';
import { validation } from './validation-en.ts';
import { views } from './views-en.ts';
import { voices } from './voices-en.ts';
import { why } from './why-en.ts';
import { workshop } from './workshop-en.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const count = (n: number): string => NUMBERS[n] ?? String(n);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const s = (n: number): string => (n === 1 ? '' : 's');
const persons = (n: number): string => (n === 1 ? 'person' : 'people');

export const en: Phrases = {
  lang: 'en',
  count,
  date: (at, zone) =>
    new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: zone,
    }).format(at),
  day: (iso) =>
    new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(Date.parse(`${iso}T00:00:00Z`)),
  erased: '[erased]',
  marks: { opening: '“', closing: '”' },
  labelled: (label, text) => `${label}: ${text}`,
  listed: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  either: (items) =>
    items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`,
  to: 'to',
  attribution: {
    name: 'by your name and your organisation',
    organisation: 'by your organisation’s name',
    college: 'by your type of organisation, without naming it',
    none: 'never: your idea counts, your words are not published',
  },
  attributionWords: { name: 'by name', organisation: 'by organisation', college: 'by type', none: 'never' },
  kinds: {
    'new-action': 'new action',
    change: 'change',
    project: 'project',
    need: 'need',
    objection: 'objection',
    question: 'question',
  },
  statuses: STATUS_WORDS.en,
  states: {
    submitted: 'in progress',
    merged: 'joined to another',
    withdrawn: 'withdrawn',
    moderated: 'not published',
    split: 'taken apart',
    erased: 'erased',
  },
  axis: (key, label) => (/^\d/u.test(key) ? `axis ${key}, ${label}` : label),
  crossReference: (key) => `see also axis ${key}`,

  invitation: {
    hello: (name) => `${name ? `Hello ${name}` : 'Hello'}, I am the bot of this consultation.`,
    forAll: (organisations) => `You speak for ${organisations} here: I will ask you in whose name.`,
    open: 'Still open:',
    decided: 'Already decided:',
    background: 'If you would like the background:',
    terms: (prompts, minutes, until) =>
      `${capital(count(prompts))} question${s(prompts)}, about ${count(minutes)} minute${s(minutes)}, until ${until}; “pass” skips one that isn’t for you.`,
    quoted: (how) => `You will be quoted ${how} (“quote me” to change that).`,
    neverQuoted: 'Your words won’t be published (“quote me” to change that).',
    begin: 'Shall we start?',
    choices: { yes: 'Start', later: 'Later', notMe: 'Not me' },
  },
  later: (until) => `Of course. Write “start” whenever it suits you, until ${until}.`,
  notMe:
    'Thank you for telling us. I won’t write to you again about this round. Who should we ask instead? A name is enough, or “pass”.',
  referred: 'Thank you, the team will take it from here.',
  referredToo: 'Thank you, I am passing that name on to the team. Do carry on whenever you like.',
  keptUntilStart: 'I have kept your message. For it to count I need your go-ahead: shall we start?',
  linksHanded: (n: number): string => `The team will read the link${s(n)} you sent.`,
  wordsHanded: 'The team will also read what you wrote first.',
  tooManyBefore: (n) =>
    `I am keeping ${n} messages of yours already, but not this one yet: once we have started, please send it again. Shall we start?`,
  consentAgain: 'To go on I need your agreement: shall we start?',
  thanksForThat: 'Thank you.',
  promptAt: (position, total, text) => (total > 1 ? `${position}/${total}: ${text}` : text),
  started: 'Thank you!',
  passed: 'No problem.',

  noted: 'Noted',
  corrected: 'Corrected.',
  severalIdeas: (n) => `Thank you. I read ${count(n)} idea${s(n)} in this:`,
  isThatRight: 'Is that right?',
  rightChoices: { yes: 'That’s right', no: 'Correct it', withdraw: 'Withdraw' },
  hesitate: (ref, a, b) => `I’m not sure where ${ref} belongs: A) ${a}, or B) ${b}?`,
  bothChoice: 'Both',
  axisSettled: (ref, key) => `${ref}: axis ${key}, noted.`,
  axisBoth: (ref, key, other) => `${ref}: axis ${key}, with a pointer to axis ${other}.`,
  placeSettled: (ref, places) => `${ref}: ${places}, noted.`,
  doubtKept: 'I’ll leave the axis for the team to settle.',
  finished: (until) =>
    `That’s everything, thank you! Until ${until} you can change anything: write “my proposals”. Every idea will get a reasoned reply.`,
  nothingLeft: (until) =>
    `You have answered everything, thank you. To reread or change anything until ${until}: “my proposals”.`,
  late: (closed, refs) =>
    `This round closed on ${closed}. I’m keeping ${refs}, marked late; the team will say whether it can still be taken into account, and you will get a reply.`,
  afterClose: (closed) =>
    `This round closed on ${closed}. One more idea? Write it: I’ll keep it, marked late, and the team will say whether it can still be taken into account.`,
  lateChange: (closed, refs) =>
    `This round closed on ${closed}, so ${refs} can’t be changed here any more. I’m passing your change on to the team.`,
  whichOne: (refs) => `Which one should I correct: ${refs}?`,
  rewrite: (ref) => `How would you put ${ref}? Your next message replaces it; “no” leaves it.`,
  correctionKept: 'Thank you, I’m passing that on to the team with your proposal.',
  early: 'You wrote this before my question came: I’m adding it to your previous answer.',
  second: (ref) => `Does this correct ${ref}, or is it your answer to the question I have just asked?`,
  secondChoices: (ref) => [`It corrects ${ref}`, 'My answer'],
  oneMore: 'I’m adding this to your answers; “undo” if it wasn’t one.',
  addIt: 'I’m not sure I follow. Is this a proposal to add?',
  addChoices: { yes: 'Add it', no: 'No' },
  notAdded: 'Understood, I won’t add it.',
  noLongerOpen: 'That question is no longer open: nothing has changed. “help” says what you can do.',
  questionKept: 'Good question: I’m passing it on to the team, who will answer you.',
  askedAgain: (prompt) => `And you, in your own words: ${prompt}`,
  aboutOne: (ref) =>
    `I’m passing what you say about ${ref} on to the team. To change it yourself: “correct ${ref}: text”, “withdraw ${ref}”.`,
  backTo: (question) => `Back to question ${question}.`,
  nothingToPick: 'I wasn’t offering a choice here.',
  wordless: 'Got it, but words are all I can read: two will do, or “pass”.',
  puzzled:
    'No problem: answer as it comes, even in two words, or “pass”. A question for the team can be asked here too.',
  linkAlone:
    'Thank you for the link: I can’t open it, the team will read it. Tell me the gist of it in two words.',
  unclear: 'I can’t find an idea in it yet: say it in a few words.',

  yours: 'Your proposals:',
  noneYet: 'You haven’t made a proposal yet.',
  yoursHow: (ref) => `“${ref}” shows it, “edit ${ref}” rewrites it, “withdraw ${ref}” withdraws it.`,
  version: (n) => `version ${n}`,
  revised: (ref) => `${ref} is up to date.`,
  edited: (refs, several) => `I’ve taken in your edit: ${refs} ${several ? 'are' : 'is'} up to date.`,
  alsoAdded: (refs) => `I also read ${refs} in it.`,
  withdrawn: (refs, several) => `${refs} ${several ? 'are' : 'is'} withdrawn.`,
  restoreHow: (ref) => `To bring it back: “restore ${ref}”.`,
  restored: (ref) => `${ref} is back.`,
  quotedHow: (how) => `You are quoted ${how}.`,
  attributionSet: (how) => `Noted: you will be quoted ${how}.`,
  attributionNever: 'Noted: your ideas count, your words won’t be published.',
  stopped:
    'Understood, I won’t write to you any more. “resume” if you change your mind; your proposals stay and count.',
  resumed: 'Good to have you back.',
  personal,
  letters,
  others,
  smallTalk,
  amend,
  publicSynthesis,
  review,
  help: [
    'Answer in your own words; a list makes several proposals.',
    '“pass”: next question · “my proposals”: reread and correct · “withdraw P-0042” · “quote me”: how you are quoted · “my data” · “erase” · “stop”: no more messages.',
  ],
  whichConsultation:
    'Several consultations are waiting for you. Which one is this about? (“consultations” to switch later.)',
  roundCancelled: (title) =>
    `The round “${title}” is cancelled. Your messages are kept; thank you for the time you gave it.`,
  keptForTeam:
    'Nothing is waiting for your answer at the moment. I’m keeping your message, and the team will read it.',
  nothingOpen: 'Nothing is waiting for your answer at the moment. “my proposals” shows yours.',
  apology:
    'Something went wrong at our end: I couldn’t deal with your message, but it is safe and the team has been told.',

  halted: (platform: string, workspace: string): [string, string] => [
    `I can no longer get into the workspace “${workspace}” (${platform}): my authorisation was withdrawn there. I neither read nor write anything in it any more; what I have to say there waits, nothing is lost, and everything goes on elsewhere.`,
    'For whoever runs this bot: reinstall the app in that workspace, put the new token in its settings and start it again. I will then send what was waiting, once.',
  ],
  mergeAsk: (mine, other) => `${mine}, which is yours, and ${other} seem to say the same thing:`,
  mergeQuestion: (other) =>
    `Would you like to join yours to ${other}? You would support ${other}, and its reply would be yours too.`,
  mergeChoices: { yes: 'Join them', no: 'Keep apart' },
  merged: (mine, other) => `${mine} is now joined to ${other}. Thank you!`,
  keptApart: (mine) => `${mine} stays on its own.`,

  restitution: {
    hello: (name, title) =>
      `${name ? `Hello ${name}. ` : ''}Here is what has become of your proposals (${title}).`,
    answer: (ref, status) => `(${ref}): ${status}. Reason:`,
    merged: (ref, into, status) => `(${ref}, joined to ${into}): ${status}. Reason:`,
    otherLanguage: 'The reasons are given in the language of the consultation.',
    decided: (body, day) => `(${body}, ${day})`,
    decidedAll: (body, day) => `Who answers: ${body}, on ${day}.`,
    thanks:
      'Thank you for taking the time. If a reply leaves you wondering, write to me: the team will read it.',
  },

  orientation,
  plan,
  adjust,
  measure,
  alert,
  committee,
  why,
  teamHelp,

  team: {
    yes: 'yes',
    no: 'no',
    send: 'Send now',
    cancel: 'Cancel',
    rounds: 'The rounds:',
    notOpened: 'not opened yet',
    roundState: (state, until) =>
      ({ open: `open until ${until}`, closed: 'closed', cancelled: 'cancelled' })[state],
    preview: (title, prompts, people, closes) =>
      `“${title}”: ${prompts} question${s(prompts)}, ${people} ${persons(people)} invited, closing on ${closes}.`,
    unreachable: (n) => `${n} ${persons(n)} without a chat address: I can’t write to them.`,
    moved: 'The planned dates have passed: the round keeps its length and starts today.',
    short: (days) =>
      `Careful, only ${days} day${s(days)}: under three weeks is short for anyone who has to ask their organisation.`,
    sendNow: 'Shall I send it?',
    notSent: 'Nothing was sent.',
    noSuchDay: 'I don’t understand that date. Write it as 2026-12-20 or 20/12/2026.',
    dayToCome: 'That day has not come yet: give the one on which the body had its say.',
    opened: (n) => `It’s open: ${n} invitation${s(n)} on the way. “status” to follow it.`,
    cancelled: (key, dropped) =>
      `“${key}” is cancelled. ${dropped > 0 ? `${dropped} waiting message${dropped > 1 ? 's' : ''} will not be sent.` : 'Nothing was waiting to be sent.'}`,
    closed: (key) => `“${key}” is closed. Late answers will be kept apart.`,
    status: (key, state) => `“${key}”: ${state}.`,
    base: (label, row) =>
      `${label}: ${row.invited} invited${(row.reached ?? 0) < row.invited ? `, ${row.reached} reached` : ''}; ${[
        (row.answered ?? 0) === 0 ? 'no answer' : `${row.answered} answered`,
        ...((row.passed ?? 0) > 0 ? [`${row.passed} passed`] : []),
        ...((row.answered ?? 0) > 0 && (row.silent ?? 0) > 0 ? [`${row.silent} silent`] : []),
      ].join(', ')}`,
    noDoubts: 'Nothing is waiting for you.',
    doubts: (n) => `${n} thing${s(n)} to look at:`,
    doubt: (kind, options) =>
      (
        ({
          axis: `Axis to settle (${options.join(' or ')}):`,
          'moderation-answer': `In answer to the moderation of ${options.join(', ')}:`,
          newcomer: 'Writes to me without being registered, and says who they are:',
          guest: 'Wrote in the workshop without being registered, and says who they are:',
          grouping: 'Place disputed in a group of the workshop:',
          regrouped: 'Taken out of its group by its author:',
          'alone-again': 'On its own again, now that the one it had joined is withdrawn:',
          late: 'Late, to accept or set aside:',
          question: 'A question:',
          'not-understood': 'Not understood:',
          correction: 'A correction to take in:',
          referral: 'Somebody to invite instead:',
          visitor: 'Came through somebody else’s link, and says who they are:',
          speaker: 'Somebody else, from the address of a person invited:',
          'colleague-here': 'A colleague, from an address not known to be shared:',
          succession: 'A change of person:',
          former: 'Written by somebody who no longer speaks for an organisation:',
          voice: 'Says they speak for another organisation:',
          erasure: 'A request for erasure',
          file: 'A file received',
        }) as Record<string, string>
      )[kind] ?? `${kind}:`,
    near: 'Perhaps the same idea:',
    mergeHow: (from, into) => `(“merge ${from} into ${into}” asks its author)`,
    more: (n) => `… and ${n} more.`,
    noProposals: 'No proposal so far.',
    proposals: (n) => `${n} proposal${s(n)} in force, the latest ones:`,
    lateSettled: (ref, accepted, told) =>
      `${ref} is ${accepted ? 'accepted and counts' : 'set aside; it will get a reply'}.${told ? ' I’m telling whoever wrote it.' : ''}`,
    mergeAsked: (from, into) => `I have asked the author of ${from} whether to join it to ${into}.`,
    compiling: 'I’m preparing the synthesis, one moment.',
    compiled: (n) =>
      `Draft no. ${n}. “reword 1.2: text”, “no disagreement 3”, “ask to proofread First Last” for another pair of eyes, then “sign”.`,
    synthesisTitle: (n, title) => `Synthesis no. ${n}, ${title}`,
    nothingSaid: 'Nothing was said on this axis.',
    disagreements: 'Disagreements',
    noDisagreementBy: (name) => `None, confirmed by ${name}.`,
    noDisagreementUnsigned: (axis) => `None found, to be confirmed: “no disagreement ${axis}”.`,
    unclassified: (refs) => `Unclassified: ${refs}.`,
    edited: 'Done.',
    stillUnconfirmed: (axes) =>
      axes.length === 0
        ? 'Every axis has its disagreements, or somebody confirmed it has none: “sign” once it has all been read.'
        : `Still to confirm: “no disagreement ${axes.join(', ')}”.`,
    signed: (n, hash) => `Synthesis no. ${n} is signed. Fingerprint ${hash.slice(0, 12)}.`,
    openUntil: (title, until) => `“${title}” (until ${until})`,
    signWhileOpen: (rounds, n) =>
      `${n > 1 ? 'Rounds are' : 'A round is'} still open: ${rounds}. What comes in until then will not be in this synthesis, and a signed one no longer changes. Sign anyway?`,
    signAnyway: 'Sign anyway',
    signLater: 'Not yet',
    notSigned: 'Nothing is signed: the draft is waiting for you.',
    signedNext:
      '“decide” asks for a reply to each proposal, “debt” says which are missing, “give back” sends them. “documents” gives the synthesis as files.',
    decided: (refs, status) => `${refs}: ${status}, noted.`,
    ratified: (n, body, day) => `${n} repl${n === 1 ? 'y' : 'ies'} recorded: ${body}, ${day}.`,
    ratifiedAll: '“give back” shows what will be sent.',
    ratifiedBut: (body, key) => `Still to be heard: ${body}. Then: “ratify ${key}”.`,
    ratifiedSome: '“owed” says which replies are still missing.',
    leftAside: (refs, several) =>
      several
        ? `${refs} no longer await an answer: I leave them aside.`
        : `${refs} no longer awaits an answer: I leave it aside.`,
    restitutionPreview: (people, answers) =>
      `${people} message${s(people)} ready, ${answers} repl${answers === 1 ? 'y' : 'ies'} in all. Here is the first:`,
    restitutionSent: (n) => `On ${n === 1 ? 'its' : 'their'} way: ${n} message${s(n)} with replies.`,
  },

  validation,
  views,
  voices,
  themes,
  workshop,
  facilitation,
  split,
  quoting,
  undo,
  newcomer,
  table,
  attachments,
  opening,
  forms,
  gate,
  report,
  rating,
  menu,
  midterm,
  home,
  digest,
  documents,
  followUp,
  queue,
  proofreading,
  refusals,
};

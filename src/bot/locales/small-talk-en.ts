/** What the bot says in English to questions put to it, and to words beside the point. Read it aloud. */
import type { SmallTalkPhrases } from './small-talk-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const smallTalk: SmallTalkPhrases = {
  until: (date) => `Until ${date}; you can change anything until then.`,
  closed: (date) => `It closed on ${date}, but I still keep what you write.`,
  time: (minutes, left) =>
    left > 0
      ? `About ${minutes} minutes in all, with ${left} question${s(left)} to go. Two lines an answer are plenty.`
      : `About ${minutes} minutes in all, and you have answered everything already.`,
  untilAhead: (opens, closes) =>
    `No round is open yet: the next one is planned from ${opens} to ${closes}. The invitation will give you the last day.`,
  noneAhead: 'No round is planned for now: if there is one, the invitation will give you the last day.',
  timeAhead: (minutes) => `About ${minutes} minutes, once the round opens; two lines an answer will do.`,
  data: 'Your messages and proposals are kept for as long as the consultation and its follow-up last, and nothing else. “my data” shows them, “erase” erases them.',
  passOn: '(“pass it on” if you meant something else.)',
  passedOn: 'Done: the team will answer you here.',
  nothingToPassOn: 'Write your question in a sentence, and I’ll pass it on to the team.',
  hello: (name, where) => `${name ? `Hello ${name}!` : 'Hello!'}${where && ` ${where}`}`,
  youAreAt: (position, total) => (total > 1 ? `We are at question ${position} of ${total}.` : ''),
  axes: (axes) => `An axis is one of the plan’s main directions. They are: ${axes.join('; ')}.`,
  noAxes: 'An axis is one of a plan’s main directions; this plan has none yet.',
  quoted: (how) =>
    `The team knows who writes; in what is published you are quoted ${how}. “quote me” changes that.`,
  neverQuoted:
    'The team knows who writes; nothing you write is quoted in what is published. “quote me” changes that.',
  robot: 'I am a bot: I ask the questions and sort the answers, and people on the team read them.',
  open: (open, decided) => `Still open: ${open} Already decided: ${decided}`,
  next: 'Your ideas go into a synthesis that the team edits and signs; then each of them gets a reasoned reply, right here.',
  pause: (until) => `Of course, there is no rush. Write “resume” whenever it suits you, until ${until}.`,
  whichAxis: (refs, first, axis) => `Which one: ${refs}? For instance “${first} axis ${axis}”.`,
  sameAsBefore: 'Understood, as above: I’ll tell the team, and move on.',
  sameAsOther:
    'I can’t repeat what others have said; I’ll tell the team you are of the same mind. A word or two of your own would count as well.',
  saidElsewhere:
    'I don’t have what was said elsewhere: I’ll tell the team. A word or two here, and your idea counts.',
  rude: 'I hear you. If something is wrong, say it however you like: the team will read it. “stop” ends my messages.',
  nothingToUndo: 'There is nothing to undo at the moment.',
};

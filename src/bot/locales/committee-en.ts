/** Sessions of the committee, in English. Read it aloud. */
import type { CommitteePhrases } from './committee-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const committee: CommitteePhrases = {
  untilWhen: (body) => `Until when? “convene ${body} until 13 May”.`,
  head: (n, body, until) => `Session ${n}: ${body}, until ${until}.`,
  preview: (body, until) => `A session: ${body}, until ${until}.`,
  rule: ({ rule, proxies }, { needed, members }) => {
    const how =
      rule === 'consent'
        ? 'By consent: an item passes unless somebody objects, with a reason'
        : 'By majority: an item passes with more voices for than against';
    const carried =
      proxies === 0 ? 'no proxies' : `at most ${proxies} prox${proxies === 1 ? 'y' : 'ies'} each`;
    return `${how}. Quorum: ${needed} of ${members} member${s(members)}; ${carried}.`;
  },
  members: (groups) => `Called: ${groups.map(([label, n]) => `${label}, ${n}`).join('; ')}.`,
  noGroup: 'no group',
  toDecide: (adjustments, answers) =>
    `To decide: ${[...(adjustments === null ? [] : [adjustments]), ...(answers > 0 ? [`the answers to ${answers} proposal${s(answers)}`] : [])].join(', and ')}.`,
  send: 'Shall I send it?',
  sent: (n, number) =>
    `Session ${number} is convened: ${n} member${s(n)} get${n === 1 ? 's' : ''} the papers. “session” says how it stands.`,
  notSent: 'All right, nobody is called.',

  call: (name, body, until, points) =>
    `${name === null ? 'Hello' : `Hello ${name}`}. ${capital(body)} decides here, until ${until}: ${points} item${s(points)}, in your own time.`,
  callRule: (rule) =>
    rule === 'consent'
      ? '“Agree” if you can live with it; if not, “object”, with your reason: the team then looks for a way to meet it.'
      : '“For”, “against” or “abstain”: the result can be read at the close.',
  callHow: (proxies) =>
    `“session” for the items one by one, “agree to all” to answer at once${proxies > 0 ? ', “proxy to First Last” to let somebody speak for you' : ''}.`,
  oneByOne: 'One by one',
  allAgreed: 'Agree to all',
  statusOf: (status, n) => `“${status}” for ${n}`,
  answersPaper: (n, statuses) =>
    `The answers proposed to ${n} proposal${s(n)}: ${statuses}. “answers” shows them, “object P-0042: reason” is about one.`,
  answersTitle: 'the answers',
  point: (at, of) => `${at}/${of}`,
  answerGroup: (status, refs) => `${refs}: ${status}. Reason: `,
  moreAnswers: (n) => `And ${n} more, in the team’s documents.`,
  stands: {
    consent: { agree: 'Agree', object: 'Object', abstain: 'Abstain' },
    majority: { agree: 'For', object: 'Against', abstain: 'Abstain' },
  },
  noted: (subject, stand) => `Noted. ${capital(subject)}: ${stand.toLowerCase()}.`,
  all: 'all the items that were left',
  askReason: (subject) =>
    `What is your objection to ${subject}? Say what is wrong and, if you see it, what would do. “cancel” to leave it there.`,
  reasonDropped: 'All right, nothing is noted.',
  finished: (until, ref) =>
    `That’s everything, thank you. You can change your mind until ${until}: “object ${ref}: reason”, “agree ${ref}”.`,
  yours: 'What you said:',
  yourStand: (subject, stand) => `${subject}: ${stand.toLowerCase()}`,
  notYet: 'not yet',
  represented: (name) => `Where you say nothing, ${name} speaks for you.`,
  carries: (names) => `You also speak for ${names}, on the items they left unanswered.`,
  proxyGiven: (name) =>
    `Noted: ${name} speaks for you where you say nothing. “take back my proxy” if you change your mind.`,
  proxyReceived: (from) =>
    `${from} has made you their proxy for this session: what you say counts for them too, on the items they leave unanswered.`,
  proxyBack: 'Noted: you speak for yourself.',
  proxyWho: (names) => `To whom? The members of the session: ${names}.`,
  none: 'No session is running. “convene BODY until 13 May” convenes one.',
  noneForYou: 'No session is running: I’ll write to you when there is one.',

  tookPart: ({ present, members, needed, met }) =>
    `${present} of ${members} member${s(members)} ${present === 1 ? 'has' : 'have'} taken part (quorum: ${needed}, ${met ? 'reached' : 'not reached yet'}).`,
  standing: (subject, { agree, object, abstain, silent }) =>
    `${subject}: ${agree} agree, ${object} object, ${abstain} abstain, ${silent} silent`,
  hiddenUntilClosed: 'The count can be read at the close.',
  objection: (subject, group) => `Objection to ${subject}${group === null ? '' : ` (${group})`}: `,
  overriddenMark: ' (set aside, reason on record)',
  objectionHow: (subject) =>
    subject.startsWith('A-')
      ? `“integrate ${subject}: new text” rewords it and asks again; “override ${subject}: reason” sets it aside, and says so.`
      : `“override ${subject}: reason” sets it aside, and says so; else that answer comes back to you at the close.`,
  staffHow: '“close the session” ends it now, “cancel the session” calls it off.',
  integrated: (ref, n) => `${ref} is reworded, and ${n} member${s(n)} ${n === 1 ? 'is' : 'are'} asked again.`,
  asksAnew: (ref) => `${ref} was reworded to meet an objection. Do you agree with this text?`,
  overridden: (subject, n) =>
    `Noted: ${n} objection${s(n)} to ${subject} set aside, with your reason in the minutes.`,
  askClose: 'Close it?',
  close: 'Close it',
  wouldPass: (subject) => `${subject}: agreed`,
  wouldReturn: (subject) => `${subject}: back to the team`,
  wouldExcept: (refs) => `, but for ${refs}`,
  stillOpen: 'All right, the session goes on.',
  ended: (n) => `Session ${n} is closed.`,
  noQuorum: ({ present, needed }) => `There is no quorum (${present} of ${needed}): nothing is decided.`,
  passed: (body, subjects) => `${capital(body)} agrees to ${subjects}.`,
  answersPassed: (n) => `${n} answer${s(n)}`,
  returned: (subjects) => `Sent back to the team: ${subjects}.`,
  moot: (subjects) => `Decided or changed outside the session: ${subjects}.`,
  thanks: 'Thank you for taking part. “session minutes” shows them.',
  endedNext: (number, next) =>
    `“session minutes” shows them; “npx tour session minutes FOLDER --session ${number}” writes them.${next === null ? '' : ` Still to confirm: ${next}.`}`,
  cancelled: (n) => `Session ${n} is called off: nothing is decided.`,
  noMinutes: 'No session was closed yet: there are no minutes.',
  minutesHead: (n, body, day) => `Minutes of session ${n}: ${body}, ${day}.`,
  minutesItem: (subject, outcome, { agree, object, abstain, silent }) =>
    `${subject}: ${outcome} (${agree} for, ${object} against, ${abstain} abstain, ${silent} silent)`,
  outcomes: { passed: 'agreed', returned: 'sent back to the team', moot: 'decided outside the session' },
  reminder: (name, until, left) =>
    `${name === null ? 'Hello' : `Hello ${name}`}. The session closes on ${until}, and ${left} item${s(left)} wait${left === 1 ? 's' : ''} for you: “session”, or “proxy to First Last”.`,
};

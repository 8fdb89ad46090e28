/** What those who run a round are told about its people, in English. */
import type { Facilitation } from './facilitation-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');
const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

const SOURCES: Readonly<Record<string, string>> = {
  paper: ', from your answer on paper',
  letter: ', from your letter',
  phone: ', from your call',
  attachment: ', from the file you sent',
  meeting: ', from what you said at the meeting',
  message: ', from your message',
};

export const facilitation: Facilitation = {
  silenceAt: (hour) => `As of ${hour}.`,
  silenceEnded: (hour) => `The round is closed: final state, at ${hour}.`,
  silence: (key) => `Who is still missing, “${key}”:`,
  silentCollege: (label, { invited, reached, answered, passed, declined, silent }) =>
    [
      `${label}: ${people(invited)} invited${reached < invited ? `, ${reached} reached` : ''}`,
      answered === 0 ? 'no answer' : `${answered} answered`,
      ...(passed > 0 ? [`${passed} passed`] : []),
      ...(declined > 0 ? [`${declined} said no`] : []),
      ...(silent === 0 ? ['nobody missing'] : silent < invited ? [`${silent} silent`] : []),
    ].join(', '),
  silentIn: (label, { invited, reached, answered, passed, declined, silent }) =>
    [
      `${label}: ${answered === 0 ? '0' : `${answered} answered`} of ${invited}`,
      ...(reached < invited ? [`${reached} reached`] : []),
      ...(passed > 0 ? [`${passed} passed`] : []),
      ...(declined > 0 ? [`${declined} said no`] : []),
      ...(silent === 0 ? ['nobody missing'] : silent < invited ? [`${silent} silent`] : []),
    ].join(', '),
  silentAxis: (label, { answered, passed, silent }) =>
    `${label}: ${answered === 0 ? 'no answer' : `${answered} answer${s(answered)}`}${passed > 0 ? `, ${passed} pass${passed === 1 ? '' : 'es'}` : ''}, ${silent} silent`,
  spokenOf: (label, { answered, passed }, without) =>
    `${label}: ${answered === 0 ? 'no answer' : `${answered} answer${s(answered)}`}${passed > 0 ? `, ${passed} pass${passed === 1 ? '' : 'es'}` : ''}${without === null ? '' : `; nothing from ${without}`}`,
  notSpokenOf: (axes) => `nothing yet: ${axes.join('; ')}`,
  noAxisYet: 'no axis has an answer yet',
  silenceHow: (college) => `“silence ${college}” gives the names, “remind” prepares a reminder.`,
  remindNow: (key) => ({ value: `remind ${key}`, label: 'Remind' }),
  closeNow: (key) => ({ value: `close ${key}`, label: 'Close the round' }),
  nobodyInvited: (label) => `${label}: nobody is invited to this round.`,
  nobodySilent: 'Every organisation of this type of actor has spoken.',
  silentNames: (n) => `${n} silent organisation${s(n)}:`,
  silentName: (name, reached) => (reached ? name : `${name} (not reached yet)`),

  untilWhen: (key) => `Until which day? For example “extend ${key} until 31 January”.`,
  extended: (key, until, told) =>
    `“${key}” now runs until ${until}. ${told === 0 ? 'Nobody to tell.' : `I’m telling the ${people(told)} who can still answer.`}`,
  moreTime: (name, title, until) =>
    `${name ? `Hello ${name}. ` : ''}You have more time: “${title}” now runs until ${until}.`,
  moreTimeBegin: 'Write “start” whenever you like.',
  moreTimeGoOn: 'Write “resume” to go on where you were.',

  reopened: (key, until, inTime) =>
    `“${key}” is open again, until ${until}.${inTime > 0 ? ` ${inTime} proposal${s(inTime)} that came meanwhile count${inTime === 1 ? 's' : ''}; I’m telling whoever wrote ${inTime === 1 ? 'it' : 'them'}.` : ''}`,
  countsAfterAll: (refs, several) =>
    `The round had been closed by mistake and goes on: ${refs} ${several ? 'are' : 'is'} in time and count${several ? '' : 's'}.`,
  reopenHow: (key) => `By mistake? Until tonight, “reopen ${key}”.`,
  countdown: (days) =>
    days === 0 ? 'today' : days > 0 ? `in ${days} day${s(days)}` : `${-days} day${s(-days)} late`,
  closesIn: (when, short) =>
    `Closes ${when}${short ? '; less than three weeks in all, which is short' : ''}.`,
  restitutionDue: (day, when) => `Replies due back to people by ${day} (${when}).`,
  decisionDue: (day, when) => `Decision due by ${day} (${when}).`,
  restitutionDone: (day) => `Replies sent on ${day}.`,
  stillOpen: (key) => `Nothing changes: “${key}” stays open.`,
  cancelAsk: (key, heard) =>
    `${people(heard)} ${heard === 1 ? 'has' : 'have'} already answered “${key}”: cancel it all the same? Those reached will be told, and their words are kept.`,
  cancelChoices: { yes: 'Cancel the round', no: 'Keep it open' },

  added: (name, key, referrals) =>
    `${name} is invited to “${key}”, the invitation is on its way.${referrals > 0 ? ' The “invite somebody else” of that organisation is settled.' : ''}`,
  someName: 'First Last',
  somewhere: 'platform:identifier',
  someOrganisation: 'Organisation',
  someCollege: 'group',
  byLinkOf: (who) => `(by the link of ${who}) `,
  referralHow: (organisation, college, { name, at } = { name: 'First Last', at: 'platform:identifier' }) =>
    `(“add ${name}, ${organisation}, ${college}, ${at}” invites them)`,

  recorded: (name, late) => `Noted for ${name}${late ? ', late (“accept” or “set aside”)' : ''}:`,
  recordedAsked: 'I’m asking them to confirm it.',
  recordedUnasked: 'I can’t write to them: have them read it some other way.',
  recordedStays:
    'What you noted for somebody no longer changes with your message: they can correct it or take it back.',
  behalf: {
    told: (name, recorder, source) =>
      `${name ? `Hello ${name}. ` : ''}${recorder ?? 'Somebody'} from the facilitation team noted this for you${SOURCES[source] ?? ''}:`,
    choices: ['Yes', 'Correct', 'Take back'],
    confirmed: 'Thank you for reading it: it is confirmed.',
  },

  lateTold: (name, ref, accepted) =>
    `${name ? `Hello ${name}. ` : ''}${ref} came in late: ${accepted ? 'the team accepts it, so it counts like the others and will get its reply' : 'it doesn’t go into the synthesis of this round. It is kept, and will get a reply all the same'}.`,

  moderated: (ref, kept, told) =>
    `${ref} ${kept ? 'will be neither quoted, listed nor counted' : 'is published again'}. ${told ? 'Its author is told the reason.' : 'I can’t write to its author.'}`,
  moderation: {
    moderated: (name, ref) =>
      `${name ? `Hello ${name}. ` : ''}The team has decided not to publish ${ref}. The reason:`,
    reinstated: (name, ref) => `${name ? `Hello ${name}. ` : ''}${ref} is published again. The reason:`,
    how: (ref) =>
      `You alone can still see it. If you disagree: “contest ${ref}: your answer”, and somebody will read it.`,
    heard: 'Passed on: somebody on the team will look at that decision again and answer you.',
  },
  moderationLog: (n) => `Moderation log, ${n} decision${s(n)}:`,
  moderationEntry: (day, ref, kept) => `${day}, ${ref} ${kept ? 'not published' : 'published again'}:`,
  nothingModerated: 'Nothing was moderated.',

  remindPreview: (key, n) => `“${key}”: ${people(n)} to remind.`,
  departures: (now, later, from, never) =>
    `${[
      ...(now > 0 ? [`${now} message${s(now)} leave${now === 1 ? 's' : ''} at once`] : []),
      ...(later > 0
        ? [`${later} from ${from} on (in working hours, within the weekly limit of messages)`]
        : []),
      ...(never > 0 ? [`${never} won’t leave: no working hour in common`] : []),
    ].join('; ')}.`,
  moment: (at, timeZone) =>
    new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: '2-digit',
      minute: '2-digit',
      timeZone,
    }).format(at),
  remindedEnough: (n) => `${people(n)} still silent ${n === 1 ? 'has' : 'have'} had every reminder allowed.`,
  remindText: 'The message:',
  reminding: (n) => `Noted: ${n} reminder${s(n)}, each at its hour. Whoever answers before then gets none.`,
  reminder: {
    invited: (name, title, until, minutes) =>
      `${name ? `Hello ${name}. ` : ''}We’d still like to hear from you: “${title}” is open until ${until}${minutes > 0 ? `, about ${minutes} minutes` : ''}.`,
    alsoAnswers: '“Not me” and “stop” are answers too.',
    begun: (name, title, until) =>
      `${name ? `Hello ${name}. ` : ''}You had started “${title}”, open until ${until}; we’d still like your answers.`,
    goOn: 'Shall we go on?',
    resume: { value: 'resume', label: 'Go on', main: true as const },
  },
};

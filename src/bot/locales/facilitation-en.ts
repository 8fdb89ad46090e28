/** What those who run a round are told about its people, in English. */
import type { Facilitation } from './facilitation-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');
const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

export const facilitation: Facilitation = {
  silence: (key) => `Where nothing has been heard yet, “${key}”:`,
  silentCollege: (label, { invited, reached, answered, passed, declined, silent }) =>
    [
      `${label}: ${people(invited)} invited, ${reached} reached`,
      answered === 0 ? 'no answer' : `${answered} answered`,
      ...(passed > 0 ? [`${passed} passed`] : []),
      ...(declined > 0 ? [`${declined} said no`] : []),
      `${silent} silent`,
    ].join(', '),
  silentAxis: (label, { answered, passed, silent }, nobody) =>
    `${label}: ${answered} answer${s(answered)}${passed > 0 ? `, ${passed} pass${passed === 1 ? '' : 'es'}` : ''}, ${silent} silent${
      nobody.length > 0 ? `; nothing yet from ${nobody.join(', ')}` : ''
    }`,
  silenceHow: (college) => `“silence ${college}” gives the names, “remind” prepares a reminder.`,
  nobodyInvited: (label) => `${label}: nobody is invited to this round.`,
  nobodySilent: 'Every organisation of this group has spoken.',
  silentNames: (n) => `${n} silent organisation${s(n)}:`,
  silentName: (name, reached) => (reached ? name : `${name} (not reached yet)`),

  extended: (key, until, told) =>
    `“${key}” now runs until ${until}. ${told === 0 ? 'Nobody to tell.' : `I’m telling the ${people(told)} who can still answer.`}`,
  moreTime: (name, title, until) =>
    `${name ? `Hello ${name}. ` : ''}You have more time: “${title}” now runs until ${until}.`,
  moreTimeBegin: 'Write “start” whenever you like.',
  moreTimeGoOn: 'Write “resume” to go on where you were.',
};

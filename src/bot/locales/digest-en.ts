/** What is new, in English, for the team. */
import type { DigestPhrases } from './digest-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');
const people = (n: number): string => `${n} ${n === 1 ? 'person' : 'people'}`;
const aside = (parts: readonly string[]): string => (parts.length > 0 ? ` (${parts.join(', ')})` : '');
const types = (n: number): string => `${n} type${s(n)} of actor`;

export const digest: DigestPhrases = {
  since(at, timeZone, now) {
    if (at === null) return 'the beginning';
    const local = (options: Intl.DateTimeFormatOptions, when = at) =>
      new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(when);
    const day: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };
    return local(day) === local(day, now) ? local({ hour: '2-digit', minute: '2-digit' }) : local(day);
  },
  title: (when) => `Since ${when} (internal document)`,
  nothing: (when) => `Nothing new since ${when}.`,
  nothingOn: (axis, when) => `Nothing new on ${axis} since ${when}.`,
  arrived: (n, from, total) =>
    n === 0
      ? `No new proposal; ${total} in all.`
      : `${n} new proposal${s(n)}${from > 0 ? `, from ${people(from)}` : ''}; ${total} in all.`,
  axis: (label, n, total, colleges, refs) => `${label}: ${n} more, ${total} in all (${colleges}); ${refs}`,
  noAxis: 'no axis',
  unknown: 'origin unknown',
  growing: (theme, n, before, refs) =>
    `A theme that grows: ${theme}, ${n} more (${before > 0 ? `${before} before` : 'none before'}); ${refs}`,
  joined: (ref, from, colleges, across) =>
    `${across ? 'Convergence' : 'Joined'}: ${ref}, ${people(from)}${colleges > 0 ? ` from ${types(colleges)}` : ''}`,
  objection: (ref, about, beside) =>
    `Disagreement: ${ref}${about ? ` (${about})` : ''}${beside ? `, to be read with ${beside}` : ''}`,
  nuance: (ref, of) => `Nuance: ${ref}, to be read with ${of}`,
  colleagues: (organisation, ref, beside, how) =>
    `Within “${organisation}”: ${ref} ${how === 'objection' ? 'objects to' : 'brings a nuance to'} ${beside}; both are kept, one organisation is counted`,
  single: (n, refs) => (n === 1 ? `A single voice: ${refs}` : `Single voices, ${n}: ${refs}`),
  who: 'Who has spoken, by type of actor:',
  base: (label, { invited, reached, answered, passed, silent }) =>
    `${label}: ${answered === 0 ? `none of ${invited} has answered` : `${answered} of ${invited} answered`}${aside(
      [
        ...((passed ?? 0) > 0 ? [`${passed} passed`] : []),
        ...((silent ?? 0) > 0 ? [`${silent} silent`] : []),
        ...(invited > (reached ?? 0) ? [`${invited - (reached ?? 0)} not reached`] : []),
      ],
    )}`,
  waits: (parts) => `Waiting for you: ${parts}.`,
  doubts: (n) => `${n} thing${s(n)} to look at (“doubts”)`,
  files: (n) => `${n} file${s(n)} to read (“attachments”)`,
  late: (n) => `${n} late proposal${s(n)} to settle`,
  disputes: (n, overdue) => `${n} dispute${s(n)}${overdue > 0 ? `, ${overdue} overdue` : ''} (“disputes”)`,
  owed: (n, oldest) =>
    `${n} without a reply${oldest > 0 ? `, the oldest for ${oldest} day${s(oldest)}` : ''} (“debt”)`,
  due: (days) =>
    days < 0
      ? `replies to people ${-days} day${s(-days)} late`
      : days === 0
        ? 'replies to people due today'
        : `replies to people due in ${days} day${s(days)}`,
  more: (axis) => `“detail axis ${axis}” gives the words.`,
  moreViews: '“convergence” shows all views, by type of actor.',
  andMore: (refs, n) => `${refs} and ${n} more`,
  detail: (axis, when) =>
    `${axis.charAt(0).toUpperCase()}${axis.slice(1)}, since ${when} (internal document)`,
  arrivedTitle: 'New proposals',
  joinedTitle: 'Joined by others',
  objectionTitle: 'Disagreements',
  by: (from, colleges) => `(${people(from)} from ${types(colleges)})`,
  nuanceTitle: 'Nuances',
  nuanceOf: 'a nuance of',
  colleaguesTitle: 'Colleagues who disagree',
  beside: 'On the same theme:',
  scheduled: (when, always) =>
    `Noted: next digest ${when}${always ? ', even with nothing new' : ', if there is news'}. “digest stop” to stop.`,
  unscheduled:
    'No digest is planned. “digest every Monday 9am” or “digest every day” to be sent one; “digest” shows it at any time.',
  whichHour: 'I don’t understand that time. For example: “digest every Monday 9:30”.',
};

/** Why a proposal is where it is, in English. */
import type { Dimension } from '../../core/proposal/model.ts';
import type { WhyPhrases } from './why-fr.ts';

const NAMES: Record<Exclude<Dimension, 'axis'>, string> = {
  theme: 'Theme',
  territory: 'Place',
  kind: 'Kind',
  subject: 'Subject',
};

export const why: WhyPhrases = {
  place: (dimension, key, label, main) =>
    `${dimension === 'axis' ? (/^\d/u.test(key) ? `Axis ${key}, ${label}` : `Axis “${label}”`) : `${NAMES[dimension]} “${label}”`}${main ? '' : ' (as a reference)'}`,
  person: (place, author) =>
    `${place}: ${author ? 'whoever wrote it said so' : 'somebody on the team put it there'}.`,
  machine: (place, sure, words) =>
    words > 0
      ? `${place}: read by the machine, ${sure}% sure, mostly because of `
      : `${place}: read by the machine, ${sure}% sure, from the question it answers.`,
  inWords: (place) => `${place}: read by the machine, because of `,
  kind: (place, kind) =>
    kind === 'question'
      ? `${place}: read by the machine, because of its question mark.`
      : kind === 'need'
        ? `${place}: read by the machine, from the question it answers.`
        : `${place}: what the machine supposes when no word says otherwise.`,
  noWords: (place) => `${place}: read by the machine, in words that have changed since.`,
  nothing: 'It isn’t filed anywhere yet: none of its words spoke for an axis.',
  elsewhere: (ref, team) =>
    `If that’s not it: “${team ? `move ${ref} axis 3` : `${ref} rather axis 3`}”. The next readings will take it into account.`,
  together: (name, n) => `${name}, ${n} proposals. What brings them together, word for word:`,
  by: ': by ',
  put: ': placed by the team',
  noWord: ': no word in common',
  sameTheme: (ref) => `: filed under that theme, like others here (“why ${ref}”)`,
  asked: (action) => `: answers the question on “${action}”`,
  near: (action, sure) => `: near “${action}”, ${sure}% sure`,
  themes: 'If one has no business there: “P-0042 in T2”, “P-0042 new theme”.',
  titledByTeam: 'Its title is the team’s.',
  titledByWords: 'Its title is made of words they share: “title 1.2: text” for your own.',
  titledByContent: 'Its title is a theme of the consultation.',
  alone: (line, ref) =>
    `${line}: no other proposal on this axis is near enough to ${ref} by its words. A single voice stays in sight.`,
  behind: (ref, people, colleges) =>
    `${ref} has ${people} ${people === 1 ? 'person' : 'people'} behind it: who wrote it, who joined it. Their types of actor: ${colleges}.`,
  opinion:
    'These groups are worked out from who supports and who opposes what. They are shown only because they hold when people are left out at random.',
  common:
    'In each of these groups, more than half of those who took a stand on these proposals support them, and that can hardly be chance.',
  echo: (line) => `${line}, what the match rests on:`,
  absent:
    'For these themes, each cited by its most central proposal, no action of the plan shares enough words with any proposal. The same idea said otherwise may hide there: “plan” shows it.',
  readAsObjection: (ref, sure) =>
    `${ref} was read as an objection by the machine, ${sure}% sure. If it is none: “show ${ref}”.`,
  saidObjection: (ref, author) =>
    `${ref} is an objection: ${author ? 'its author said so' : 'the team filed it so'}.`,
  byTeam: (line) => `${line} was written by the team.`,
  reworded: 'Its sentence is the team’s: “show changes” says whose, and when.',
};

/** The draft of a synthesis among colleagues, in English. */
import type { ProofreadingPhrases } from './proofreading-fr.ts';

const WHAT: Readonly<Record<string, (place: string) => string>> = {
  line: (place) => `${place}:`,
  title: (place) => `title of ${place}:`,
  introduction: (place) => (place === '' ? 'introduction:' : `introduction of axis ${place}:`),
  order: (place) => `order of axis ${place}:`,
  'no-disagreement': (place) => `axis ${place}, no disagreement`,
};

export const proofreading: ProofreadingPhrases = {
  titled: (line) => `${line} has its title.`,
  titlesAccepted: 'The titles the machine suggested are kept as they are.',
  asking: (names) => `I’m asking ${names} to proofread it.`,
  asked: (by, n) => `${by ?? 'Somebody on the team'} asks you to proofread draft no. ${n} of the synthesis.`,
  askedHow: '“show synthesis” shows it; then “proofread”, or “proofread except 2.3: your remark”.',
  readBy: (by, n) => `${by ?? 'Somebody'} has read draft no. ${n}: nothing to add.`,
  remarkBy: (by, n) => `${by ?? 'Somebody'} has read draft no. ${n}, with a remark:`,
  thanks: (passedOn) => (passedOn ? 'Thank you, I’m passing it on.' : 'Thank you, noted.'),
  noEdits: 'Nobody has edited this draft yet.',
  edits: 'The edits, the last one first:',
  editsHow: '“undo edit” takes the last one back.',
  editBy: (who, day, undone) => `${day}, ${who}${undone ? ' (undone)' : ''},`,
  changed: (what, place) => WHAT[what]!(place),
  nothing: '(nothing)',
  undone: 'The last edit is undone:',
  machineTitles: (titles) =>
    `Titles the machine suggested, to be replaced or kept: ${titles}. “title 1.2: text”, or “accept titles”.`,
  unread: 'Nobody else has read the synthesis yet: “ask to proofread First Last” asks a colleague.',
  readers: (read, awaited) =>
    `${read ? `Proofread by ${read}.` : 'Nobody else has proofread it.'}${awaited ? ` No answer from ${awaited}.` : ''}`,
};

/** The annual report of the plan, in English. Read it aloud. */
import type { ReportPhrases } from './report-fr.ts';

export const report: ReportPhrases = {
  title: (year, n, title) => `Report ${year} (no. ${n}), ${title}`,
  name: (year, title) => `Report ${year} – ${title}`,
  axis: (key, title) => (key === 'transversal' ? title : `${key}. ${title}`),
  nothing: 'Nothing was decided or measured here this year.',
  alerts: (n) =>
    n === 1
      ? 'One indicator needs attention: it has its own section in the report.'
      : `${n} indicators need attention: they have their own section in the report.`,
  nothingOwed: 'Nothing is owed any more: every contribution has had its reply.',
  owed: (who) => `Still owed, and the report says so: ${who}.`,
  draftNext: (line) =>
    `This is the machine’s draft. “report introduce: text”, “report reword ${line}: text”, “report drop ${line}”, then “report sign”.`,
  signed: (n, hash) => `Report no. ${n} is signed. Fingerprint ${hash.slice(0, 12)}.`,
  signedNext: '“document report in pdf” sends it here, “publish the report” tells those it cites.',
  proofreading: {
    asked: (by, n) => `${by ?? 'Somebody on the team'} asks you to proofread draft no. ${n} of the report.`,
    askedHow:
      '“annual report” shows it; then “report proofread”, or “report proofread except 2.3: your remark”.',
    readBy: (by, n) => `${by ?? 'Somebody'} has read draft no. ${n} of the report: nothing to add.`,
    remarkBy: (by, n) => `${by ?? 'Somebody'} has read draft no. ${n} of the report, with a remark:`,
    readers: (read, awaited) =>
      `${read ? `Proofread by ${read}.` : 'Nobody else has read it.'}${awaited ? ` No answer from ${awaited}.` : ''}`,
    editsHow: '“report undo edit” takes the last one back.',
  },
  refusals: {
    'line-unknown': 'I can’t find that line. “annual report” gives the numbers.',
    'axis-unknown': 'The report has no such axis. “annual report” shows them.',
    'synthesis-signed':
      'This report is signed: it can’t change any more. “prepare the report 2016” drafts a new one.',
    'read-by-nobody-else':
      'Here, whoever signs can’t be its only reader: “report ask to proofread First” asks a colleague.',
    'synthesis-outdated':
      'A proposal it cites has been withdrawn or merged since: “prepare the report 2016” drafts a new one.',
  },
  editHow:
    'For the report: “report introduce: text”, “report introduce axis 1: text”, “report reword 1.2: text”, “report drop 1.2”, “report put 1.3 before 1.1”, “report ask to proofread First Last”, “report proofread”, “report show edits”, “report undo edit”, “report sign”.',
  publishedOn: (day) => `Published on ${day}.`,
  published: (year, n) =>
    `The ${year} report is published${n === 0 ? '.' : `, and ${n} ${n === 1 ? 'person' : 'people'} whose words it cites ${n === 1 ? 'has' : 'have'} been told.`}`,
  announce: (name, title) =>
    `${name ? `Hello ${name}. ` : ''}The plan you contributed to has its report: “${title}”. Here it is.`,
  cites: (refs, n) => (n === 1 ? `It cites your proposal ${refs}.` : `It cites your proposals ${refs}.`),
};

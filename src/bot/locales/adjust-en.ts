/** Adjustments of the plan, in English. Read it aloud. */
import type { Adjust } from './adjust-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const adjust: Adjust = {
  verbs: { add: 'add', amend: 'amend', strengthen: 'strengthen', drop: 'drop' },
  labels: { add: 'Add', amend: 'Amend', strengthen: 'Strengthen', drop: 'Drop' },
  from: (n) => `${n} proposal${s(n)}:`,
  andMore: (n) => `And ${n} more.`,
  whatChanges: 'What does this change in the plan?',
  nothingNear: 'Nothing in the plan seems to speak of it, going by the words.',
  near: (refs, sure) => ` (close to ${refs}, ${sure}% sure)`,
  asked: (refs) => ` (answer to the question on it: ${refs})`,
  how: (n) =>
    n === 0 ? '“add” for a new action.' : '“add” for a new action, or “amend 1”, “strengthen 1”, “drop 1”.',
  whatOfThis: (title) => `What becomes of “${title}”?`,
  howOfThis: '“amend”, “strengthen” or “drop”.',
  whichAction: (verb, n) => `Which one? For instance “${verb} 1”${n > 1 ? `, up to “${verb} ${n}”` : ''}.`,
  notDrafted: 'All right, nothing is drafted.',
  today: (text) => `Today: “${text}”`,
  writeAction: 'Write the action: its title on the first line, what it does after that.',
  writeText: 'Write the new text.',
  fieldsToo:
    'A line “operator: …”, “partners: …”, “budget: €110k”, “means: …” or “calendar: …” says the rest. “cancel” to leave it there.',
  head: (ref, kind, title, axis) =>
    `${ref}, ${kind.toLowerCase()} “${title}”${axis === null ? '' : ` (axis ${axis})`}.`,
  becomes: (field, after) => `${field}: “${after}”`,
  changes: (field, before, after) => `${field}: “${before}” becomes “${after}”`,
  cites: (refs) => `From ${refs}.`,
  citesNothing: (ref) => `No proposal is cited: “cite ${ref}: P-0042” says where it comes from.`,
  more: (n) => `and ${n} more`,
  undecided: 'Being prepared.',
  withdrawnState: 'Withdrawn.',
  applied: (version) => `In version ${version} of the plan.`,
  decidedBy: (status, body, day) => `${status.charAt(0).toUpperCase()}${status.slice(1)} (${body}, ${day}).`,
  next: (ref) =>
    `“edit ${ref}: text” changes it, “decide ${ref} adopted: reason” proposes it, “withdraw ${ref}” gives it up.`,
  none: 'No adjustment. “adjust theme 2.1”, “adjust P-0042” or “adjust action KEY” drafts one.',
  count: (n) => `${n} adjustment${s(n)}:`,
  andMoreOfThem: (n) => `And ${n} more.`,
  showHow: (ref) => `“${ref}” shows one in full, “coverage” what is left untouched.`,
  withdrawn: (ref) => `${ref} is withdrawn.`,
  ratified: (refs, body, day) => `Noted: ${body} confirms ${refs} (${day}).`,
  adopted: (version, body, day, refs) =>
    `Version ${version} of the plan, adopted by ${body} on ${day}, with ${refs}.`,
  left: (refs) => `Left out: ${refs}.`,
  adoptedNext: (version) =>
    `“compare plan ${version - 1} and ${version}” says what changes; “npx tour plan annex FOLDER” writes the annex of the deliberation.`,
  covered: (adjustments, cited, proposals) =>
    `${adjustments} adjustment${s(adjustments)}, from ${cited} of ${proposals} proposal${s(proposals)}.`,
  axesLeft: (axes) => `Axes without an adjustment: ${axes}.`,
  collegesLeft: (colleges) => `Types of actor none of whose proposals is cited: ${colleges}.`,
  unchanged: 'What changed nothing in the plan:',
  unanswered: 'no answer yet',
  because: (status, n, refs) => `${status}, ${n}: ${refs}`,
};

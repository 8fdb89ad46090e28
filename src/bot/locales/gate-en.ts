/** What keeps a phase from closing, or a report from leaving, in English. Read it aloud. */
import type { DebtCount } from '../../core/gate/gate.ts';
import type { GatePhrases } from './gate-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

const owed = ({ answers, adjustments, disputes }: DebtCount): string => {
  const all = [
    ...(answers > 0 ? [`${answers} contribution${s(answers)} without a reply`] : []),
    ...(adjustments > 0 ? [`${adjustments} adjustment${s(adjustments)} undecided`] : []),
    ...(disputes > 0 ? [`${disputes} dispute${s(disputes)} overdue`] : []),
  ];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
};

export const gate: GatePhrases = {
  owed,
  held: {
    phase: (count) => `This phase can’t close yet: ${owed(count)}. Who owes what:`,
    report: (count) => `This report can’t be published yet: ${owed(count)}. Who owes what:`,
  },
  how: 'Replying first is best. If you must go on all the same: “override: reason”. The annual report will show the reason, and what was still owed.',
  overrideWord: 'override',
  override: 'Go on anyway…',
  wait: 'Wait',
  why: 'For what reason? The annual report will show it. “cancel” leaves everything as it is.',
  left: 'All right, nothing changes. “debt” shows what is still owed.',
  nothingHeld:
    'There is nothing to override here: “close phase KEY” or “publish the report” first. For a point of the committee: “override A-3: reason”.',
  phases: 'The phases of the consultation:',
  span: (title, key, from, to) => `${title} (${key}), ${from} to ${to}`,
  running: (over) => (over ? 'to be closed' : 'under way'),
  closedBy: (name, day) => `closed on ${day}${name ? ` by ${name}` : ''}`,
  over: (count) => `with ${owed(count)}: `,
  closeHow: (key) => `“close phase ${key}” closes it, once nothing is owed.`,
  closed: (title, key) =>
    `The phase “${title}” is closed, and nothing in it is owed. “reopen phase ${key}” takes it back.`,
  closedOver: (title, count) =>
    `The phase “${title}” is closed with ${owed(count)}. Your reason is on record: `,
  reopenHow: (key) => `“debt” still shows what is owed; “reopen phase ${key}” takes it back.`,
  reopened: (title) => `The phase “${title}” is open again.`,
};

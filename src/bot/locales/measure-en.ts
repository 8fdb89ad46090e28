/** Measures of the plan's indicators, in English. Read it aloud. */
import { figureSaid } from '../../core/plan/figure.ts';
import type { MeasurePhrases } from './measure-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const measure: MeasurePhrases = {
  figure: (value, unit) => figureSaid(value, unit, 'en'),
  head: (indicators, late) =>
    `${indicators} indicator${s(indicators)}${late === 0 ? '' : `, ${late} behind`}:`,
  of: (indicator, said) => `${indicator}: ${said}`,
  last: (value, day, target, percent, from) =>
    `${value} on ${day}${target === null ? '' : `, for a target of ${target}`}${from === null ? '' : ` from ${from}`}${percent === null ? '' : ` (${percent}%)`}`,
  notMeasured: (target) => `not measured yet${target === null ? '' : `, for a target of ${target}`}`,
  pace: {
    'no-target': 'no target',
    'not-measured': null,
    'no-end': 'the plan doesn’t say by when',
    reached: 'target met',
    'on-track': 'on time',
    'off-track': 'behind',
  },
  expected: (value) => `expected by that day: ${value}`,
  note: 'Note: ',
  how: (action) =>
    `“measure ${action} 12” records one, “announce progress ${action}” tells those who fed the action.`,
  which: (action) =>
    `What figure? For instance “measure ${action} 12.5”, or “measure ${action} 1 200 on 3 May 2016”.`,
  dayToCome: 'That day is still to come: give the day of the measure, such as “on 3 May 2016”.',
  twoWays: (value) =>
    `“${value}” can be read two ways: write “${value.replace(/[.,]/u, '')}” for thousands, “${figureSaid(Number(value.replace(',', '.')), null, 'en')}” for decimals.`,
  recorded: (title) => `Noted for “${title}”.`,
  earlier: (day) => `The measure that counts is still the one of ${day}, which is more recent.`,
  undo: '“undo measure” takes it back.',
  takenBack: (value, day) => `The measure of ${day} (${value}) is taken back.`,
  wasTold: (action) =>
    `People had been told of it: record the right one, then “announce progress ${action}” lets them know.`,
  tellPreview: (n, names, more) =>
    `I’ll tell ${n} ${n === 1 ? 'person' : 'people'} (${names}${more === 0 ? '' : ` and ${more} more`}), in these words:`,
  tellNow: 'Shall I send it?',
  notTold: 'All right, nothing is sent.',
  told: (n) => `Sent to ${n} ${n === 1 ? 'person' : 'people'}.`,
  tellHello: (name, title) => `${name ? `Hello ${name}. ` : ''}News of the action “${title}”:`,
  tellFrom: (n) => (n === 1 ? 'This proposal fed the action:' : 'These proposals fed the action:'),
};

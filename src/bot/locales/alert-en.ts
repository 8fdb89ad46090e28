/** Indicators off the way to their targets, in English. Read it aloud. */
import type { AlertPhrases } from './alert-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const alert: AlertPhrases = {
  none: 'No alerts: every indicator measured is keeping pace, and no measure is due.',
  head: (n) => `${n} alert${s(n)}:`,
  levels: {
    missed: 'Target missed: time is up and the figure isn’t there.',
    'far-behind': 'Far behind: less than half as far along as expected by that date.',
    behind: 'Behind: less than expected by that date.',
    'to-measure': 'To be measured: nothing for over a year, or time is up without a final measure.',
  },
  on: (title, key) => `${title} (${key}), `,
  how: (action) => `“measure ${action} 12” records a measure.`,
  toTeam: (name, n) =>
    `${name ? `Hello ${name}. ` : ''}${n === 1 ? 'One point' : `${n} points`} of the plan ${n === 1 ? 'needs' : 'need'} your attention:`,
  toOperator: (name, organisation, n) =>
    `${name ? `Hello ${name}. ` : ''}${n === 1 ? 'An action' : 'Actions'} run by ${organisation} ${n === 1 ? 'needs' : 'need'} your attention:`,
  teamNext: (action) =>
    `“alerts” shows them all; “measure ${action} 12” records a measure. I’ll only come back to it if it gets worse.`,
  operatorNext:
    'If the figure is out of date, or something is in the way, write it here: I’ll pass it on to the team.',
};

/** The themes of the synthesis, as the team puts them right, in English. */
import type { ThemesPhrases } from './themes-fr.ts';

const s = (n: number): string => (n === 1 ? '' : 's');

export const themes: ThemesPhrases = {
  none: 'There are no themes yet: nothing that was said is alike enough.',
  finding: 'I am looking for what is alike, one moment.',
  ofAxis: (key, label) => `Axis ${key}, ${label}:`,
  ofNone: 'Without an axis:',
  theme: (name) => `${name} · `,
  members: (n, put, refs, cut) =>
    ` (${n} proposal${s(n)}${put === 0 ? '' : `, ${put < n ? `${put} ` : ''}placed by the team`}: ${refs}${cut ? '…' : ''})`,
  alone: (refs, more) => `In no theme: ${refs}${more > 0 ? `, and ${more} more` : ''}.`,
  more: (n) => `… and ${n} more.`,
  put: '(placed by the team)',
  empty: (name) => `${name} is empty now.`,
  how: '“T3” shows a theme; “rename T3: text”, “merge T3 into T1”, “split T3: P-0004, P-0007”, “P-0042 in T2”, “P-0042 new theme”, “pin T3”. “undo theme” takes the last change back, “find themes” files what has come since.',
  done: {
    rename: 'Renamed:',
    merge: 'Merged:',
    split: 'Split:',
    move: 'Moved:',
    pin: 'Pinned, the machine will leave it there:',
  },
  undone: 'The last change is undone.',
  next: 'The next draft of the synthesis will go by it. “undo theme” to go back.',
};

const CELLS = 24;

/** `███████░░░░░░░░░░░░░░░░░  29 %  312 textes lus…`, within the columns of the terminal. */
export function progressLine(line: string, share: number | undefined, width: number): string {
  const done = share === undefined ? null : Math.min(1, Math.max(0, share));
  const bar =
    done === null
      ? ''
      : `${'█'.repeat(Math.round(done * CELLS)).padEnd(CELLS, '░')} ${String(Math.floor(done * 100)).padStart(3)} %  `;
  // One column short: a full line would wrap, and a wrapped line is never cleared.
  return [...`${bar}${line}`].slice(0, Math.max(0, width - 1)).join('');
}

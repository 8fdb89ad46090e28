/** Timestamps as Slack writes them. */
let last = 0;
/** Later than any before. */
export function now(): string {
  last = Math.max(last + 1, Date.now() * 1000);
  return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
}

/** Milliseconds of processor time that `work` takes at its best of five: what else runs on the machine counts for little. */
export function cpuOf(work: () => void): number {
  const took = [1, 2, 3, 4, 5].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...took);
}

/** Milliseconds that 100 kB may take, whatever the machine: what grows as their square takes many seconds. */
export const SOON = 400;

/**
 * Memory given back to the system. glibc learns from what was once asked of it to keep ever larger blocks: compiling the
 * embedded database leaves over 100 MB that nobody uses. It reads its settings only as a program begins.
 */

/** By which it gives back what is freed, and learns nothing. */
export const LEAN = { MALLOC_TRIM_THRESHOLD_: '131072' } as const;

/** Begins the program again with them, in the same process and with the same arguments: what follows is not reached. */
export function beginLean(): void {
  const { platform, env, execPath, execArgv, argv } = process;
  // Begun by a program that talks to it, which would lose it.
  const talks = process.channel !== undefined && process.channel !== null;
  if (platform !== 'linux' || process.execve === undefined || talks || 'MALLOC_TRIM_THRESHOLD_' in env)
    return;
  process.execve(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, ...LEAN });
}

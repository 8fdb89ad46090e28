/** `npm start` as a child, on a data directory of the test and a free port. */
import { spawn } from 'node:child_process';

export function start(dir: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH: process.env.PATH, DATA_DIR: dir, PORT: '0', ...env },
  });
  let said = '';
  let complained = '';
  const watchers = new Set<() => void>();
  child.stdout.on('data', (data) => {
    said += data;
    for (const watcher of watchers) watcher();
  });
  child.stderr.on('data', (data) => {
    complained += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return {
    child,
    ended,
    said: () => said,
    complained: () => complained,
    hears: (text: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (said.includes(text)) resolve();
        };
        watchers.add(look);
        look();
        void ended.then(() => reject(new Error(`ended: ${said}${complained}`)));
      }),
  };
}

/**
 * Looks for stories that wait for too little: `SLOWLY=400 npx vitest run test/adapters/slack` holds each call between the
 * bot and a platform up, by another time of at most so many milliseconds. What passes so does not depend on who is first.
 */
import { setTimeout as pause } from 'node:timers/promises';

const most = Number(process.env.SLOWLY ?? 0);

export const slowly = async (): Promise<void> => {
  if (most > 0) await pause(Math.random() * most);
};

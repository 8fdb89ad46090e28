/**
 * Looks for stories that wait for too little: `SLOWLY=400 npx vitest run test/adapters/slack` holds each call of a
 * chat up, and each transaction on PostgreSQL, by another time of at most so many milliseconds. What passes so does not depend on who is first.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../src/store/database.ts';

const most = Number(process.env.SLOWLY ?? 0);

export const isSlow = most > 0;

export const slowly = async (): Promise<void> => {
  if (isSlow) await pause(Math.random() * most);
};

/** The same database, whose transactions begin late. */
export function heldUp<D extends Database>(database: D): D {
  if (!isSlow) return database;
  const prisma = new Proxy(database.prisma, {
    get(client, name) {
      const found = Reflect.get(client, name) as unknown;
      if (name !== '$transaction') return found;
      return async (...args: unknown[]) => {
        await slowly();
        return (found as (...args: unknown[]) => unknown).apply(client, args);
      };
    },
  });
  return { ...database, prisma };
}

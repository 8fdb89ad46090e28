/** How many may do something long at once: a few in all, and one a name, so that nobody holds up everybody. */
import { BadRequest } from './visit.ts';

/** Throws BadRequest: `busy` when that name's last one is still under way, `tooMany` when all places are taken. */
export function createTurns(most: number): <T>(name: string, body: () => Promise<T>) => Promise<T> {
  const under = new Set<string>();
  return async (name, body) => {
    if (under.has(name)) throw new BadRequest(429, 'busy', 5);
    if (under.size >= most) throw new BadRequest(429, 'tooMany', 5);
    under.add(name);
    try {
      return await body();
    } finally {
      under.delete(name);
    }
  };
}

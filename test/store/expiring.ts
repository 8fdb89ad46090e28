// Run by a test with a database (a directory, or an address): begins to let go what was kept long enough, says so, and never commits it.
import { writeSync } from 'node:fs';
import type { Store } from '../../src/app/ports/store.ts';
import { createClockwork } from '../../src/compose/clockwork.ts';
import { createLog } from '../../src/log.ts';
import { openEmbedded } from '../../src/store/embedded.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { createStore } from '../../src/store/store.ts';

const [where] = process.argv.slice(2);
if (where === undefined) throw new Error('usage: expiring.ts DIRECTORY|URL');
const database = where.startsWith('postgres') ? await openPostgres(where) : await openEmbedded(where);
const store = createStore(database, () => ({ send: async () => {} }));
const hanging: Store = {
  ...store,
  transaction: (body) =>
    store.transaction(async (tx) => {
      const done = await body(tx);
      if (typeof done !== 'number' || done === 0) return done;
      writeSync(1, `${done}\n`);
      return new Promise(() => {});
    }),
};
const tick = createClockwork({
  store: hanging,
  plain: store,
  clock: { now: () => Date.now() },
  ids: { next: () => crypto.randomUUID() as never },
  log: createLog({ destination: { write: () => {} } }),
  deskOf: () => {
    throw new Error('nothing is read here');
  },
  post: null,
});
await tick();

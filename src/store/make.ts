/** Makes and migrates an embedded database in a folder, as a process of its own: `node make.ts FOLDER`. */
import { start } from './embedded.ts';

// Whoever asked has gone.
process.stdin.on('end', () => process.exit(1)).resume();

const { pglite, applied } = await start(process.argv[2]!);
await pglite.close();
process.stdout.write(JSON.stringify(applied), () => process.exit());

/** Makes and migrates an embedded database in a folder, as a process of its own: `node make.ts FOLDER`; says a line when done. */
import { start } from './embedded.ts';

// Whoever asked has gone. `process.exit` waits for ever for WebAssembly that is being compiled.
process.stdin.on('close', () => process.kill(process.pid, 'SIGKILL')).resume();

const { pglite, applied } = await start(process.argv[2]!);
await pglite.close();
process.stdout.write(`${JSON.stringify(applied)}\n`);

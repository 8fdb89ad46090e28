/** What `npm run demo --` is told. */
import { parseArgs } from 'node:util';

const USAGE = `npm run demo -- [--dir data/demo] [--out exports/demo] [--resume] [--log silent]
  --dir     où garder la consultation jouée (where the played consultation is kept)
  --out     où écrire les documents (where the documents are written)
  --resume  reprendre là où elle s’est arrêtée (go on where it stopped)
  --log     silent, error, warn, info, debug`;

/** Ends the program, in words, for a wish it does not know. */
export function demoOptions() {
  try {
    const { values } = parseArgs({
      options: {
        dir: { type: 'string', default: 'data/demo' },
        out: { type: 'string', default: 'exports/demo' },
        resume: { type: 'boolean', default: false },
        log: { type: 'string', default: 'silent' },
        help: { type: 'boolean', default: false },
      },
    });
    if (!values.help) return values;
    process.stdout.write(`${USAGE}\n`);
    return process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`);
    return process.exit(2);
  }
}

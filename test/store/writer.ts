// Run by a test with a directory and a number: writes rows until it is killed, printing each number once committed.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openEmbedded } from '../../src/store/embedded.ts';

const [dir, from] = process.argv.slice(2);
if (dir === undefined || from === undefined) throw new Error('usage: writer.ts DIRECTORY FIRST_NUMBER');
const { prisma } = await openEmbedded(dir);
for (let n = Number(from); ; n++) {
  await prisma.$transaction((tx) =>
    tx.words.create({ data: { id: randomUUID(), text: String(n), writtenAt: new Date(0) } }),
  );
  writeSync(1, `${n}\n`);
}

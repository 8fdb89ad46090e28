/** A file of many texts, by the command itself: how long it is read and stored, and what memory it takes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { proposalsImport } from '../../src/commands/proposals-import.ts';
import type { Consultation } from '../../src/core/consultation/model.ts';
import { AS, openTeam, told } from './command.ts';
import { kept } from './kept.ts';

export interface TextsTimes {
  readonly rows: number;
  readonly megabytes: number;
  /** Seconds. */
  readonly read: number;
  readonly stored: number;
  /** Megabytes kept at most while the rows are read. */
  readonly added: number;
}

/** On an embedded database of its own, in that folder. */
export async function importTexts(
  content: Consultation,
  {
    dir,
    rows,
    text,
  }: { readonly dir: string; readonly rows: number; readonly text: (row: number) => string },
): Promise<TextsTimes> {
  mkdirSync(dir, { recursive: true });
  const core = await openTeam(content, dir);
  const file = join(dir, 'texts.csv');
  const lines = Array.from(
    { length: rows },
    (_, row) => `t-${row};"${text(row).replaceAll('"', '""')} (${row})"`,
  );
  writeFileSync(file, `id;texte\n${lines.join('\n')}\n`);
  const megabytes = Buffer.byteLength(lines.join('\n')) / 1e6;
  lines.length = 0;
  const before = kept();
  let added = 0;
  let looks = 0;
  // Called every 50 rows; a look collects, which takes long.
  const look = () => {
    if (looks++ % 40 === 0) added = Math.max(added, kept() - before);
  };
  const { seconds } = await told(core, (context) => proposalsImport(context, file, { as: AS }), look);
  await core.close();
  return { rows, megabytes, read: seconds.read, stored: seconds.stored, added };
}

/** A file of many texts, by the command itself: how long it is read and stored, and what memory it takes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConsultation } from '../../src/app/consultation/load-consultation.ts';
import { enrolPeople } from '../../src/app/person/enrol-people.ts';
import type { Context } from '../../src/commands/context.ts';
import { proposalsImport } from '../../src/commands/proposals-import.ts';
import { openCore } from '../../src/compose/open-core.ts';
import type { Consultation } from '../../src/core/consultation/model.ts';
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

const AS = 'Équipe fictive';

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
  const core = await openCore({ databaseUrl: null, dataDir: dir });
  const clock = { now: () => Date.now() };
  await core.store.transaction(async (tx) => {
    const edge = { ids: core.ids, now: clock.now() };
    const consultation = await loadConsultation(tx, content, { ...edge, salt: core.newSalt() });
    const team = { name: AS, lang: 'fr', addresses: [], roles: ['staff' as const], partner: null };
    await enrolPeople(tx, consultation, [team], edge);
  });
  const file = join(dir, 'texts.csv');
  const lines = Array.from(
    { length: rows },
    (_, row) => `t-${row};"${text(row).replaceAll('"', '""')} (${row})"`,
  );
  writeFileSync(file, `id;texte\n${lines.join('\n')}\n`);
  const megabytes = Buffer.byteLength(lines.join('\n')) / 1e6;
  lines.length = 0;
  const said: string[] = [];
  const before = kept();
  let added = 0;
  let looks = 0;
  const out = {
    print: (line: string) => void said.push(line),
    error: () => {},
    // Called every 50 rows; a look collects, which takes long.
    progress: () => {
      if (looks++ % 40 === 0) added = Math.max(added, kept() - before);
    },
  };
  const context: Context = {
    ...core,
    clock,
    json: true,
    lang: 'fr',
    account: 'bench',
    path: (given) => given,
    out: { ...out, colour: false, width: null },
  };
  await proposalsImport(context, file, { as: AS });
  await core.close();
  const { seconds } = JSON.parse(said.join('\n'));
  return { rows, megabytes, read: seconds.read, stored: seconds.stored, added };
}

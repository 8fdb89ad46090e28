/** A partners' file of many lines, by the command itself: how long it is read and stored, and what memory it takes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { partnersImport } from '../../src/commands/partners/import.ts';
import { readFirst } from '../../src/commands/partners/read-file.ts';
import type { Consultation } from '../../src/core/consultation/model.ts';
import { AS, openTeam, told } from './command.ts';
import { kept } from './kept.ts';

export interface ImportTimes {
  readonly lines: number;
  readonly megabytes: number;
  /** Seconds. */
  readonly first: { readonly read: number; readonly stored: number };
  readonly again: { readonly read: number; readonly stored: number };
  /** Megabytes kept at most: by a reading as a stream, and by all rows at once. */
  readonly added: { readonly stream: number; readonly whole: number };
  /** Seconds to parse the whole file at once, without checking anything. */
  readonly parsed: number;
}

/** On an embedded database of its own, in that folder. */
export async function importPartnersFile(
  content: Consultation,
  { dir, lines }: { readonly dir: string; readonly lines: number },
): Promise<ImportTimes> {
  const core = await openTeam(content, dir);
  const file = join(dir, 'partners.csv');
  const text = fileOf(content, lines);
  writeFileSync(file, text);
  const megabytes = Buffer.byteLength(text) / 1e6;
  const source = { file, content, slackWorkspace: null };
  const before = kept();
  let stream = 0;
  const look = () => {
    stream = Math.max(stream, kept() - before);
  };
  await readFirst(source, look);
  const started = performance.now();
  const rows = parse(readFileSync(file), { delimiter: ';' });
  const parsed = (performance.now() - started) / 1000;
  const whole = kept() - before;
  if (rows.length !== lines + 1) throw new Error(`${rows.length} rows`);
  const run = async () => (await told(core, (context) => partnersImport(context, file, { as: AS }))).seconds;
  const [first, again] = [await run(), await run()];
  await core.close();
  return { lines, megabytes, first, again, added: { stream, whole }, parsed };
}

function fileOf({ colleges, taxonomy }: Consultation, lines: number): string {
  const rows = Array.from({ length: lines }, (_, index) => {
    const organisation = Math.floor(index / 2);
    const place = taxonomy.territories[index % taxonomy.territories.length]!.label;
    const college = colleges[organisation % colleges.length]!.key;
    return [
      `"Association fictive\n${organisation}"`,
      `Personne ${index} Fictive`,
      college,
      `Chargée de mission ${index % 7}`,
      index % 3 === 0 ? 'élue' : 'agente',
      `"${place}"`,
      `personne-${index}@association-${organisation}.example`,
      `03 20 00 ${String(Math.floor(index / 100) % 100).padStart(2, '0')} ${String(index % 100).padStart(2, '0')}`,
    ].join(';');
  });
  return `organisation;nom;type;fonction;élu ou agent;territoires;e-mail;téléphone\n${rows.join('\n')}\n`;
}

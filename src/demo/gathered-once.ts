/** The documents are of the moment when all was given back: a resumed demo, whose story has gone on since, keeps them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gathered } from '../app/documents/gather-documents.ts';
import { writeFiles } from './write-files.ts';

const NAME = 'gathered.json';

export async function gatheredOnce(dir: string, gather: () => Promise<Gathered>): Promise<Gathered> {
  const path = join(dir, NAME);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  const gathered = await gather();
  if (gathered.restitution.every(({ delivered }) => delivered !== null))
    writeFiles(dir, { [NAME]: JSON.stringify(gathered) });
  return gathered;
}

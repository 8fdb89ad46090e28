import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GRAND_DEBAT } from './shell.ts';

/** A copy of the four-theme consultation in a folder of its own, its consultation.yaml changed; the folder. */
export function writeConsultation(dir: string, change: (yaml: string) => string): string {
  const folder = mkdtempSync(join(dir, 'consultation-'));
  cpSync(GRAND_DEBAT, folder, { recursive: true });
  const file = join(folder, 'consultation.yaml');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
  const round = join(folder, 'rounds/avis.yaml');
  writeFileSync(
    round,
    readFileSync(round, 'utf8')
      .replace('[democratie,', '[citoyens,')
      .replace('axis: democratie', 'axis: citoyens'),
  );
  return folder;
}

/** `tour verify DIR|FILE`: exit 0 when everything agrees, 1 when something does not, 2 when there is nothing to read. */
import { type Context, count, say } from '../context.ts';
import type { ExitCode } from '../terminal.ts';
import { readOpenData } from './files-read.ts';
import { faultSaid, figureSaid } from './said.ts';
import { type Verified, verifyFiles } from './verify-files.ts';

type Reader = Pick<Context, 'out' | 'lang' | 'json'>;
const SHOWN = 40;

export async function verify(reader: Reader, path: string, expected: string | null): Promise<ExitCode> {
  const found = await readOpenData(reader, path);
  const verified = verifyFiles(found);
  const { faults, disagreements, hash } = verified;
  const other =
    expected !== null &&
    expected
      .trim()
      .toLowerCase()
      .replace(/^sha256:/u, '') !== hash;
  const ok = faults.length + disagreements.length === 0 && !other;
  if (reader.json) reader.out.print(JSON.stringify({ ok, ...verified, expected: expected ?? null }, null, 2));
  else for (const line of linesOf(reader, verified, other)) (ok ? reader.out.print : reader.out.error)(line);
  return ok ? 0 : 1;
}

function linesOf(
  reader: Reader,
  { about, hash, files, figures, faults, disagreements }: Verified,
  other: boolean,
): string[] {
  const n = (figure: number) => count(reader, figure);
  const told = [
    ...faults.map((fault) => faultSaid(reader, fault)),
    ...disagreements.map((one) => figureSaid(reader, one)),
  ];
  const differing = new Set(disagreements.map(({ figure }) => figure)).size;
  const head =
    about === null
      ? []
      : [
          say(
            reader,
            `Synthèse n° ${about.synthesis.number} de « ${about.title} », signée par ${about.synthesis.signedBy}.`,
            `Synthesis no. ${about.synthesis.number} of "${about.title}", signed by ${about.synthesis.signedBy}.`,
          ),
        ];
  const verdict =
    told.length === 0
      ? say(
          reader,
          `${n(files)} fichiers relus, intacts. ${n(figures)} chiffres refaits à partir des tableaux : tous concordent.`,
          `${n(files)} files read, intact. ${n(figures)} figures computed again from the tables: all agree.`,
        )
      : say(
          reader,
          `${n(figures)} chiffres refaits : ${n(Math.max(0, figures - differing))} concordent, ${n(differing)} diffèrent. Autres défauts : ${n(faults.length)}.`,
          `${n(figures)} figures computed again: ${n(Math.max(0, figures - differing))} agree, ${n(differing)} differ. Other faults: ${n(faults.length)}.`,
        );
  return [
    ...head,
    ...told.slice(0, SHOWN),
    ...(told.length > SHOWN
      ? [
          say(
            reader,
            `… et ${n(told.length - SHOWN)} autres (--json les donne tous).`,
            `… and ${n(told.length - SHOWN)} more (--json gives them all).`,
          ),
        ]
      : []),
    verdict,
    say(reader, `Empreinte de l’ensemble : ${hash}.`, `Hash of all: ${hash}.`),
    ...(other
      ? [say(reader, 'Ce n’est pas celle qui a été donnée.', 'It is not the one that was given.')]
      : []),
  ];
}

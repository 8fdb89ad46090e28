/** Real texts all the way, by the command line: import, synthesis, signature, export, and C9 on the written files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandLine, GRAND_DEBAT } from '../commands/shell.ts';
import { checkTraceability, type Files } from '../report/criteria.ts';

export interface RealTexts {
  readonly texts: number;
  /** Share of right themes, and what always saying the most frequent one gives. */
  readonly right: number;
  readonly majority: number;
  readonly withoutAxis: number;
  readonly lines: number;
  readonly violations: readonly string[];
  /** Seconds a step. */
  readonly seconds: Readonly<
    Record<'import' | 'again' | 'compile' | 'sign' | 'export' | 'proposals', number>
  >;
  /** Bytes a file. */
  /** Bytes of the synthesis before its annex, which holds everybody's words. */
  readonly body: number;
  readonly files: Readonly<Record<string, number>>;
}

export const commentsIn = (data: string): string | null => {
  const file = join(data, 'mel-grand-debat-comments.jsonl');
  return existsSync(file) ? file : null;
};

/** Throws what a command said when it fails. */
export async function carry(file: string, line: CommandLine): Promise<RealTexts> {
  const seconds = { import: 0, again: 0, compile: 0, sign: 0, export: 0, proposals: 0 };
  const step = async (name: keyof typeof seconds, ...words: readonly string[]) => {
    const started = performance.now();
    const said = await line.tour(...words, '--as', 'Nadia', '--json');
    seconds[name] = (performance.now() - started) / 1000;
    if (said.exit !== 0) throw new Error(`${name}: ${said.err}`);
    return JSON.parse(said.out);
  };
  const imported = await step('import', 'proposals', 'import', file, '-c', GRAND_DEBAT);
  const again = await step('again', 'proposals', 'import', file, '-c', GRAND_DEBAT);
  if (again.added !== 0) throw new Error(`the second import added ${again.added}`);
  const compiled: { axes: { axis: string; lines: number; disagreements: number }[] } = await step(
    'compile',
    'synthesis',
    'compile',
  );
  const calm = compiled.axes.filter(({ disagreements }) => disagreements === 0).map(({ axis }) => axis);
  const checked = calm.length > 0 ? ['--without-disagreement', calm.join(',')] : [];
  await step('sign', 'synthesis', 'sign', '--accept-titles', ...checked);
  const dir = join(line.dir, 'real-texts');
  const written: { files: { file: string; bytes: number }[] } = await step(
    'export',
    'synthesis',
    'export',
    dir,
  );
  const internal: typeof written = await step('proposals', 'proposals', 'export', dir);
  const read = (name: string) => JSON.parse(readFileSync(join(dir, name), 'utf8'));
  const files: Files = {
    proposals: read('proposals.json'),
    synthesis: read('synthesis.json'),
    restitution: read('restitution.json'),
  };
  return {
    texts: files.proposals.length,
    right: imported.labels.rightShare,
    majority: imported.labels.majorityShare,
    withoutAxis: imported.withoutAxis,
    lines: compiled.axes.reduce((sum, axis) => sum + axis.lines + axis.disagreements, 0),
    violations: checkTraceability(files),
    seconds,
    body: Buffer.byteLength(readFileSync(join(dir, 'synthesis.md'), 'utf8').split('\n## Annexe')[0]!),
    files: Object.fromEntries(
      [...written.files, ...internal.files].map(({ file, bytes }) => [file.split('/').at(-1)!, bytes]),
    ),
  };
}

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Context, say } from './context.ts';
import { table } from './terminal.ts';

export interface Written {
  readonly file: string;
  readonly bytes: number;
}

/** Writes texts by file name into a folder, made when missing; files of other names stay. */
export async function writeFiles(
  { path }: Pick<Context, 'path'>,
  dir: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly Written[]> {
  await mkdir(path(dir), { recursive: true });
  return Promise.all(
    Object.entries(files).map(async ([name, text]) => {
      const file = join(dir, name);
      await writeFile(path(file), text, { mode: 0o600 });
      return { file, bytes: Buffer.byteLength(text) };
    }),
  );
}

export const listFiles = (context: Context, files: readonly Written[]): string[] =>
  table(
    [say(context, 'fichier', 'file'), say(context, 'ko', 'kB')],
    files.map(({ file, bytes }) => [file, (bytes / 1000).toFixed(1)]),
    context.out.colour,
  );

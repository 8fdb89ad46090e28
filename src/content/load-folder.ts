import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Loaded, parse, problemOf } from './parse.ts';
import type { Problem } from './problem.ts';

/**
 * Loads the consultation of a folder. What its author can mend is a problem; a disk that fails throws. A folder that
 * is not there is one problem of code `missing-folder`.
 */
export async function loadFolder(folder: string): Promise<Loaded> {
  const names = await yamlFiles(folder);
  if (names === null) {
    const expected = { fr: 'un dossier de consultation', en: 'the folder of a consultation' };
    return { ok: false, problems: [problemOf(folder, 'missing-folder', expected)] };
  }
  const files: Record<string, string> = {};
  const unreadable: Problem[] = [];
  for (const name of names) {
    const bytes = await readFile(join(folder, name));
    const text = decode(bytes);
    files[name] = text ?? bytes.toString('latin1');
    if (text === null)
      unreadable.push(
        problemOf(name, 'not-utf8', { fr: 'un fichier enregistré en UTF-8', en: 'a file saved as UTF-8' }),
      );
  }
  const loaded = parse(files);
  if (unreadable.length === 0) return loaded;
  return { ok: false, problems: [...unreadable, ...(loaded.ok ? loaded.warnings : loaded.problems)] };
}

async function yamlFiles(folder: string): Promise<string[] | null> {
  const list = async (path: string): Promise<string[] | null> => {
    try {
      const entries = await readdir(path, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
        .map((entry) => entry.name);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error;
    }
  };
  const top = await list(folder);
  if (top === null) return null;
  const rounds = (await list(join(folder, 'rounds'))) ?? [];
  return [...top, ...rounds.map((name) => `rounds/${name}`)];
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

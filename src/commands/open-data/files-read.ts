/** The files of open data: a folder, a ZIP, or the folder of one of them. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fromBufferPromise } from 'yauzl';
import { HASHED, MANIFEST, SUMS } from '../../core/open-data/manifest.ts';
import { type Context, Stop, say } from '../context.ts';

type Reader = Pick<Context, 'lang'>;
const WANTED: ReadonlySet<string> = new Set([...HASHED, SUMS, MANIFEST]);
/** Bytes of one file. Ten thousand proposals make a tenth of it. */
const MOST = 200_000_000;

/** Texts by file name, other files left aside. Throws Stop where there is no open data. */
export async function readOpenData(reader: Reader, path: string): Promise<Record<string, string>> {
  const about = await stat(path).catch(() => null);
  const found =
    about === null
      ? {}
      : path.endsWith('.zip')
        ? await inZip(reader, path)
        : await inFolder(reader, about.isDirectory() ? path : dirname(path));
  if (found[MANIFEST] !== undefined || found[SUMS] !== undefined) return found;
  throw new Stop(
    2,
    'no-open-data',
    say(
      reader,
      `Il n’y a pas de données ouvertes dans ${path} : « npx tour verify » attend ce qu’écrit « npx tour open-data export » (dossier ou .zip), ou un fichier de ce dossier, les autres à côté.`,
      `There is no open data in ${path}: "npx tour verify" wants what "npx tour open-data export" writes (a folder or a .zip), or a file of that folder, the others beside it.`,
    ),
  );
}

async function inFolder(reader: Reader, dir: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of WANTED) {
    const size = (await stat(join(dir, name)).catch(() => null))?.size;
    if (size === undefined) continue;
    if (size > MOST) throw tooLarge(reader, name);
    files[name] = textOf(await readFile(join(dir, name)));
  }
  return files;
}

/** What its directory says of a size is looked at before it is read, and yauzl watches that no more comes out. */
async function inZip(reader: Reader, path: string): Promise<Record<string, string>> {
  try {
    return await unzipped(reader, path);
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(
      1,
      'broken-zip',
      say(reader, `${path} est abîmé, ou n’est pas un ZIP.`, `${path} is broken, or no ZIP.`),
    );
  }
}

async function unzipped(reader: Reader, path: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  if ((await stat(path)).size > MOST) throw tooLarge(reader, path);
  const zip = await fromBufferPromise(await readFile(path));
  for await (const entry of zip.eachEntry()) {
    const { fileName: name } = entry;
    if (!WANTED.has(name) || Object.hasOwn(files, name)) continue;
    if (entry.uncompressedSize > MOST) throw tooLarge(reader, name);
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    files[name] = textOf(Buffer.concat(pieces));
  }
  return files;
}

const tooLarge = (reader: Reader, name: string): Stop =>
  new Stop(
    1,
    'too-large',
    say(reader, `${name} est trop gros pour être relu.`, `${name} is too large to be read.`),
  );

/** What is no UTF-8 is read as a text that says something else: no hash is its own then. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return `\u0000${Buffer.from(bytes).toString('latin1')}`;
  }
}

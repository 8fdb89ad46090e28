/** A file that can't be imported: what is told, and how the command ends. */
import { FileTooLarge, LARGEST_FILE } from './capped-file.ts';
import { type Context, count, Stop, say } from './context.ts';

/** What is said of each fault; the rest is counted. */
const MOST_FAULTS_SHOWN = 20;

/** Each fault on a line of its own. `unchanged`: "rien n’a été importé", "nothing was imported". */
export function faultyFile<Fault extends object>(
  context: Context,
  faults: readonly Fault[],
  said: (fault: Fault) => string,
  unchanged: { readonly fr: string; readonly en: string },
): Stop {
  context.out.progress(null);
  for (const fault of faults.slice(0, MOST_FAULTS_SHOWN)) context.out.error(said(fault));
  const more = faults.length - MOST_FAULTS_SHOWN;
  if (more > 0)
    context.out.error(
      say(context, `… et ${count(context, more)} autres.`, `… and ${count(context, more)} more.`),
    );
  const total = count(context, faults.length);
  return new Stop(
    1,
    'file-faulty',
    say(
      context,
      `${total} ${faults.length > 1 ? 'erreurs' : 'erreur'} : ${unchanged.fr}. Corrigez, puis relancez la même commande.`,
      `${total} ${faults.length > 1 ? 'errors' : 'error'}: ${unchanged.en}. Mend the file, then run the same command again.`,
    ),
    { faults: faults.map((fault) => ({ ...fault, message: said(fault) })) },
  );
}

/** The stop for a file that can't be opened, or is too large; any other error is thrown again. `wanted`: "un fichier CSV", "a CSV file". */
export function unreadableFile(
  context: Context,
  file: string,
  error: unknown,
  wanted: { readonly fr: string; readonly en: string },
): Stop {
  if (error instanceof FileTooLarge) return tooLarge(context, file);
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error;
  return new Stop(
    2,
    'file-unreadable',
    say(
      context,
      `${file} ne peut pas être lu (${code}) : donnez le chemin d’${wanted.fr}.`,
      `${file} can't be read (${code}): give the path of ${wanted.en}.`,
    ),
  );
}

function tooLarge(context: Context, file: string): Stop {
  context.out.progress(null);
  const most = LARGEST_FILE / 1e6;
  return new Stop(
    1,
    'file-too-large',
    say(
      context,
      `${file} dépasse ${most} Mo : rien n’a été importé. Est-ce le bon fichier ? Sinon, partagez-le en plusieurs, avec la ligne des titres dans chacun.`,
      `${file} exceeds ${most} MB: nothing was imported. Is it the right file? If it is, split it, with the line of titles in each part.`,
    ),
  );
}

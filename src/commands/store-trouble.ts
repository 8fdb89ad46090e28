/** What is wrong with the database or a backup, in the language of the interface. */
import { type Trouble, troubleOf } from '../app/ports/trouble.ts';
import { type Lang, say } from './context.ts';

type Told = (details: Trouble['details']) => readonly [fr: string, en: string];

const WORDS: Readonly<Record<Trouble['code'], Told>> = {
  'server-unreachable': ({ place, why }) => [
    `PostgreSQL ne répond pas comme il faut à ${place} (${why}). Vérifiez DATABASE_URL, et que le serveur accepte les connexions.`,
    `PostgreSQL at ${place} could not be used: ${why}. Check DATABASE_URL, and that the server accepts connections.`,
  ],
  'server-old': ({ place, version, oldest }) => [
    `PostgreSQL à ${place} est en version ${version} : il faut la ${oldest} ou une plus récente. Mettez le serveur à jour, ou laissez DATABASE_URL vide pour la base embarquée.`,
    `PostgreSQL at ${place} is version ${version}: ${oldest} or newer is needed. Upgrade the server, or leave DATABASE_URL empty for the embedded database.`,
  ],
  'database-newer': ({ names }) => [
    `La base est plus récente que ce programme : elle connaît ${names}, pas lui. Lancez la version qui l’a mise à jour, ou restaurez une sauvegarde d’avant.`,
    `The database is newer than this program: it holds ${names}, which this version does not know. Start the version that migrated it, or restore a backup taken before.`,
  ],
  'database-broken': ({ folder, why }) => [
    `La base embarquée${folder === '' ? '' : ` de ${folder}`} ne s’ouvre pas : ${why}. Si cela dure, restaurez une sauvegarde : « npx tour db restore » les montre.`,
    `The embedded database${folder === '' ? '' : ` in ${folder}`} could not be opened: ${why}. If this persists, put a backup back: "npx tour db restore" lists them.`,
  ],
  'backup-torn': ({ file }) => [
    `${file} n’est pas une sauvegarde entière : le fichier est coupé, ou n’est pas un .tar.gz que « npx tour db backup » a écrit. « npx tour db restore » montre celles qu’il y a.`,
    `${file} is not a whole backup: it is cut short, or no .tar.gz that "npx tour db backup" wrote. "npx tour db restore" lists those there are.`,
  ],
  'backup-foreign': ({ file }) => [
    `${file} ne contient pas de base : donnez un .tar.gz que « npx tour db backup » a écrit.`,
    `${file} holds no database: give a .tar.gz that "npx tour db backup" wrote.`,
  ],
  'erasures-unreadable': ({ file, line }) => [
    `${file}, ligne ${line} : ce n’est pas un effacement, attendu {"person": "…", "at": "…"}. Corrigez ou retirez cette ligne, puis recommencez : rien n’est restauré sans elle.`,
    `${file}, line ${line}: no erasure, {"person": "…", "at": "…"} is expected. Mend or remove that line, then try again: nothing is restored without it.`,
  ],
};

/** null for an error of another kind. */
export function storeTrouble(
  lang: Lang,
  error: unknown,
): { readonly code: string; readonly message: string } | null {
  const found = troubleOf(error);
  if (found === null) return null;
  const [fr, en] = WORDS[found.code](found.details);
  return { code: found.code, message: say({ lang }, fr, en) };
}

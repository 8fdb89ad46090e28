/** What the system says of a file, in words. */
import { type Lang, say } from './context.ts';
import { onOneLine } from './terminal.ts';

const WHY: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  ENOENT: ['ce chemin n’existe pas', 'there is no such path'],
  EACCES: ['ce compte n’en a pas le droit', 'this account may not'],
  EPERM: ['ce compte n’en a pas le droit', 'this account may not'],
  EROFS: ['rien ne peut y être écrit', 'nothing can be written there'],
  EEXIST: ['il y a là un fichier, pas un dossier', 'there is a file there, not a folder'],
  ENOTDIR: ['il y a là un fichier, pas un dossier', 'there is a file there, not a folder'],
  EISDIR: ['c’est un dossier', 'it is a folder'],
  ENAMETOOLONG: ['ce nom est trop long', 'that name is too long'],
  ENOSPC: ['le disque est plein', 'the disk is full'],
};

/** null for an error that no file caused. */
export function fileTrouble(lang: Lang, error: unknown): string | null {
  const { code, path } = error as NodeJS.ErrnoException;
  const why = code === undefined || !Object.hasOwn(WHY, code) ? undefined : WHY[code];
  if (why === undefined || path === undefined) return null;
  return say(
    { lang },
    `Impossible d’ouvrir ${onOneLine(path, 160)} : ${why[0]}. Donnez un autre chemin.`,
    `Can't open ${onOneLine(path, 160)}: ${why[1]}. Give another path.`,
  );
}

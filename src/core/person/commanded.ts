/** What others wrote to bring somebody in: the name and the address leave it with that person, the rest stays. */
import { folded } from './names.ts';

const VERBS =
  'ajouter|inviter|add|invite|remplacer|replace|annuler le remplacement de|undo (?:the )?replacement of';

/** Such a command, in the syntax of both JavaScript and PostgreSQL, whatever the case. */
export const COMMANDED = `^\\s*(?:${VERBS})\\s`;

const VERB = new RegExp(COMMANDED, 'iu');
const BETWEEN = /(,|\s(?:par|by|with)\s)/iu;

export interface Known {
  readonly name: string | null;
  /** E-mail, and "platform:identifier". */
  readonly addresses: readonly string[];
}

/** "ajouter Paul Martin, Apes, …, memory:paul-1", "remplacer Claire Dupont par Paul Martin, …": `…` where they are named. */
export function withoutCommanded(text: string, { name, addresses }: Known): string {
  const verb = VERB.exec(text)?.[0];
  if (verb === undefined) return text;
  const theirs = new Set([name ?? '', ...addresses].map(folded).filter((one) => one !== ''));
  return (
    verb +
    text
      .slice(verb.length)
      .split(BETWEEN)
      .map((piece) => (theirs.has(folded(piece.trim())) ? piece.replace(piece.trim(), '…') : piece))
      .join('')
  );
}

/**
 * "Voyez plutôt Paul Martin, paul@…": said in a sentence. One word alone may be any word, and stays; so do identifiers, which
 * nobody says.
 */
export function withoutReferred(text: string, { name, addresses }: Known): string {
  const said = [
    ...(name !== null && /\S\s+\S/u.test(name) ? [name] : []),
    ...addresses.filter((one) => one.includes('@')),
  ];
  return said.reduce((left, one) => {
    const pieces = one.trim().split(/\s+/u).map(literally);
    return left.replace(
      new RegExp(`(?<![\\p{L}\\p{N}])${pieces.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu'),
      '…',
    );
  }, text);
}

const literally = (piece: string): string => piece.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
